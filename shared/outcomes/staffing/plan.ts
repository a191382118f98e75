import type { ServiceHours } from '../../policy/policy.ts';

export const WEEK_SECONDS = 7 * 24 * 3600;

/** Units of one team that are on at the same hours. */
export interface PlannedTeam {
  readonly id: string;
  readonly label: string;
  readonly units: number;
  readonly hours: readonly ServiceHours[];
  /** Ids of the areas it goes to; null goes everywhere. */
  readonly areas: readonly string[] | null;
}

/** What is tried: who is on when, and how long a call waits before it goes to police or EMS instead. */
export interface StaffingPlan {
  readonly teams: readonly PlannedTeam[];
  readonly patienceMinutes: number;
}

/** A stretch somebody is on, in seconds from Monday midnight: [from, to). */
export interface OnDuty {
  readonly from: number;
  readonly to: number;
}

/**
 * The stretches of a week in order, joined where one begins as the other ends or before. Sunday to Monday is left
 * apart: a week that repeats joins itself.
 */
export function dutyOf(hours: readonly ServiceHours[]): OnDuty[] {
  const stretches = hours
    .flatMap(({ days, from, to }) =>
      days.map((day) => {
        // The policy counts days from Sunday; a week of figures begins on Monday.
        const midnight = ((day + 6) % 7) * 24 * 3600;
        return { from: midnight + from * 60, to: midnight + to * 60 };
      }),
    )
    .filter(({ from, to }) => to > from)
    .sort((a, b) => a.from - b.from);
  const joined: OnDuty[] = [];
  for (const next of stretches) {
    const last = joined.at(-1);
    if (last === undefined || next.from > last.to) joined.push(next);
    else joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, next.to) };
  }
  return joined;
}

/** Whether somebody with this week is on at a moment, in seconds from any Monday midnight. */
export function isOn(duty: readonly OnDuty[], at: number): boolean {
  const inWeek = at % WEEK_SECONDS;
  return duty.some(({ from, to }) => from <= inWeek && inWeek < to);
}

/** The first moment from `at` on at which somebody with this week is on; null when they never are. */
export function nextOn(duty: readonly OnDuty[], at: number): number | null {
  const first = duty[0];
  if (first === undefined) return null;
  const inWeek = at % WEEK_SECONDS;
  const monday = at - inWeek;
  for (const { from, to } of duty) if (inWeek < to) return monday + Math.max(from, inWeek);
  return monday + WEEK_SECONDS + first.from;
}

/** The end of the stretch that holds `at`; `at` itself when nobody is on then. */
export function onUntil(duty: readonly OnDuty[], at: number): number {
  const inWeek = at % WEEK_SECONDS;
  const monday = at - inWeek;
  const holds = duty.find(({ from, to }) => from <= inWeek && inWeek < to);
  if (holds === undefined) return at;
  const next = duty[0];
  // Sunday's last stretch goes on in Monday's first.
  if (holds.to === WEEK_SECONDS && next?.from === 0 && next !== holds)
    return monday + WEEK_SECONDS + next.to;
  return monday + holds.to;
}
