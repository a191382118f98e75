import type { ServiceHours, TeamType } from '../policy.ts';

/** 0 Sunday … 6 Saturday, as the policy counts. */
export const DAY_NAMES = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
] as const;

/** “a”, “a and b”, “a, b and c”; `by` is the last joining word. */
export function listed(words: readonly string[], by: 'and' | 'or' = 'and'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${by} ${words.at(-1)}`;
}

/** Text out of a policy, in quotation marks. */
export function quote(text: string): string {
  return `“${text}”`;
}

/** Hours as a rota writes them: “Mon–Fri 10:30–16:00”, “always”. */
export function hoursText(hours: readonly ServiceHours[]): string {
  if (hours.length === 0) return 'never';
  return hours
    .map(({ days, from, to }) => {
      const allDay = from === 0 && to === 1440;
      const week = weekText(days);
      if (allDay) return week === EVERY_DAY ? 'always' : `${week} all day`;
      return `${week} ${clock(from)}–${clock(to)}`;
    })
    .join('; ');
}

const EVERY_DAY = 'every day';
const WEEK = [1, 2, 3, 4, 5, 6, 0];

/** Three days in a row or more are a span; the week begins on Monday, as rotas do. */
function weekText(days: readonly number[]): string {
  const at = WEEK.flatMap((day, place) => (days.includes(day) ? [place] : []));
  if (at.length === 7) return EVERY_DAY;
  const spans: number[][] = [];
  for (const place of at) {
    const last = spans.at(-1);
    if (last !== undefined && last.at(-1) === place - 1) last.push(place);
    else spans.push([place]);
  }
  const name = (place: number | undefined) => DAY_NAMES[WEEK[place ?? 0] ?? 0]?.slice(0, 3) ?? '';
  return spans
    .flatMap((span) =>
      span.length > 2 ? `${name(span[0])}–${name(span.at(-1))}` : span.map((place) => name(place)),
    )
    .join(', ');
}

function clock(minutes: number): string {
  const rest = String(minutes % 60).padStart(2, '0');
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${rest}`;
}

/** “from 2026-01-01”, “from 2026-01-01 until 2026-06-30 inclusive” in the policy’s own dates. */
export function periodText({ effectiveFrom, effectiveTo }: TeamType): string {
  return effectiveTo === null
    ? `from ${effectiveFrom} on`
    : `from ${effectiveFrom} to before ${effectiveTo}`;
}
