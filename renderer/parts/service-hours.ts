import type { ServiceHours } from '#shared/policy/policy.ts';

export const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;
/** A week on a wall calendar begins on Monday. */
export const WEEK: readonly number[] = [1, 2, 3, 4, 5, 6, 0];

/** Minutes after midnight as a clock shows them; the end of the day is 24:00. */
export function clockText(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** Reads "8:30" or "24:00"; null for what no clock shows. */
export function readClock(text: string): number | null {
  const found = /^(\d{1,2}):?(\d{2})$/.exec(text.trim());
  if (found === null) return null;
  const minutes = Number(found[1]) * 60 + Number(found[2]);
  return Number(found[2]) > 59 || minutes > 1440 ? null : minutes;
}

/** "Always", or "Mon–Fri 08:00–16:30, Sat 10:00–14:00". */
export function hoursText(hours: readonly ServiceHours[]): string {
  if (hours.length === 0) return 'never';
  return hours
    .map(({ days, from, to }) => {
      const whole = from === 0 && to === 1440;
      const when = daysText(days);
      if (whole) return when === 'Every day' ? 'Always' : when;
      return `${when} ${clockText(from)}–${clockText(to)}`;
    })
    .join(', ');
}

function daysText(days: readonly number[]): string {
  if (days.length === 7) return 'Every day';
  if (days.length === 0) return 'No day';
  const places = WEEK.map((day, at) => (days.includes(day) ? at : -1)).filter((at) => at >= 0);
  const runs: number[][] = [];
  for (const at of places) {
    const last = runs.at(-1);
    if (last !== undefined && last.at(-1) === at - 1) last.push(at);
    else runs.push([at]);
  }
  const name = (at: number | undefined) => DAYS[WEEK[at ?? 0] ?? 0] ?? '';
  return runs
    .map((run) =>
      run.length > 2 ? `${name(run[0])}–${name(run.at(-1))}` : run.map((at) => name(at)).join(', '),
    )
    .join(', ');
}
