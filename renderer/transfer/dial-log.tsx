import type { DialLine } from '#shared/board/transfer-view.ts';
import type { DialResult } from '#shared/phone/transfer-events.ts';
import { wallTime } from '../desk/wall-time.ts';

const RESULTS: Readonly<Record<DialResult, string>> = {
  answered: 'answered',
  'no-answer': 'no answer',
  busy: 'busy',
  'wrong-number': 'wrong number',
};

/** Every number that was dialed, the last one first. */
export function DialLog({ dialed }: { readonly dialed: readonly DialLine[] }) {
  if (dialed.length === 0) return null;
  return (
    <ul className="dial-log" aria-label="Numbers dialed">
      {dialed.toReversed().map(({ seq, at, by, number, result, answeredBy }) => (
        <li key={seq}>
          <time dateTime={at}>{wallTime(at)}</time> <bdi>{number}</bdi>:{' '}
          {answeredBy === null ? RESULTS[result] : <bdi>{answeredBy} answered</bdi>}
          <span className="dial-by">
            {' '}
            · <bdi>{by}</bdi>
          </span>
        </li>
      ))}
    </ul>
  );
}
