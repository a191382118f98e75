import type { RosterView } from '#shared/board/roster-view.ts';
import { useTime } from '../desk/clock.ts';
import { wallTime } from '../desk/wall-time.ts';
import type { Scale } from './lanes.ts';

const HOUR = 3_600_000;
const WEEKDAY = new Intl.DateTimeFormat('en-US', {
  timeZone: 'UTC',
  weekday: 'short',
  month: 'short',
  day: 'numeric',
});

/** "Tue". */
function weekdayInWords(date: string): string {
  return dayInWords(date).slice(0, 3);
}

/** "Tue, Mar 3". */
export function dayInWords(date: string): string {
  return WEEKDAY.format(Date.parse(date));
}

/** Hours of one day, or the days of a week, above the lanes; and where now is. */
export function TimeAxis({
  view,
  days,
  scale,
}: {
  readonly view: RosterView;
  readonly days: 1 | 7;
  readonly scale: Scale;
}) {
  const now = useTime((at) => Math.floor(at / 60_000) * 60_000);
  const room = scale.to - scale.from;
  const inside = now >= scale.from && now <= scale.to;
  const part = (at: number) => `${((at - scale.from) / (scale.to - scale.from)) * 100}%`;
  return (
    <div className="axis" aria-hidden="true">
      <div className="axis-track">
        {ticks(view, days, scale)
          // The clock of now stands in their place.
          .filter(({ at }) => !inside || now - at > room / 14 || at - now > room / 35)
          .map(({ at, words }) => (
            <span key={at} className="axis-tick" style={{ insetInlineStart: part(at) }}>
              {words}
            </span>
          ))}
        {inside && (
          <span className="axis-now" style={{ insetInlineStart: part(now) }}>
            {wallTime(now)}
          </span>
        )}
      </div>
    </div>
  );
}

function ticks({ days: shown }: RosterView, days: 1 | 7, { from, to }: Scale) {
  if (days === 7)
    return shown.map((day) => ({ at: Date.parse(day.from), words: dayInWords(day.date) }));
  const midnights = new Map(shown.map((day) => [Date.parse(day.from), day.date]));
  const all: { at: number; words: string }[] = [];
  for (let at = from; at < to; at += 2 * HOUR) {
    const date = at === from ? undefined : midnights.get(at);
    all.push({ at, words: date === undefined ? wallTime(at) : weekdayInWords(date) });
  }
  return all;
}
