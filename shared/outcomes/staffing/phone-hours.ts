import { dutyOf, isOn, type PlannedTeam } from './plan.ts';
import { phoneWait, serversFor } from '../../statistics/erlang-c.ts';

/** A clinician is with the caller within a minute, nine times in ten (domain report 4.7). */
export const PHONE_TARGET = { withinSeconds: 60, share: 0.9 } as const;

/** An hour of the week at the phone desk. */
export interface PhoneHour {
  readonly callsPerHour: number;
  /** Clinicians on duty by the plan. */
  readonly clinicians: number;
  /** Share answered within the target's time; null when more calls come than they can ever answer. */
  readonly within: number | null;
  /** Share of their time on a call; null likewise. */
  readonly occupancy: number | null;
  /** How few clinicians would meet the target. */
  readonly needed: number;
}

/**
 * The 168 hours of a week from Monday midnight, by Erlang C: `calls` is how many came in each hour over `weeks` weeks. Each
 * hour stands for itself, as if its rate held long enough to settle.
 */
export function phoneHours(
  calls: readonly number[],
  weeks: number,
  handleSeconds: number,
  clinicians: readonly PlannedTeam[],
): PhoneHour[] {
  const { withinSeconds, share } = PHONE_TARGET;
  const lines = clinicians.map(({ units, hours }) => ({ units, duty: dutyOf(hours) }));
  return calls.map((count, hour) => {
    const callsPerHour = weeks > 0 ? count / weeks : 0;
    // A shift that begins or ends within the hour counts when it holds its middle.
    const middle = hour * 3600 + 1800;
    const on = lines.reduce((sum, { units, duty }) => sum + (isOn(duty, middle) ? units : 0), 0);
    const wait = phoneWait(callsPerHour, handleSeconds, on, withinSeconds);
    const quiet = callsPerHour === 0;
    return {
      callsPerHour,
      clinicians: on,
      within: quiet ? 1 : (wait?.within ?? null),
      occupancy: quiet ? 0 : (wait?.occupancy ?? null),
      needed: serversFor(callsPerHour, handleSeconds, withinSeconds, share),
    };
  });
}

/** Of all calls of the week, the share answered within the target's time; calls nobody can work off count as not. */
export function answeredWithin(hours: readonly PhoneHour[]): number | null {
  const calls = hours.reduce((sum, { callsPerHour }) => sum + callsPerHour, 0);
  if (calls === 0) return null;
  return (
    hours.reduce((sum, { callsPerHour, within }) => sum + callsPerHour * (within ?? 0), 0) / calls
  );
}
