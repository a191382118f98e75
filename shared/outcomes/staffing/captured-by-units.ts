import { drawBusy, drawWeeks, type Busy, type Demand } from './demand.ts';
import type { StaffingPlan } from './plan.ts';
import { replayed } from './replay-demand.ts';
import { seeded } from '../../statistics/seeded.ts';

/** One point of the curve: so many units of the team, and the share of the calls that gets a unit of any team. */
export interface UnitsPoint {
  readonly units: number;
  readonly captured: number;
}

/**
 * What each further unit of a team would add: one drawn year played with none of them, with one, up to `most`, all on
 * the same calls. Yields the share that is done; returns the points, none of them without a call.
 */
export function* capturedByUnits(
  history: Demand,
  busy: Busy,
  plan: StaffingPlan,
  teamId: string,
  most: number,
  seed: number,
): Generator<number, UnitsPoint[]> {
  const draw = seeded(seed);
  const demand = drawWeeks(history, 52, draw);
  const times = demand.calls.map((call) => drawBusy(call.busySeconds, busy, draw));
  const points: UnitsPoint[] = [];
  if (demand.calls.length === 0) return points;
  for (let units = 0; units <= most; units += 1) {
    const teams = plan.teams.map((team) => (team.id === teamId ? { ...team, units } : team));
    const { captured, calls } = replayed(
      { ...plan, teams },
      demand,
      (_, place) => times[place] ?? 0,
    );
    points.push({ units, captured: captured / calls });
    yield (units + 1) / (most + 1);
  }
  return points;
}
