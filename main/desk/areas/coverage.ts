import type { Point, Polygon } from '#shared/place/area-map.ts';

/** A place where two areas lie over one another, or where between them lies none. */
export interface Patch {
  /** Index of the areas that overlap; none for a gap. */
  readonly areas: readonly number[];
  readonly at: Point;
  /** In square degrees, to the grain of the grid. */
  readonly size: number;
}

/** Rows and columns the whole map is looked at in: the tolerance, about 250 ft for a large city. */
const GRAIN = 500;
/** Smaller than this is a seam of two drawings, not a mistake. */
const LEAST_CELLS = 6;

/**
 * Where areas overlap or leave a gap among them, on a grid over all of them. Every row is cut with every
 * border once, so that 50,000 points take a moment.
 */
export function lookAtCoverage(areas: readonly (readonly Polygon[])[]): {
  readonly overlaps: readonly Patch[];
  readonly gaps: readonly Patch[];
} {
  const box = boundsOf(areas);
  const [width, height] = [(box.east - box.west) / GRAIN, (box.north - box.south) / GRAIN];
  if (!(width > 0) || !(height > 0)) return { overlaps: [], gaps: [] };
  const centre = (cell: number): Point => [
    box.west + ((cell % GRAIN) + 0.5) * width,
    box.south + (Math.floor(cell / GRAIN) + 0.5) * height,
  ];
  const owner = new Int32Array(GRAIN * GRAIN).fill(-1);
  const shared = new Map<string, number[]>();
  for (const [index, polygons] of areas.entries())
    fill(polygons, box.west, box.south, width, height, (cell) => {
      const other = owner[cell] ?? -1;
      if (other === index) return;
      if (other === -1) owner[cell] = index;
      else {
        const pair = `${other} ${index}`;
        shared.set(pair, [...(shared.get(pair) ?? []), cell]);
      }
    });
  const patch = (cells: readonly number[], of: readonly number[]): Patch => ({
    areas: of,
    at: centre(cells[Math.floor(cells.length / 2)] ?? 0),
    size: cells.length * width * height,
  });
  return {
    overlaps: [...shared]
      .filter(([, cells]) => cells.length >= LEAST_CELLS)
      .map(([pair, cells]) => patch(cells, pair.split(' ').map(Number))),
    gaps: enclosed(owner)
      .filter((cells) => cells.length >= LEAST_CELLS)
      .map((cells) => patch(cells, [])),
  };
}

function boundsOf(areas: readonly (readonly Polygon[])[]) {
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (const [lon, lat] of areas.flat(3)) {
    box.west = Math.min(box.west, lon);
    box.east = Math.max(box.east, lon);
    box.south = Math.min(box.south, lat);
    box.north = Math.max(box.north, lat);
  }
  return box;
}

/** Names every cell whose middle lies inside: by the crossings of each row, in pairs. */
function fill(
  polygons: readonly Polygon[],
  west: number,
  south: number,
  width: number,
  height: number,
  cellIn: (cell: number) => void,
): void {
  const rows = new Map<number, number[]>();
  for (const ring of polygons.flat())
    for (let at = 1; at < ring.length; at += 1) {
      const [[ax, ay], [bx, by]] = [ring[at - 1] as Point, ring[at] as Point];
      const [low, high] = ay < by ? [ay, by] : [by, ay];
      const first = Math.max(0, Math.ceil((low - south) / height - 0.5));
      for (let row = first; row < GRAIN; row += 1) {
        const lat = south + (row + 0.5) * height;
        if (lat >= high) break;
        if (lat < low) continue;
        const lon = ax + ((lat - ay) / (by - ay)) * (bx - ax);
        rows.set(row, [...(rows.get(row) ?? []), lon]);
      }
    }
  for (const [row, lons] of rows) {
    lons.sort((a, b) => a - b);
    for (let pair = 0; pair + 1 < lons.length; pair += 2) {
      const from = Math.max(0, Math.ceil(((lons[pair] ?? 0) - west) / width - 0.5));
      const to = Math.min(GRAIN - 1, Math.ceil(((lons[pair + 1] ?? 0) - west) / width - 0.5) - 1);
      for (let column = from; column <= to; column += 1) cellIn(row * GRAIN + column);
    }
  }
}

/** Groups of empty cells that no way leads out of: holes between the areas, not the world around them. */
function enclosed(owner: Int32Array): number[][] {
  const seen = new Uint8Array(owner.length);
  const groups: number[][] = [];
  for (let start = 0; start < owner.length; start += 1) {
    if (owner[start] !== -1 || seen[start] === 1) continue;
    const group = [start];
    seen[start] = 1;
    let open = false;
    for (let next = 0; next < group.length; next += 1) {
      const cell = group[next] as number;
      const [column, row] = [cell % GRAIN, Math.floor(cell / GRAIN)];
      if (column === 0 || row === 0 || column === GRAIN - 1 || row === GRAIN - 1) open = true;
      const around = [
        column > 0 ? cell - 1 : -1,
        column < GRAIN - 1 ? cell + 1 : -1,
        cell - GRAIN,
        cell + GRAIN,
      ];
      for (const each of around) {
        if (each < 0 || each >= owner.length || seen[each] === 1 || owner[each] !== -1) continue;
        seen[each] = 1;
        group.push(each);
      }
    }
    if (!open) groups.push(group);
  }
  return groups;
}
