import type { TypeStringLine } from '#shared/call-type/call-types-view.ts';
import { Button } from '../parts/button.tsx';
import { useFirstFocus } from '../sheets/use-first-focus.ts';
import { calls, number, strings } from './string-words.ts';

/** All of the sure ones at once, by type, once a person has seen what that is. */
export function AcceptSure({
  lines,
  label,
  busy,
  onAccept,
  onBack,
}: {
  readonly lines: readonly TypeStringLine[];
  readonly label: (code: string) => string;
  readonly busy: boolean;
  readonly onAccept: () => void;
  readonly onBack: () => void;
}) {
  const first = useFirstFocus<HTMLButtonElement>();
  const byType = new Map<string, TypeStringLine[]>();
  for (const line of lines) {
    const type = line.proposal?.callType ?? '';
    byType.set(type, [...(byType.get(type) ?? []), line]);
  }
  const all = lines.reduce((sum, line) => sum + line.calls, 0);
  return (
    <section className="string-detail" aria-label="Accept the sure ones">
      <h3>
        {strings(lines.length)}, {calls(all)}: are they all right?
      </h3>
      <ul className="accept-sure">
        {[...byType].map(([type, each]) => (
          <li key={type}>
            <b>{label(type)}</b> {number(each.length)}:{' '}
            <span dir="auto">
              {each
                .slice(0, 6)
                .map(({ raw }) => raw)
                .join(' · ')}
              {each.length > 6 && ' …'}
            </span>
          </li>
        ))}
      </ul>
      <div className="string-acts">
        <Button ref={first} tone="primary" aria-disabled={busy} onClick={onAccept}>
          Accept all {number(lines.length)}
        </Button>
        <Button tone="quiet" onClick={onBack}>
          Back
        </Button>
      </div>
    </section>
  );
}
