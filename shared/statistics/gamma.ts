import { drawNormal, type Draw } from './seeded.ts';

/**
 * Of the gamma distribution with a shape above 0 and scale 1: squeezed rejection (G. Marsaglia and W. W. Tsang,
 * “A simple method for generating gamma variables”, ACM TOMS 26, 2000); below 1 by their boost of shape + 1.
 */
export function drawGamma(draw: Draw, shape: number): number {
  if (shape < 1) return drawGamma(draw, shape + 1) * Math.pow(1 - draw(), 1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = drawNormal(draw);
    const v = (1 + c * x) ** 3;
    if (v <= 0) continue;
    const u = 1 - draw();
    if (Math.log(u) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** Of the beta distribution: a share whose two sides weigh `a` and `b`. */
export function drawBeta(draw: Draw, a: number, b: number): number {
  const one = drawGamma(draw, a);
  return one / (one + drawGamma(draw, b));
}
