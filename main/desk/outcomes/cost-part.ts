import type { FigureSource } from './figure-source.ts';
import { costCounts, followUpsReached } from '#db/board/cost-counts.ts';
import { costsStanding } from '#db/board/costs-projection.ts';
import { countOpenCalls } from '#db/board/counted-calls.ts';
import { shiftsBetween } from '#db/board/shifts-projection.ts';
import { allUnits } from '#db/board/units-projection.ts';
import { costFigures, type CostFigures } from '#shared/outcomes/cost-figures.ts';
import type { CostRecord } from '#shared/outcomes/cost-record.ts';
import { daysOf, type Period } from '#shared/outcomes/period.ts';
import { staffedHours } from '#shared/outcomes/staffed-hours.ts';
import type { Policy, TeamType } from '#shared/policy/policy.ts';
import { teamTypesOn } from '#shared/policy/team-type.ts';
import type { Span } from '#shared/roster/shift.ts';
import { dayAfter, startOfDay } from '#shared/roster/zone-moment.ts';
import { shareOf } from '#shared/statistics/share.ts';

/** What the program cost over some days, and what it may have avoided. */
export function costPart(source: FigureSource, period: Period): CostFigures {
  const { inForce } = costsStanding(source.db);
  const seed = seedOf(`${period.from} ${period.to} ${JSON.stringify(inForce.lines)}`);
  return costFigures(inForce.lines, costRecord(source, period), seed);
}

function costRecord(source: FigureSource, period: Period): CostRecord {
  const { db, policy, timeZone, now } = source;
  const responses = policy.responses.filter(({ alternative }) => alternative === true);
  const types = new Set(responses.flatMap(({ teamTypes }) => teamTypes));
  const teams = teamTypesOn(policy, period.to).filter(({ id }) => types.has(id));
  const end = startOfDay(timeZone, dayAfter(period.to, 1));
  const span: Span = {
    from: startOfDay(timeZone, period.from),
    // What lies ahead is planned and not worked yet.
    to: end < now.toISOString() ? end : now.toISOString(),
  };
  countOpenCalls(db);
  const counts = costCounts(db, period, withoutUnit(policy));
  return {
    days: daysSoFar(period, span, timeZone),
    roster: span.from < span.to ? rosterIn(source, teams, span) : null,
    crew: averageCrew(teams),
    busy: { hours: counts.busySeconds / 3600, notKnown: counts.busyNotKnown },
    contacts: counts.contacts,
    completed: counts.completed,
    linked: counts.linked,
    followUps: followUpsReached(db, span.from, span.to),
    police: shareOf(counts.police, counts.policeKnown),
    hospital: shareOf(counts.hospital, counts.endKnown),
  };
}

function withoutUnit({ responses }: Policy): string[] {
  return responses.filter(({ teamTypes }) => teamTypes.length === 0).map(({ id }) => id);
}

/** Days of the period that are over or have begun: nothing is spent on those that lie ahead. */
function daysSoFar(period: Period, span: Span, timeZone: string): number {
  const whole = daysOf(period);
  const begun = (Date.parse(span.to) - Date.parse(startOfDay(timeZone, period.from))) / 86_400_000;
  return Math.min(whole, Math.max(0, Math.ceil(begun)));
}

function rosterIn({ db }: FigureSource, teams: readonly TeamType[], span: Span) {
  const shifts = shiftsBetween(db, span.from, span.to);
  const units = new Map(allUnits(db).map(({ unitId, teamType }) => [unitId as string, teamType]));
  const team = (id: string) => teams.find((each) => each.id === id);
  return staffedHours(
    shifts,
    (unitId) => {
      const teamType = units.get(unitId);
      if (teamType === undefined) return undefined;
      const counts = team(teamType);
      return { requiredRoles: counts?.requiredRoles ?? [], counts: counts !== undefined };
    },
    span,
  );
}

/** How many of each role a team has, on the average over the types of teams. */
function averageCrew(teams: readonly TeamType[]): Record<string, number> {
  const crew: Record<string, number> = {};
  for (const { requiredRoles } of teams)
    for (const role of requiredRoles) crew[role] = (crew[role] ?? 0) + 1 / teams.length;
  return crew;
}

/** The same text, the same seed: 32 bits of FNV-1a (G. Fowler, L. C. Noll and K.-P. Vo, 1991). */
function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1)
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash | 0;
}
