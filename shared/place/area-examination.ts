import type { Point, Polygon } from './area-map.ts';
import type { AdoptedMap, ProposedMap } from './area-map-events.ts';
import type { AreaMatch } from './match-areas.ts';

/** Something that keeps a file from being a map; `feature` counts from 1, null when it is the whole file. */
export interface AreaFault {
  readonly feature: number | null;
  /** The feature as its file calls it; null when it has no name. */
  readonly name: string | null;
  readonly why: string;
}

export function sayFault({ feature, name, why }: AreaFault): string {
  if (feature === null) return `The file ${why}`;
  return `Feature ${feature}${name === null ? '' : ` (“${name}”)`} ${why}`;
}

/** What a file of areas is, before anybody proposes it. */
export interface AreaExamination {
  /** Sentences that name the feature. The file is no map while there is one. */
  readonly faults: readonly string[];
  /** What somebody should look at, and what does not stand in the way. */
  readonly warnings: readonly string[];
  /** Members that could be the name: on every feature, and different on each. */
  readonly properties: readonly { readonly property: string; readonly example: string }[];
  /** The one the names were read from; null when there is none. */
  readonly property: string | null;
  readonly names: readonly string[];
  readonly matches: readonly AreaMatch[];
  /** Shapes that are no area of the policy as matched here. */
  readonly unmatched: readonly string[];
  readonly points: number;
}

/** The maps of the areas, for whoever keeps them. */
export interface KeptAreaMaps {
  readonly waiting: (ProposedMap & { readonly proposedByName: string }) | null;
  readonly inForce: (AdoptedMap & NamesOfTwo) | null;
  /** What a step back leads to; null when there is no step back. */
  readonly stepBack: { readonly to: string | null } | null;
}

interface NamesOfTwo {
  readonly proposedByName: string;
  readonly approvedByName: string | null;
}

/** The map in force as it is drawn: simplified for a screen, borders of neighbors still the same. */
export interface AreaPicture {
  readonly hash: string;
  readonly source: string;
  readonly schematic: boolean;
  readonly shapes: readonly PicturedArea[];
}

export interface PicturedArea {
  readonly name: string;
  readonly areaId: string | null;
  readonly zone: string | null;
  /** Where its name stands: a point inside of it. */
  readonly label: Point;
  readonly polygons: readonly Polygon[];
}
