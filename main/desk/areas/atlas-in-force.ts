import { areaAt, atlasOf, foundIn, OUTSIDE, type AreaAtlas } from './area-atlas.ts';
import { pictureOf } from './area-picture.ts';
import { touchedAreas } from './touched-areas.ts';
import { areaMapOf, areaMaps } from '#db/board/area-maps-projection.ts';
import type { Database } from '#db/open-database.ts';
import type { TouchedAreas } from '#shared/board/location-lines.ts';
import type { LocationShape } from '#shared/location/location-shape.ts';
import type { AreaPicture } from '#shared/place/area-examination.ts';
import type { FoundArea } from '#shared/place/area-map.ts';
import type { Position } from '#shared/place/position.ts';
import type { Policy } from '#shared/policy/policy.ts';

/**
 * The map of the areas in force, read when somebody first asks and kept until another is. A start does
 * not wait for it.
 */
export class AtlasInForce {
  readonly #db: Database;
  #held: { readonly hash: string; readonly atlas: AreaAtlas } | null = null;
  #picture: { readonly of: string; readonly policy: Policy; readonly picture: AreaPicture } | null =
    null;
  #borders: {
    readonly of: string;
    readonly policy: Policy;
    readonly areaAt: (position: Position) => FoundArea;
  } | null = null;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Where a point lies; null while no map is in force. */
  areaAt(position: Position, policy: Policy): FoundArea | null {
    const held = this.#now();
    return held === null ? null : areaAt(held.atlas, position, policy);
  }

  /** The same for many points; null also while the map in force only shows who is next to whom. */
  borders(policy: Policy): ((position: Position) => FoundArea) | null {
    const held = this.#now();
    if (held === null || held.atlas.map.schematic) return null;
    if (this.#borders?.of !== held.hash || this.#borders.policy !== policy) {
      const found = new Map(
        held.atlas.map.shapes.map((shape) => [shape, foundIn(shape, policy)] as const),
      );
      const areaAt = (position: Position) => {
        const shape = held.atlas.shapeAt(position);
        return (shape === null ? null : found.get(shape)) ?? OUTSIDE;
      };
      this.#borders = { of: held.hash, policy, areaAt };
    }
    return this.#borders.areaAt;
  }

  /** The areas a shape may lie in; null without a drawing, or while no map is in force. */
  touched(shape: LocationShape, policy: Policy): TouchedAreas | null {
    const held = this.#now();
    return held === null ? null : touchedAreas(held.atlas, shape, policy);
  }

  /** As it is drawn; null while no map is in force. */
  picture(policy: Policy): AreaPicture | null {
    const held = this.#now();
    if (held === null) return null;
    if (this.#picture?.of !== held.hash || this.#picture.policy !== policy)
      this.#picture = {
        of: held.hash,
        policy,
        picture: pictureOf(held.hash, held.atlas.map, policy),
      };
    return this.#picture.picture;
  }

  #now(): { readonly hash: string; readonly atlas: AreaAtlas } | null {
    const hash = areaMaps(this.#db).inForce?.hash ?? null;
    if (hash === null) return null;
    if (this.#held?.hash !== hash) {
      const map = areaMapOf(this.#db, hash);
      if (map === null) return null;
      this.#held = { hash, atlas: atlasOf(map) };
    }
    return this.#held;
  }
}
