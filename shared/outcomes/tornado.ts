import { amountsAt, likelyValues, type CostModel } from './cost-model.ts';

/** What the net comes to when one variable alone is at its lowest and at its highest. */
export interface TornadoBar {
  readonly id: string;
  readonly label: string;
  readonly low: number;
  readonly high: number;
  readonly atLow: number;
  readonly atHigh: number;
}

export interface Tornado {
  /** With everything at its likely value: what the bars turn about. */
  readonly likely: number;
  /** The widest first; a variable that moves nothing is not among them. */
  readonly bars: readonly TornadoBar[];
}

/** One at a time: the others stay at their likely values. `net` is avoided minus cost, over `divisor`. */
export function tornado(model: CostModel, divisor: number): Tornado {
  const values = likelyValues(model);
  const net = () => {
    const { cost, avoided } = amountsAt(model, values);
    return (avoided - cost) / divisor;
  };
  const likely = net();
  const bars = model.variables.map(({ id, label, low, likely: usual, high }, at): TornadoBar => {
    values[at] = low;
    const atLow = net();
    values[at] = high;
    const atHigh = net();
    values[at] = usual;
    return { id, label, low, high, atLow, atHigh };
  });
  return {
    likely,
    bars: bars.filter((bar) => swing(bar) > 0).sort((a, b) => swing(b) - swing(a)),
  };
}

export function swing({ atLow, atHigh }: TornadoBar): number {
  return Math.abs(atHigh - atLow);
}
