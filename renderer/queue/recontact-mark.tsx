import type { Running } from '#shared/timers/running.ts';
import { useTime } from '../desk/clock.ts';
import { urgencyOf, writtenAge } from '../parts/age.ts';
import '../style/time-limits.css';

const SHAPES = { calm: '☎', warn: '◆', alert: '▲' } as const;
const WORDS = { calm: 'call back', warn: 'call back', alert: 'late' } as const;

/** When the caller who waits is to be called again; from three quarters on it says so louder. */
export function RecontactMark({ next }: { readonly next: Running }) {
  const until = Date.parse(next.until);
  const urgency = useTime((now) => urgencyOf(next, now));
  const age = useTime((now) => writtenAge(Math.abs(until - now)));
  return (
    <span className="line-recontact" data-urgency={urgency}>
      <span aria-hidden="true">{SHAPES[urgency]}</span> {WORDS[urgency]} {age}
    </span>
  );
}
