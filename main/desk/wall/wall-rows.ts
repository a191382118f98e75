import type { IncidentRow, UnitRow } from '#shared/board/board-rows.ts';
import type { WallIncident, WallUnit } from '#shared/board/wall-board.ts';
import type { Policy } from '#shared/policy/policy.ts';

/** An incident as the wall shows it. Member by member: what is added to the queue's row stays out of here. */
export function wallIncident(row: IncidentRow, policy: Policy): WallIncident {
  return {
    number: row.number,
    openedAt: row.openedAt,
    level: row.level,
    provisional: row.provisional,
    callType: row.callType,
    area: row.area,
    zone: policy.areas.find(({ name }) => name === row.area)?.zone ?? null,
    phase: row.phase,
    units: row.units.map(({ unitId }) => unitId),
    attention: row.attention,
    promise: row.promise && {
      from: row.promise.from,
      until: row.promise.until,
      what: row.promise.what,
    },
  };
}

/** A unit as the wall shows it: its call sign, and nobody of its crew. */
export function wallUnit(row: UnitRow): WallUnit {
  return {
    unitId: row.unitId,
    team: row.team,
    zone: row.zone,
    status: row.status,
    since: row.since,
    incidentNumber: row.incidentNumber,
    gap: row.gap,
    safety: row.safety && { state: row.safety.state, since: row.safety.since },
  };
}
