import type { PlacePosition } from '../place/position.ts';

/**
 * Where the incident is. The address is as spoken; the area id is from the policy, null outside all;
 * the position is null as long as nobody set a point.
 */
export interface Place {
  readonly address: string;
  readonly areaId: string | null;
  readonly position: PlacePosition | null;
}
