import type { AreaMap } from './area-map.ts';
import type { OperatorId } from '../lib/brand.ts';

/** How a map of the areas changes: proposed by one person, approved by another, one step back by one. */
export type AreaMapEvent =
  /** The whole map goes into the journal: an area found by a point can be found again. */
  | {
      readonly type: 'areas.proposed';
      readonly hash: string;
      readonly map: AreaMap;
      readonly note: string;
    }
  /** The proposed map of this hash is in force. `training` came with the training center. */
  | {
      readonly type: 'areas.adopted';
      readonly hash: string;
      readonly how: 'imported' | 'training';
      readonly approvedBy: OperatorId | null;
    }
  /** The second person says no, or the author takes it back. */
  | { readonly type: 'areas.declined'; readonly hash: string; readonly reason: string }
  /** The map in force goes, and the one before it is in force again; or none, when it was the first. */
  | { readonly type: 'areas.withdrawn'; readonly hash: string; readonly reason: string };

/** A map by what people have to know of it; the shapes are kept by its hash. */
export interface ProposedMap {
  readonly hash: string;
  readonly source: string;
  readonly schematic: boolean;
  readonly shapes: number;
  /** How many of them are areas of the policy. */
  readonly matched: number;
  readonly note: string;
  readonly proposedBy: OperatorId;
  /** ISO instant. */
  readonly proposedAt: string;
}

export interface AdoptedMap extends ProposedMap {
  readonly approvedBy: OperatorId | null;
  /** ISO instant. */
  readonly adoptedAt: string;
}

export interface AreaMaps {
  readonly waiting: ProposedMap | null;
  readonly inForce: AdoptedMap | null;
  /** What a step back leads to. One step only: after it there is none to go further back to. */
  readonly stepBack: { readonly to: AdoptedMap | null } | null;
}

export const NO_AREA_MAPS: AreaMaps = { waiting: null, inForce: null, stepBack: null };

export function evolveAreaMaps(
  maps: AreaMaps,
  event: AreaMapEvent,
  { at, by }: { readonly at: string; readonly by: OperatorId },
): AreaMaps {
  switch (event.type) {
    case 'areas.proposed': {
      const { hash, note, map } = event;
      const { source, schematic, shapes } = map;
      const matched = shapes.filter(({ areaId }) => areaId !== null).length;
      const kept = { source, schematic, shapes: shapes.length, matched };
      return { ...maps, waiting: { hash, note, ...kept, proposedBy: by, proposedAt: at } };
    }
    case 'areas.adopted': {
      if (maps.waiting?.hash !== event.hash) return maps;
      const inForce = { ...maps.waiting, approvedBy: event.approvedBy, adoptedAt: at };
      return { waiting: null, inForce, stepBack: { to: maps.inForce } };
    }
    case 'areas.declined':
      return { ...maps, waiting: null };
    case 'areas.withdrawn':
      return { ...maps, inForce: maps.stepBack?.to ?? null, stepBack: null };
  }
}
