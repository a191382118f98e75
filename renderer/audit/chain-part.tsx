import type { ReactNode } from 'react';
import type { AuditStanding, ChainCheckView } from '#shared/audit/audit-view.ts';
import { deskNow } from '../desk/clock.ts';
import { wallDateTime } from '../desk/wall-date.ts';
import { Button } from '../parts/button.tsx';

/** Whether the record is whole. */
export function ChainPart({
  standing,
  onCheck,
  onShow,
  children,
}: {
  readonly standing: AuditStanding | null;
  readonly onCheck: () => void;
  /** Opens the entry that is broken, wherever the list is. */
  readonly onShow: (seq: number) => void;
  /** What belongs beside it. */
  readonly children: ReactNode;
}) {
  if (standing === null) return null;
  const { check } = standing;
  const broken = check.state === 'done' ? check.broken : null;
  return (
    <section className="pane audit-chain" aria-label="The chain">
      <header className="pane-head">
        <h2>The chain</h2>
        <Button tone="quiet" keys="v" disabled={check.state === 'running'} onClick={onCheck}>
          Check now
        </Button>
      </header>
      <div role="status">
        <Outcome check={check} />
      </div>
      {broken !== null && (
        <div className="button-row">
          <Button onClick={() => onShow(broken.entry)}>
            Show entry {broken.entry.toLocaleString('en-US')}
          </Button>
        </div>
      )}
      {children}
    </section>
  );
}

function Outcome({ check }: { readonly check: ChainCheckView }) {
  switch (check.state) {
    case 'none':
      return (
        <p>
          Each entry is sealed with the one before it. A check goes through all of them, beside the
          work.
        </p>
      );
    case 'running':
      return (
        <p className="audit-progress">
          <span>
            Checked {check.checked.toLocaleString('en-US')} of {check.of.toLocaleString('en-US')}
          </span>
          <progress
            aria-label="Entries checked"
            max={Math.max(1, check.of)}
            value={check.checked}
          />
        </p>
      );
    case 'done':
      return (
        <>
          {check.broken === null ? (
            <p className="audit-whole">
              ✓ {check.events.toLocaleString('en-US')} entries are as they were written.
            </p>
          ) : (
            <p className="audit-broken">
              ✕ The chain is broken at entry {check.broken.entry.toLocaleString('en-US')}.{' '}
              {check.broken.why} Keep the store as it is, and tell whoever is responsible for
              records.
            </p>
          )}
          {check.wrongWords.map((words) => (
            <p key={words} className="audit-broken">
              ✕ {words}
            </p>
          ))}
          <p className="audit-when">
            Checked <time dateTime={check.at}>{wallDateTime(check.at, deskNow())}</time> by{' '}
            <bdi>{check.byName}</bdi>
          </p>
        </>
      );
  }
}
