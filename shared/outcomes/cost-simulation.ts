import { amountsAt, type CostModel, type Variable } from './cost-model.ts';
import { drawBeta } from '../statistics/gamma.ts';
import { drawPert } from '../statistics/pert.ts';
import { seeded, type Draw } from '../statistics/seeded.ts';

/** Enough that the interval's ends stand still to two digits. */
export const COST_DRAWS = 10_000;

/** The sums of every draw, in the order they were drawn. */
export interface SimulatedCosts {
  readonly cost: Float64Array;
  readonly avoided: Float64Array;
}

/**
 * Draws every variable anew, each independent of the others, and adds up: Monte Carlo. An assumption is drawn
 * from the PERT distribution over its spread; a counted share from what its count leaves open (the beta
 * distribution of Jeffreys: k + ½ and n − k + ½).
 */
export function simulateCosts(model: CostModel, draws: number, seed: number): SimulatedCosts {
  const draw = seeded(seed);
  const [cost, avoided] = [new Float64Array(draws), new Float64Array(draws)];
  const values = new Float64Array(model.variables.length);
  for (let at = 0; at < draws; at += 1) {
    for (const [index, variable] of model.variables.entries())
      values[index] = valueOf(variable, draw);
    const amounts = amountsAt(model, values);
    cost[at] = amounts.cost;
    avoided[at] = amounts.avoided;
  }
  return { cost, avoided };
}

function valueOf(variable: Variable, draw: Draw): number {
  if (variable.kind === 'assumption') return drawPert(draw, variable);
  const { numerator, denominator } = variable;
  return drawBeta(draw, numerator + 0.5, denominator - numerator + 0.5);
}

/** Where the middle is, and between what 90 and 95 of 100 draws lie. */
export interface DrawnRange {
  readonly median: number;
  readonly low90: number;
  readonly high90: number;
  readonly low95: number;
  readonly high95: number;
}

export function rangeOf(drawn: Float64Array): DrawnRange {
  const sorted = Float64Array.from(drawn).sort();
  const at = (share: number) => {
    const place = (sorted.length - 1) * share;
    const below = sorted[Math.floor(place)] ?? 0;
    const above = sorted[Math.ceil(place)] ?? below;
    return below + (above - below) * (place - Math.floor(place));
  };
  return {
    median: at(0.5),
    low90: at(0.05),
    high90: at(0.95),
    low95: at(0.025),
    high95: at(0.975),
  };
}

/** How many draws fell into each of equally wide bins, from the lowest to the highest. */
export interface DrawnShape {
  readonly from: number;
  readonly to: number;
  readonly counts: readonly number[];
}

export function shapeOf(drawn: Float64Array, bins: number): DrawnShape {
  let [from, to] = [Infinity, -Infinity];
  for (const each of drawn) {
    if (each < from) from = each;
    if (each > to) to = each;
  }
  const counts = Array.from({ length: bins }, () => 0);
  const width = (to - from) / bins;
  for (const each of drawn) {
    const bin = width === 0 ? 0 : Math.min(bins - 1, Math.floor((each - from) / width));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return { from, to, counts };
}
