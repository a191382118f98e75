import type { UnservedLedger } from '#shared/board/unserved-ledger.ts';
import { wallDateTime } from '../desk/wall-date.ts';
import { LevelBadge } from '../parts/level-badge.tsx';
import { written } from './shares.ts';

/** The incidents themselves, newest first. No address and no name: the number leads to the incident. */
export function UnservedLines({
  ledger: { lines, unserved },
  now,
}: {
  readonly ledger: UnservedLedger;
  /** Milliseconds since the epoch. */
  readonly now: number;
}) {
  if (lines.length === 0) return null;
  return (
    // Without a stop for the Tab key nobody could scroll it without a mouse.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="unserved-lines" tabIndex={0} aria-label="Incidents that were not served">
      <table>
        <caption>
          {lines.length < unserved
            ? `The newest ${written(lines.length)} of ${written(unserved)}`
            : 'All of them'}
          , newest first
        </caption>
        <thead>
          <tr>
            <th scope="col">Incident</th>
            <th scope="col">Opened</th>
            <th scope="col">Call type</th>
            <th scope="col">Area</th>
            <th scope="col">Recommended</th>
            <th scope="col">Why none came</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.incidentId}>
              <th scope="row">
                {line.number}
                {!line.closed && <span className="quiet"> still open</span>}
              </th>
              <td>
                <time dateTime={line.openedAt}>{wallDateTime(line.openedAt, now)}</time>
              </td>
              <td>{line.callTypeLabel}</td>
              <td>{line.area ?? 'Outside all areas'}</td>
              <td>
                <LevelBadge level={line.recommended.level} /> {line.recommended.label}
              </td>
              <td>
                {line.reason.label}
                {line.note !== '' && <span dir="auto"> — {line.note}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
