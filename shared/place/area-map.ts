/** Longitude first, as GeoJSON has it, in degrees WGS84. */
export type Point = readonly [lon: number, lat: number];
/** Closed: its last point is its first. */
export type Ring = readonly Point[];
/** The outer ring, then its holes. */
export type Polygon = readonly Ring[];

export interface AreaShape {
  /** As the center's file calls it. */
  readonly name: string;
  /** The policy's area it is; null for one that is drawn only so that people find their way. */
  readonly areaId: string | null;
  readonly polygons: readonly Polygon[];
}

/** The areas of a center as drawn. Which of them a team serves, and their zones, say the policy. */
export interface AreaMap {
  /** Name of the file it was read from, or what else made it. */
  readonly source: string;
  /** Simple shapes that show who is next to whom, not where a border runs. */
  readonly schematic: boolean;
  readonly shapes: readonly AreaShape[];
}

/** The area a point lies in: by its name on the map, and in the policy when it is one of its areas. */
export interface FoundArea {
  readonly name: string | null;
  readonly areaId: string | null;
}
