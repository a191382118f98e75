import type { PicturedArea } from '#shared/place/area-examination.ts';
import type { Position } from '#shared/place/position.ts';

/** Metres east and south of the middle of the map: flat, and true enough across one city. */
export interface Plane {
  readonly across: (position: Position) => readonly [x: number, y: number];
  readonly back: (x: number, y: number) => Position;
  readonly box: Box;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const METERS_PER_DEGREE = 111_195;

/** The plane of these shapes. Null when there is nothing to draw. */
export function planeOf(shapes: readonly PicturedArea[]): Plane | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon, lat] of shapes.flatMap(({ polygons }) => polygons.flat(2))) {
    west = Math.min(west, lon);
    east = Math.max(east, lon);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  if (!(west < east) || !(south < north)) return null;
  const middle = { lat: (south + north) / 2, lon: (west + east) / 2 };
  const perLon = METERS_PER_DEGREE * Math.cos((middle.lat * Math.PI) / 180);
  const across = ({ lat, lon }: Position) =>
    [(lon - middle.lon) * perLon, (middle.lat - lat) * METERS_PER_DEGREE] as const;
  const [left, top] = across({ lat: north, lon: west });
  const [right, bottom] = across({ lat: south, lon: east });
  return {
    across,
    back: (x, y) => ({ lat: middle.lat - y / METERS_PER_DEGREE, lon: middle.lon + x / perLon }),
    box: { left, top, right, bottom },
  };
}

/** How the plane lies in the window: a point at x stands at x × scale + left. */
export interface View {
  readonly scale: number;
  readonly left: number;
  readonly top: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

const MARGIN = 28;
const CLOSEST = 0.4;

export function fitted({ left, top, right, bottom }: Box, { width, height }: Size): View {
  const [wide, high] = [Math.max(1, right - left), Math.max(1, bottom - top)];
  const room = { width: Math.max(1, width - 2 * MARGIN), height: Math.max(1, height - 2 * MARGIN) };
  const scale = Math.min(CLOSEST, room.width / wide, room.height / high);
  return {
    scale,
    left: width / 2 - ((left + right) / 2) * scale,
    top: height / 2 - ((top + bottom) / 2) * scale,
  };
}

/** Closer or further around a point of the window, which stays where it is. */
export function zoomed(view: View, by: number, at: readonly [number, number], least: number): View {
  const scale = Math.min(CLOSEST, Math.max(least / 2, view.scale * by));
  const share = scale / view.scale;
  return {
    scale,
    left: at[0] - (at[0] - view.left) * share,
    top: at[1] - (at[1] - view.top) * share,
  };
}

export function panned(view: View, x: number, y: number): View {
  return { ...view, left: view.left + x, top: view.top + y };
}

/** The same view, moved only when the point would stand outside or at its edge. */
export function showing(view: View, point: readonly [number, number], size: Size): View {
  const [x, y] = point;
  const at = [x * view.scale + view.left, y * view.scale + view.top] as const;
  return isIn(at, size) ? view : centered(view, point, size);
}

export function centered(view: View, [x, y]: readonly [number, number], size: Size): View {
  const { width, height } = size;
  return { ...view, left: width / 2 - x * view.scale, top: height / 2 - y * view.scale };
}

/** In the window, with room around it. */
export function isIn([x, y]: readonly [number, number], { width, height }: Size): boolean {
  return x > MARGIN && x < width - MARGIN && y > MARGIN && y < height - MARGIN;
}
