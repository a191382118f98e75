import type { DeskCore } from '../desk-core.ts';
import { timeZoneOf } from './planning.ts';
import { shiftsBetween } from '#db/board/shifts-projection.ts';
import { allUnits } from '#db/board/units-projection.ts';
import type { RosterUnit, RosterView } from '#shared/board/roster-view.ts';
import type { Policy, TeamType } from '#shared/policy/policy.ts';
import { teamTypeOn } from '#shared/policy/team-type.ts';
import { gapsOf, type CrewGap } from '#shared/roster/coverage.ts';
import type { Shift, Span } from '#shared/roster/shift.ts';
import { dayAfter, momentInZone, startOfDay } from '#shared/roster/zone-moment.ts';
import type { Unit } from '#shared/unit/unit.ts';

export function daysFrom(from: string, count: number, zone: string): RosterView['days'] {
  return Array.from({ length: count }, (_, at) => {
    const date = dayAfter(from, at);
    return { date, from: startOfDay(zone, date), to: startOfDay(zone, dayAfter(date, 1)) };
  });
}

/** Some days of the roster: every unit, who is planned on it, and where the plan leaves a role unfilled. */
export function rosterView(core: DeskCore, from: string, count: number): RosterView {
  const zone = timeZoneOf(core);
  const days = daysFrom(from, count, zone);
  const { policy } = core.requirePolicy();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return { days, units: [], names: [] };
  const shifts = shiftsBetween(core.db, first.from, last.to);
  const byUnit = new Map<string, Shift[]>();
  for (const shift of shifts)
    byUnit.set(shift.unitId, [...(byUnit.get(shift.unitId) ?? []), shift]);
  const now = core.now().toISOString();
  const units = allUnits(core.db).map((unit) => {
    const row = rosterUnit(unit, byUnit.get(unit.unitId) ?? [], days, policy, zone);
    // What lies behind cannot be filled any more.
    const ahead = row.gaps.filter(({ to }) => to > now);
    return {
      ...row,
      gaps: ahead.map((gap) => ({ ...gap, from: gap.from > now ? gap.from : now })),
    };
  });
  const collator = new Intl.Collator('en', { numeric: true });
  units.sort(
    (a, b) =>
      a.team.localeCompare(b.team) ||
      a.zone.localeCompare(b.zone) ||
      collator.compare(a.unitId, b.unitId),
  );
  return { days, units, names: [...new Set(shifts.map(({ name }) => name))].sort() };
}

function rosterUnit(
  unit: Unit,
  shifts: readonly Shift[],
  days: RosterView['days'],
  policy: Policy,
  zone: string,
): RosterUnit {
  const label = (teamType: string) =>
    teamTypeOn(policy, teamType, days[0]?.date ?? '')?.label ?? teamType;
  const { unitId, teamType, status, crew, posting } = unit;
  const served = days.map((day) => {
    const team = teamTypeOn(policy, teamType, day.date);
    return { team, hours: team === undefined ? [] : hoursOn(team, day.date, zone) };
  });
  return {
    unitId,
    teamType,
    team: label(teamType),
    short: teamTypeOn(policy, teamType, days[0]?.date ?? '')?.short ?? teamType,
    zone: unit.zone,
    status,
    requiredRoles: served[0]?.team?.requiredRoles ?? [],
    crew,
    posting: posting && { ...posting, team: label(posting.teamType) },
    hours: served.flatMap(({ hours }) => hours),
    shifts: shifts.map(({ reached: _reached, unitId: _unitId, ...shift }) => shift),
    gaps: shifts.length === 0 ? [] : gapsBy(served, shifts),
  };
}

/** Days with the same roles run through midnight; a team with other roles begins its day anew. */
function gapsBy(
  served: readonly { readonly team: TeamType | undefined; readonly hours: readonly Span[] }[],
  shifts: readonly Shift[],
): CrewGap[] {
  const teams = [...new Set(served.map(({ team }) => team))];
  return teams.flatMap((team) => {
    const hours = served.filter((day) => day.team === team).flatMap((day) => day.hours);
    return gapsOf(shifts, team?.requiredRoles ?? [], hours);
  });
}

/** When a team serves on one day of the center's calendar. */
function hoursOn(team: TeamType, date: string, zone: string): Span[] {
  if (date < team.effectiveFrom) return [];
  if (team.effectiveTo !== null && date >= team.effectiveTo) return [];
  const weekday = new Date(date).getUTCDay();
  return team.hours
    .filter(({ days }) => days.includes(weekday))
    .map(({ from, to }) => ({ from: atMinute(date, from, zone), to: atMinute(date, to, zone) }))
    .filter(({ from, to }) => from < to);
}

function atMinute(date: string, minute: number, zone: string): string {
  if (minute >= 1440) return startOfDay(zone, dayAfter(date, 1));
  const two = (value: number) => String(value).padStart(2, '0');
  const time = `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
  // In the hour that is left out, service begins when the clock goes on.
  return momentInZone(zone, date, time) ?? atMinute(date, minute + 60, zone);
}
