import type { PicturedArea } from '#shared/place/area-examination.ts';
import { cover, type Room } from './room.ts';
import type { Mark } from './map-marks.ts';
import type { Box, Plane } from './plane.ts';

/** What an area takes of the plane. */
export interface Ground {
  readonly shape: PicturedArea;
  readonly x: number;
  readonly y: number;
  readonly box: Box;
}

export interface PlacedName {
  readonly key: string;
  readonly kind: 'zone' | 'ours' | 'other';
  /** The middle of each line, and the foot of the last one. */
  readonly x: number;
  readonly y: number;
  readonly lines: readonly string[];
}

export const NAME_LINE = 14;
const LETTER = 6.7;
const CAPITAL = 8.5;
const ZONE_LETTER = 12.5;
const LONGEST = 12;
const MOST = 24;
const OVER_SIGN = -24;

export function groundsOf(shapes: readonly PicturedArea[], plane: Plane): readonly Ground[] {
  return shapes.map((shape) => {
    const [lon, lat] = shape.label;
    const [x, y] = plane.across({ lat, lon });
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const [cornerLon, cornerLat] of shape.polygons.flat(2)) {
      const [cx, cy] = plane.across({ lat: cornerLat, lon: cornerLon });
      left = Math.min(left, cx);
      right = Math.max(right, cx);
      top = Math.min(top, cy);
      bottom = Math.max(bottom, cy);
    }
    return { shape, x, y, box: { left, top, right, bottom } };
  });
}

/**
 * Names where the signs leave room, none over another: zones, then the areas served, those with the most
 * urgent incidents first, then the others. A name that finds no room beside its place is written shorter,
 * and at last left out; the list has it.
 */
export function placeNames(
  grounds: readonly Ground[],
  signs: readonly { readonly room: Room }[],
  urgency: ReadonlyMap<string, number>,
  scale: number,
): readonly PlacedName[] {
  const zones = zonesOf(grounds).map((zone) => zoneTries(zone, scale));
  const areas = byUrgency(grounds, urgency).map((ground) =>
    nameTries(ground, grounds, urgency, scale),
  );
  const taken = signs.map(({ room }) => room);
  return firstFree([...zones, ...areas], taken).map(({ name }) => name);
}

/** Where areas with open incidents would have their names: what the signs of less urgent ones leave free. */
export function roomForNames(
  grounds: readonly Ground[],
  urgency: ReadonlyMap<string, number>,
  scale: number,
): readonly Room[] {
  const busy = byUrgency(grounds, urgency).filter((ground) => urgencyOf(ground, urgency) > 0);
  const tries = busy.map((ground) => nameTries(ground, grounds, urgency, scale).slice(0, 1));
  return firstFree(tries, []).map(({ room }) => room);
}

type Try = PlacedName & { readonly wide: number };

function firstFree(all: readonly (readonly Try[])[], before: readonly Room[]) {
  const taken = [...before];
  return all.flatMap((tries) => {
    for (const { wide, ...name } of tries) {
      const room = roomOf(name, wide);
      if (taken.some((each) => cover(each, room))) continue;
      taken.push(room);
      return [{ name, room }];
    }
    return [];
  });
}

function byUrgency(grounds: readonly Ground[], urgency: ReadonlyMap<string, number>) {
  return grounds.toSorted((a, b) => urgencyOf(b, urgency) - urgencyOf(a, urgency));
}

/** Below zero for what nobody serves. */
function urgencyOf({ shape: { areaId } }: Ground, urgency: ReadonlyMap<string, number>): number {
  return areaId === null ? -1 : (urgency.get(areaId) ?? 0);
}

function roomOf({ x, y, lines }: PlacedName, wide: number): Room {
  return {
    left: x - wide / 2,
    right: x + wide / 2,
    top: y - lines.length * NAME_LINE,
    bottom: y + 3,
  };
}

function nameTries(
  ground: Ground,
  all: readonly Ground[],
  urgency: ReadonlyMap<string, number>,
  scale: number,
): Try[] {
  const { shape, x, y, box } = ground;
  const { name, areaId } = shape;
  const kind = areaId === null ? 'other' : 'ours';
  const [px, py] = [Math.round(x * scale), Math.round(y * scale)];
  const across = (box.right - box.left) * scale;
  const high = (box.bottom - box.top) * scale;
  const ways = areaId === null ? [inLines(name)] : [inLines(name), [shorter(name)]];
  return ways.flatMap((lines) => {
    const wide = widthOf(lines);
    const tall = lines.length * NAME_LINE;
    const at = (dx: number, dy: number) =>
      ({ key: name, kind, x: px + dx, y: py + dy, lines, wide }) as const;
    // Nobody is sent there: only where it fits in its own borders.
    if (kind === 'other') return wide < across && tall < high ? [at(0, tall / 2)] : [];
    // Over the sign of what is somewhere in the area; in the middle of it while nothing is open.
    const over = urgencyOf(ground, urgency) > 0 ? [OVER_SIGN, tall / 2] : [tall / 2, OVER_SIGN];
    const near = [...over, -6, tall + 10, tall + 28].filter(
      (dy) => Math.abs(dy) <= Math.max(36, high / 2),
    );
    const aside = (wide + across) / 2 + 4;
    const beside = [Math.round(aside), -Math.round(aside)].map((dx) => at(dx, tall / 2));
    const tries = [...near.map((dy) => at(0, dy)), ...beside];
    return tries.filter((each) => !isNameOfAnother(each, ground, all, scale));
  });
}

/** Outside its own area and well inside another that is served: it would be read as the name of that one. */
function isNameOfAnother(name: Try, own: Ground, all: readonly Ground[], scale: number): boolean {
  const { left, right, top, bottom } = roomOf(name, name.wide);
  const isIn = ({ box }: Ground, x: number, y: number, margin: number) => {
    const [mx, my] = [(box.right - box.left) * margin, (box.bottom - box.top) * margin];
    return (
      x > (box.left + mx) * scale &&
      x < (box.right - mx) * scale &&
      y > (box.top + my) * scale &&
      y < (box.bottom - my) * scale
    );
  };
  const middle = [(left + right) / 2, (top + bottom) / 2] as const;
  if (isIn(own, ...middle, 0)) return false;
  return all.some(
    (other) =>
      other !== own &&
      other.shape.areaId !== null &&
      [left, middle[0], right].some((x) => isIn(other, x, middle[1], 0.2)),
  );
}

function zonesOf(grounds: readonly Ground[]): readonly { zone: string; box: Box }[] {
  const boxes = new Map<string, Box>();
  for (const { shape, box } of grounds) {
    if (shape.zone === null) continue;
    const before = boxes.get(shape.zone);
    boxes.set(shape.zone, before === undefined ? box : around(before, box));
  }
  return [...boxes].map(([zone, box]) => ({ zone, box }));
}

/** Beside all that belongs to the zone, so that it is nobody’s name. */
function zoneTries({ zone, box }: { readonly zone: string; readonly box: Box }, scale: number) {
  const lines = [zone.toUpperCase()];
  const wide = zone.length * ZONE_LETTER;
  const [left, top, right, bottom] = [box.left, box.top, box.right, box.bottom].map((each) =>
    Math.round(each * scale),
  ) as [number, number, number, number];
  const middle = Math.round((left + right) / 2);
  const at = (x: number, y: number) =>
    ({ key: `zone/${zone}`, kind: 'zone', x, y, lines, wide }) as const;
  return [
    at(middle, top - 8),
    at(right - wide / 2, top - 8),
    at(left + wide / 2, top - 8),
    at(left - wide / 2 - 8, Math.round((top + bottom) / 2)),
    at(middle, bottom + 20),
  ];
}

/** The areas served and every open incident at a point of the map: what somebody opens the map for. */
export function boxThatMatters(
  grounds: readonly Ground[],
  marks: readonly Mark[],
  whole: Box,
): Box {
  const served = grounds.flatMap(({ shape, box }) => (shape.areaId === null ? [] : [box]));
  const open = marks.flatMap(({ exact, incidents, x, y }) => {
    const inside = x >= whole.left && x <= whole.right && y >= whole.top && y <= whole.bottom;
    return exact && incidents > 0 && inside ? [{ left: x, top: y, right: x, bottom: y }] : [];
  });
  const boxes = [...served, ...open];
  return boxes.length === 0 ? whole : boxes.reduce(around);
}

function around(a: Box, b: Box): Box {
  return {
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  };
}

function widthOf(lines: readonly string[]): number {
  return Math.max(...lines.map(wideOf));
}

function wideOf(line: string): number {
  let wide = 4;
  for (const letter of line) wide += letter === letter.toLowerCase() ? LETTER : CAPITAL;
  return wide;
}

/** In two lines where a name is long: “West / Garfield Park”. */
export function inLines(name: string): readonly string[] {
  if (name.length <= LONGEST) return [name];
  const words = name.split(' ');
  if (words.length === 1) return [cut(name)];
  const half = name.length / 2;
  let [first, best] = [1, Infinity];
  for (let at = 1; at < words.length; at += 1) {
    const far = Math.abs(words.slice(0, at).join(' ').length - half);
    if (far < best) [first, best] = [at, far];
  }
  return [words.slice(0, first).join(' '), words.slice(first).join(' ')].map(cut);
}

/** In one line, the sides of the sky by a letter: “W Garfield Park”. */
export function shorter(name: string): string {
  return cut(name.replace(/\b(North|South|East|West)\b(?=\s)/gi, (side) => side.slice(0, 1)));
}

function cut(line: string): string {
  return line.length > MOST ? `${line.slice(0, MOST - 1)}…` : line;
}
