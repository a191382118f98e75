import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Position } from '#shared/place/position.ts';
import type { View } from './plane.ts';

/** What a point is being set for. */
export interface Placing {
  readonly kind: 'incident' | 'unit';
  readonly id: string;
  /** The point that waits for a yes; null while it is still being chosen. */
  readonly point: Position | null;
}

/** How this operator looks at the map. Kept while other screens are open. */
export interface MapState {
  /** Null shows what matters and “all” the whole map, whatever the size of the window. */
  readonly view: View | 'all' | null;
  /** Key of the line that is chosen. */
  readonly chosen: string | null;
  readonly placing: Placing | null;
}

export const mapStore = createStore<MapState>(() => ({ view: null, chosen: null, placing: null }));

export function useMap<T>(selector: (map: MapState) => T): T {
  return useStore(mapStore, selector);
}

export function setView(view: MapState['view']): void {
  mapStore.setState({ view });
}

export function choose(chosen: string | null): void {
  if (mapStore.getState().chosen !== chosen) mapStore.setState({ chosen });
}

export function setPlacing(placing: Placing | null): void {
  mapStore.setState({ placing });
}

/** Begins to set a point for what is chosen; false when that is an area, or nothing. */
export function beginPlacing(): void | false {
  const { chosen } = mapStore.getState();
  const [kind, ...rest] = chosen?.split('/') ?? [];
  if (kind !== 'incident' && kind !== 'unit') return false;
  setPlacing({ kind, id: rest.join('/'), point: null });
}

export function pointAt(point: Position): void {
  const { placing } = mapStore.getState();
  if (placing !== null) setPlacing({ ...placing, point });
}
