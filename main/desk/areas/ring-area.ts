import type { Point, Ring } from '#shared/place/area-map.ts';

/** What a ring encloses, in square degrees: positive when it runs counterclockwise. */
export function signedArea(ring: Ring): number {
  const [origin] = ring;
  if (origin === undefined) return 0;
  let sum = 0;
  for (let at = 1; at < ring.length; at += 1) {
    const [a, b] = [ring[at - 1] as Point, ring[at] as Point];
    // Relative to a corner: far from the origin the products would swallow the small differences.
    sum += (a[0] - origin[0]) * (b[1] - origin[1]) - (b[0] - origin[0]) * (a[1] - origin[1]);
  }
  return sum / 2;
}
