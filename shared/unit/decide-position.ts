import type { Unit } from './unit.ts';
import type { UnitEvent } from './unit-events.ts';
import { refuse, type Refusal } from '../lib/refusal.ts';
import type { PositionSource, Spot } from '../place/position.ts';
import type { Policy } from '../policy/policy.ts';

/** A unit was reported somewhere. The same place again is news too: it is known to be so now. */
export function reportPosition(
  { unitId }: Unit,
  spot: Spot,
  source: PositionSource,
  policy: Policy,
): UnitEvent[] | Refusal {
  if (spot.areaId !== null && !policy.areas.some(({ id }) => id === spot.areaId))
    return refuse(
      'unknown-area',
      `The policy has no area “${spot.areaId}”. ${unitId} stays where it was reported before.`,
    );
  return [{ type: 'unit.position-reported', unitId, spot, source }];
}
