import type { IntakeLineView, RefusedDelivery } from '#shared/board/intake-lines-view.ts';
import { wallTime } from '../desk/wall-time.ts';
import { plural, reasonWords, sizeWords, when } from './line-words.ts';

/** What was refused last, by reason. Nothing of what was in it is kept: the sender was told what is wrong. */
export function RefusalList({
  refusals,
  lines,
}: {
  readonly refusals: readonly RefusedDelivery[];
  readonly lines: readonly IntakeLineView[];
}) {
  if (lines.length === 0) return null;
  const nameOf = (lineId: string) => lines.find((line) => line.lineId === lineId)?.name ?? '';
  return (
    <section aria-labelledby="intake-refusals">
      <h3 id="intake-refusals">Refused last</h3>
      {refusals.length === 0 ? (
        <p className="field-hint">Nothing was refused since this console was started.</p>
      ) : (
        <p className="field-hint">
          The last {refusals.length}. What was in them is not kept; each sender was told why.
        </p>
      )}
      {byReason(refusals).map(({ reason, refused }) => (
        <details key={reason} className="intake-reason">
          <summary>
            <span>{reasonWords(reason)}</span>
            <span>{plural(refused.length, 'time', 'times')}</span>
            <span>last {when(refused[0]?.at ?? '')}</span>
          </summary>
          <ol>
            {refused.map(({ at, from, bytes, lineId }, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- the same may come twice in a second
              <li key={`${at} ${index}`}>
                <time>{wallTime(at, true)}</time>
                <span dir="auto">{from}</span>
                <span>{sizeWords(bytes)}</span>
                <bdi>{nameOf(lineId)}</bdi>
              </li>
            ))}
          </ol>
        </details>
      ))}
    </section>
  );
}

/** The reason that came last first. */
function byReason(refusals: readonly RefusedDelivery[]) {
  const groups = new Map<string, RefusedDelivery[]>();
  for (const refused of refusals) {
    const group = groups.get(refused.reason) ?? [];
    group.push(refused);
    groups.set(refused.reason, group);
  }
  return [...groups].map(([reason, refused]) => ({ reason, refused }));
}
