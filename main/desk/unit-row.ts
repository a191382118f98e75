import { requiredOn } from './roster/duty-watch.ts';
import { shiftsOfUnit } from '#db/board/shifts-projection.ts';
import type { SafetySources } from './safety-rows.ts';
import type { KnownWhereabouts, UnitRow } from '#shared/board/board-rows.ts';
import type { Policy } from '#shared/policy/policy.ts';
import { teamTypeOn } from '#shared/policy/team-type.ts';
import { shortfallsOf, type LocalMoment } from '#shared/unit/availability.ts';
import { gapAhead } from '#shared/roster/duty.ts';
import { rolesInWords, type Unit } from '#shared/unit/unit.ts';
import { UNIT_STATUS } from '#shared/unit/unit-status.ts';

/** What the board shows of a unit, with the reason it cannot be sent when that is not its status. */
export function unitRow(
  unit: Unit,
  policy: Policy,
  now: LocalMoment,
  numberOf: (incidentId: string) => number | null,
): Omit<UnitRow, 'safety' | 'leaves' | 'limit'> {
  const team = teamTypeOn(policy, unit.teamType, now.date);
  return {
    unitId: unit.unitId,
    teamType: unit.teamType,
    team: team?.label ?? unit.teamType,
    short: team?.short ?? unit.teamType,
    zone: unit.zone,
    status: unit.status,
    since: unit.since,
    incidentId: unit.incidentId,
    incidentNumber: unit.incidentId === null ? null : numberOf(unit.incidentId),
    nextNumber: unit.next === null ? null : numberOf(unit.next),
    crew: unit.crew,
    whereabouts: knownWhereabouts(unit, policy, team?.areas ?? null),
    gap: UNIT_STATUS[unit.status].onIncident
      ? fellShort(unit)
      : gapOf(unit, policy, now, team?.areas ?? null),
    capabilities: unit.capabilities,
  };
}

function fellShort(unit: Unit): string | null {
  return unit.fellShort.length === 0 ? null : `No ${rolesInWords(unit.fellShort)} on duty`;
}

/** The next planned gap in the crew of a unit that is in service; the window warns when it is near. */
export function leavesSoon(
  { db, policy, now, local }: SafetySources,
  unit: Unit,
): UnitRow['leaves'] {
  if (unit.status === 'off-duty' || unit.status === 'out-of-service') return null;
  const shifts = shiftsOfUnit(db, unit.unitId, now.toISOString());
  return shifts.length === 0 ? null : gapAhead(unit, shifts, requiredOn(policy, local.date)(unit));
}

/** A unit may be anywhere; whether it is where it belongs is for a person to know, not to forbid. */
function knownWhereabouts(
  { whereabouts, zone }: Unit,
  policy: Policy,
  served: readonly string[] | null,
): KnownWhereabouts | null {
  if (whereabouts === null) return null;
  const area = policy.areas.find(({ id }) => id === whereabouts.areaId);
  if (area === undefined) return { ...whereabouts, area: null, standing: 'unknown' };
  if (served !== null && !served.includes(area.id))
    return { ...whereabouts, area: area.name, standing: 'outside-its-areas' };
  const standing = zone === area.zone ? 'in-its-zone' : 'in-other-zone';
  return { ...whereabouts, area: area.name, standing };
}

function gapOf(
  unit: Unit,
  policy: Policy,
  now: LocalMoment,
  areas: readonly string[] | null,
): string | null {
  // Area and level belong to an incident, so the row asks only what holds for any of them.
  const need = { level: 'L0', areaId: areas?.[0] ?? null, callType: null, now } as const;
  const gaps = shortfallsOf(policy, unit, need).filter(
    (each) => each.kind === 'short-crew' || each.kind === 'out-of-hours',
  );
  return gaps.length === 0 ? null : gaps.map((each) => each.text).join(' · ');
}
