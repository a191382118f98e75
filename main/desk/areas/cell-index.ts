import type { AreaShape, Point } from '#shared/place/area-map.ts';

/** Cells along each side of the map. A city's areas are some miles wide, so few cells have a border in them. */
const CELLS = 512;
/** No border is in the cell, and nobody has asked yet what it is in. */
const NOT_ASKED = -3;
const BORDER = -2;
const NO_SHAPE = -1;
/** A border that runs along the edge of a cell is in both cells beside it. */
const EDGE = 1e-9;

/**
 * Which shape a point is in, without looking at a border where none is near: the map is cut into cells, and in
 * a cell without a border every point is in the shape the first one was. Whoever asks about every block of a
 * street pays for few of them.
 */
export function cellIndex(
  shapes: readonly AreaShape[],
  look: (lon: number, lat: number) => number | null,
): (lon: number, lat: number) => number | null {
  const rings = shapes.flatMap(({ polygons }) => polygons.flat());
  const box = boxOf(rings);
  const [width, height] = [(box.east - box.west) / CELLS, (box.north - box.south) / CELLS];
  if (!(width > 0) || !(height > 0)) return look;
  const cells = new Int16Array(CELLS * CELLS).fill(NOT_ASKED);
  const column = (lon: number) => Math.floor((lon - box.west) / width);
  const row = (lat: number) => Math.floor((lat - box.south) / height);
  const kept = (at: number) => Math.min(CELLS - 1, Math.max(0, at));

  const markStretch = (ax: number, ay: number, bx: number, by: number) => {
    const [left, right] = [Math.min(ax, bx) - EDGE, Math.max(ax, bx) + EDGE];
    const [low, high] = [Math.min(ay, by) - EDGE, Math.max(ay, by) + EDGE];
    for (let y = kept(row(low)); y <= kept(row(high)); y += 1)
      for (let x = kept(column(left)); x <= kept(column(right)); x += 1)
        cells[y * CELLS + x] = BORDER;
  };
  for (const ring of rings)
    for (let at = 1; at < ring.length; at += 1) {
      const [[ax, ay], [bx, by]] = [ring[at - 1] as Point, ring[at] as Point];
      // In pieces of a cell at most, so that a long slanting border does not take all the cells it spans.
      const pieces = Math.ceil(Math.max(Math.abs(bx - ax) / width, Math.abs(by - ay) / height, 1));
      for (let piece = 0; piece < pieces; piece += 1) {
        const [from, to] = [piece / pieces, (piece + 1) / pieces];
        markStretch(
          ax + (bx - ax) * from,
          ay + (by - ay) * from,
          ax + (bx - ax) * to,
          ay + (by - ay) * to,
        );
      }
    }

  return (lon, lat) => {
    const [x, y] = [column(lon), row(lat)];
    if (x < 0 || y < 0 || x >= CELLS || y >= CELLS) return look(lon, lat);
    const cell = y * CELLS + x;
    const known = cells[cell] ?? BORDER;
    if (known >= 0) return known;
    if (known === NO_SHAPE) return null;
    const found = look(lon, lat);
    if (known === NOT_ASKED) cells[cell] = found ?? NO_SHAPE;
    return found;
  };
}

function boxOf(rings: readonly (readonly Point[])[]) {
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (const ring of rings)
    for (const [lon, lat] of ring) {
      box.west = Math.min(box.west, lon);
      box.east = Math.max(box.east, lon);
      box.south = Math.min(box.south, lat);
      box.north = Math.max(box.north, lat);
    }
  return box;
}
