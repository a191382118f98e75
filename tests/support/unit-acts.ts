import type { UnitId } from '#shared/lib/brand.ts';
import type { Topic } from '#shared/contract/console-contract.ts';
import type { Incident } from '#shared/incident/incident.ts';
import { POSITION_SOURCES } from '#shared/place/position.ts';
import type { Unit } from '#shared/unit/unit.ts';
import { UNIT_STATUSES } from '#shared/unit/unit-status.ts';

/** What a random hand does with units besides sending them and reporting their status. */
export const UNIT_ACTS = [
  'correct',
  'stand-down',
  'stack',
  'unstack',
  'pre-empt',
  'reassign',
  'undo',
  'at',
] as const;
export type UnitAct = (typeof UNIT_ACTS)[number];

export function isUnitAct(act: string): act is UnitAct {
  return (UNIT_ACTS as readonly string[]).includes(act);
}

/** The command of such an act; null without an incident to act on. `seq`: the newest journal entry. */
export function unitAct(
  act: UnitAct,
  incident: Incident | null,
  units: readonly Unit[],
  [b, c]: readonly [number, number],
  seq: number,
): readonly [topic: Topic, input: unknown] | null {
  const out = units.filter((unit) => unit.incidentId !== null);
  const among = out.length > 0 && c % 4 !== 0 ? out : units;
  const unitId: UnitId = among[b % among.length]!.unitId;
  const reason = c % 5 === 0 ? '' : 'The nearest by far.';
  switch (act) {
    case 'correct':
      return [
        'unit.correct-status',
        { unitId, status: UNIT_STATUSES[c % UNIT_STATUSES.length], reason },
      ];
    case 'stand-down':
      return ['unit.stand-down', { unitId, reason: c % 2 === 0 ? null : reason }];
    case 'at':
      return [
        'unit.report-position',
        {
          unitId,
          spot: SPOTS[c % SPOTS.length],
          source: POSITION_SOURCES[b % POSITION_SOURCES.length],
        },
      ];
    case 'undo':
      return ['act.undo', { seq }];
    case 'unstack':
      return [
        'unit.unstack',
        { unitId: units.find(({ next }) => next !== null)?.unitId ?? unitId, reason },
      ];
    case 'stack':
    case 'pre-empt':
    case 'reassign':
      if (incident === null) return null;
      return [TAKING[act], { incidentId: incident.incidentId, unitId, reason }];
  }
}

/** A point, an area, and one the policy does not have. */
const SPOTS = [
  { position: { lat: 41.97, lon: -87.66 } },
  { areaId: 'uptown' },
  { areaId: 'nowhere' },
];

const TAKING = {
  stack: 'incident.stack-unit',
  'pre-empt': 'incident.pre-empt-unit',
  reassign: 'incident.reassign-unit',
} as const;
