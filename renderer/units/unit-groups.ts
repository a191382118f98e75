import type { UnitRow } from '#shared/board/board-rows.ts';
import type { UnitId } from '#shared/lib/brand.ts';
import { UNIT_STATUS } from '#shared/unit/unit-status.ts';

/** Where a unit stands, coarser than its status: what a dispatcher looks for first. */
export type Standing = 'free' | 'busy' | 'short' | 'off';

export const STANDING_LABELS: Readonly<Record<Standing, string>> = {
  free: 'free',
  busy: 'busy',
  short: 'short',
  off: 'off',
};

export interface UnitGroup {
  readonly key: string;
  readonly teamType: string;
  readonly team: string;
  readonly zone: string;
  readonly unitIds: readonly UnitId[];
  readonly counts: Readonly<Record<Standing, number>>;
}

/** `short`: on duty and free, yet something stands against sending it. Its row says what. */
export function standingOf(unit: Pick<UnitRow, 'status' | 'gap'>): Standing {
  if (unit.status === 'off-duty' || unit.status === 'out-of-service') return 'off';
  if (UNIT_STATUS[unit.status].onIncident) return 'busy';
  return unit.gap === null ? 'free' : 'short';
}

/**
 * Units by team type and zone. Rows keep their place by call sign: a board that reorders itself under
 * the eye makes people read it again at every change.
 */
export function groupUnits(units: Iterable<UnitRow>): UnitGroup[] {
  const groups = new Map<string, UnitRow[]>();
  for (const unit of units) {
    const key = `${unit.teamType}\u0000${unit.zone}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [unit]);
    else group.push(unit);
  }
  return [...groups.entries()]
    .map(([key, members]) => groupOf(key, members))
    .sort((a, b) => a.team.localeCompare(b.team) || a.zone.localeCompare(b.zone));
}

function groupOf(key: string, members: UnitRow[]): UnitGroup {
  members.sort((a, b) => callSigns.compare(a.unitId, b.unitId));
  const counts = { free: 0, busy: 0, short: 0, off: 0 };
  for (const unit of members) counts[standingOf(unit)] += 1;
  const [first] = members;
  return {
    key,
    teamType: first?.teamType ?? '',
    team: first?.team ?? '',
    zone: first?.zone ?? '',
    unitIds: members.map((unit) => unit.unitId),
    counts,
  };
}

/** M2 before M10. */
const callSigns = new Intl.Collator('en', { numeric: true });
