import { both, joined } from '../roster/coverage.ts';
import { workedSpans, type Shift, type Span } from '../roster/shift.ts';

/** What the roster holds of the alternative teams in a span of time. */
export interface StaffedHours {
  /** By role id: every hour somebody was planned and came, without breaks. */
  readonly roles: Readonly<Record<string, number>>;
  /** Of the teams: a unit counts while every role it must have is there. */
  readonly teamHours: number;
  /** Hours of people on units that are gone, so that nobody can tell which team they were. */
  readonly notKnown: number;
}

/** The team of a unit: the roles it must have, and whether it is an alternative one. Undefined: it is gone. */
export type TeamOfUnit = (
  unitId: string,
) => { readonly requiredRoles: readonly string[]; readonly counts: boolean } | undefined;

/** Null when no shift of a team that counts is in the span: then the roster says nothing, and not zero. */
export function staffedHours(
  shifts: readonly Shift[],
  teamOf: TeamOfUnit,
  span: Span,
): StaffedHours | null {
  const roles: Record<string, number> = {};
  let [teamHours, notKnown, any] = [0, 0, false];
  const units = new Map<string, Shift[]>();
  for (const shift of shifts) units.set(shift.unitId, [...(units.get(shift.unitId) ?? []), shift]);
  for (const [unitId, own] of units) {
    const team = teamOf(unitId);
    const worked = own.map((shift) => {
      return { role: shift.role, spans: both(span, workedSpans(shift)) };
    });
    if (team === undefined) {
      notKnown += hoursOf(worked.flatMap(({ spans }) => spans));
      continue;
    }
    if (!team.counts) continue;
    for (const { role, spans } of worked) {
      const hours = hoursOf(spans);
      if (hours > 0) any = true;
      roles[role] = (roles[role] ?? 0) + hours;
    }
    let there: readonly Span[] = joined(worked.flatMap(({ spans }) => spans));
    for (const role of team.requiredRoles) {
      const manned = joined(
        worked.filter((each) => each.role === role).flatMap((one) => one.spans),
      );
      there = there.flatMap((each) => both(each, manned));
    }
    teamHours += hoursOf(there);
  }
  return any ? { roles, teamHours, notKnown } : null;
}

function hoursOf(spans: readonly Span[]): number {
  return (
    spans.reduce((sum, { from, to }) => sum + Date.parse(to) - Date.parse(from), 0) / 3_600_000
  );
}
