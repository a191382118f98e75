/** A scale that several rows of one picture share. */
export interface Axis {
  readonly from: number;
  readonly to: number;
  /** Equal factors are equally wide: for ratios, and for times from seconds to an hour. */
  readonly log?: boolean;
}

/** Where a value stands, in percent of the width; what lies beyond an end stands at it. */
export function placeOn({ from, to, log = false }: Axis, value: number): number {
  const on = log ? (each: number) => Math.log(Math.max(each, Number.MIN_VALUE)) : same;
  const part = (on(value) - on(from)) / (on(to) - on(from));
  return 100 * Math.min(1, Math.max(0, part));
}

export function isBeyond({ from, to }: Axis, value: number): boolean {
  return value < from || value > to;
}

/** A share axis that is not wider than it has to be: it ends at 5, 10, 25, 50 or 100 %. */
export function shareAxis(highest: number): Axis {
  const to = [0.05, 0.1, 0.25, 0.5].find((end) => highest <= end) ?? 1;
  return { from: 0, to };
}

function same(value: number): number {
  return value;
}
