import type { XmlElement } from '@rgrove/parse-xml';
import { attributeOf, childNamed, childrenOf, nameOf, unreadable, wordsOf } from './xml-tree.ts';
import { isRefusal, type Refusal } from '#shared/lib/refusal.ts';
import { shapeMistake, type LocationShape } from '#shared/location/location-shape.ts';
import type { Position } from '#shared/place/position.ts';

export interface ReadShape {
  readonly shape: LocationShape;
  readonly altitude: number | null;
}

/** A position with its height, as a coordinate reference system orders and counts its numbers. */
interface Crs {
  readonly dimensions: 2 | 3;
  readonly lonFirst: boolean;
}

interface Spot extends Position {
  readonly altitude: number | null;
}

const SHAPES = [
  'point',
  'circle',
  'sphere',
  'ellipse',
  'ellipsoid',
  'arcband',
  'polygon',
  'prism',
  'envelope',
] as const;
type ShapeName = (typeof SHAPES)[number];

const MOST_CORNERS = 1000;

export function isShape(element: XmlElement): boolean {
  return (SHAPES as readonly string[]).includes(nameOf(element));
}

/** A shape of RFC 5491 as it lies on the ground. Its height, where it has one, is kept beside it. */
export function readShape(element: XmlElement): ReadShape | Refusal {
  const name = nameOf(element) as ShapeName;
  const crs = crsOf(element) ?? crsOf(innerOf(element)) ?? { dimensions: 2, lonFirst: false };
  if (isRefusal(crs)) return crs;
  const read = readers[name](element, crs);
  if (isRefusal(read)) return read;
  const mistake = shapeMistake(read.shape);
  return mistake === null ? read : unreadable(`${startingSmall(mistake)}`);
}

function startingSmall(sentence: string): string {
  return sentence.replace(/\.$/u, '').replace(/^[A-Z](?=[a-z])/u, (letter) => letter.toLowerCase());
}

type Reader = (element: XmlElement, crs: Crs) => ReadShape | Refusal;

const readers: Readonly<Record<ShapeName, Reader>> = {
  point: (element, crs) => {
    const spot = spotOf(element, crs);
    return isRefusal(spot) ? spot : ground(spot, { kind: 'point', position: onGround(spot) });
  },
  circle: round,
  sphere: round,
  ellipse: oval,
  ellipsoid: oval,
  arcband: (element, crs) => {
    const read = all(
      spotOf(element, crs),
      lengthOf(element, 'innerradius'),
      lengthOf(element, 'outerradius'),
      angleOf(element, 'startangle'),
      angleOf(element, 'openingangle'),
    );
    if (isRefusal(read)) return read;
    const [spot, inner, outer, start, opening] = read;
    return ground(spot, {
      kind: 'arc-band',
      middle: onGround(spot),
      inner,
      outer,
      start,
      opening,
    });
  },
  polygon: (element, crs) => {
    const exterior = childNamed(element, 'exterior') ?? childNamed(element, 'outerboundaryis');
    if (exterior === null) return unreadable('its polygon has no exterior');
    const rings: Position[][] = [];
    let altitude: number | null = null;
    const holes = childrenOf(element).filter((each) =>
      ['interior', 'innerboundaryis'].includes(nameOf(each)),
    );
    for (const side of [exterior, ...holes]) {
      const spots = ringOf(side, crs);
      if (isRefusal(spots)) return spots;
      altitude ??= spots[0]?.altitude ?? null;
      rings.push(spots.map(onGround));
    }
    const [first = [], ...interiors] = rings;
    return { shape: { kind: 'polygon', exterior: first, interiors }, altitude };
  },
  // A prism is the polygon it stands on, at its height: where on the ground somebody is.
  prism: (element, crs) => {
    const base = childNamed(element, 'base');
    const polygon = base === null ? null : childNamed(base, 'polygon');
    return polygon === null
      ? unreadable('its prism stands on no polygon')
      : readers.polygon(polygon, crs);
  },
  envelope: (element, crs) => {
    const [low, high] = ['lowercorner', 'uppercorner'].map((name) =>
      spotsIn(wordsOf(childNamed(element, name)), crs),
    );
    if (low === undefined || high === undefined) return unreadable('its envelope has no corners');
    if (isRefusal(low)) return low;
    if (isRefusal(high)) return high;
    const [a, b] = [low[0], high[0]];
    if (a === undefined || b === undefined) return unreadable('its envelope has no corners');
    const exterior = [
      { lat: a.lat, lon: a.lon },
      { lat: a.lat, lon: b.lon },
      { lat: b.lat, lon: b.lon },
      { lat: b.lat, lon: a.lon },
      { lat: a.lat, lon: a.lon },
    ];
    return ground(a, { kind: 'polygon', exterior, interiors: [] });
  },
};

function round(element: XmlElement, crs: Crs): ReadShape | Refusal {
  const read = all(spotOf(element, crs), lengthOf(element, 'radius'));
  if (isRefusal(read)) return read;
  const [spot, radius] = read;
  return ground(spot, { kind: 'circle', middle: onGround(spot), radius });
}

function oval(element: XmlElement, crs: Crs): ReadShape | Refusal {
  const read = all(
    spotOf(element, crs),
    lengthOf(element, 'semimajoraxis'),
    lengthOf(element, 'semiminoraxis'),
    angleOf(element, 'orientation'),
  );
  if (isRefusal(read)) return read;
  const [spot, semiMajor, semiMinor, orientation] = read;
  return ground(spot, {
    kind: 'ellipse',
    middle: onGround(spot),
    semiMajor,
    semiMinor,
    orientation,
  });
}

function ground({ altitude }: Spot, shape: LocationShape): ReadShape {
  return { shape, altitude };
}

function onGround({ lat, lon }: Spot): Position {
  return { lat, lon };
}

/** What was read, or the first refusal among it. */
function all<T extends readonly unknown[]>(
  ...read: T
): { [At in keyof T]: Exclude<T[At], Refusal> } | Refusal {
  const refused = read.find(isRefusal);
  return refused ?? (read as { [At in keyof T]: Exclude<T[At], Refusal> });
}

/** Where the reference system stands when the shape itself has none: on the polygon a prism stands on. */
function innerOf(element: XmlElement): XmlElement | null {
  const base = childNamed(element, 'base');
  return base === null ? null : childNamed(base, 'polygon');
}

/** Null when the element names none. RFC 5491 knows two; CRS84 is the first with its numbers turned round. */
function crsOf(element: XmlElement | null): Crs | Refusal | null {
  const named = element === null ? null : attributeOf(element, 'srsname');
  if (named === null || named === '') return null;
  if (/(^|\D)4326$/u.test(named)) return { dimensions: 2, lonFirst: false };
  if (/(^|\D)4979$/u.test(named)) return { dimensions: 3, lonFirst: false };
  if (/CRS84$/iu.test(named)) return { dimensions: 2, lonFirst: true };
  return unreadable('its coordinate reference system is neither EPSG 4326 nor 4979');
}

function spotOf(element: XmlElement, crs: Crs): Spot | Refusal {
  const pos = childNamed(element, 'pos') ?? childNamed(element, 'coordinates');
  const spots = pos === null ? [] : spotsIn(wordsOf(pos), { ...crs, dimensions: countedIn(pos) });
  if (isRefusal(spots)) return spots;
  const [spot] = spots;
  return spots.length === 1 && spot !== undefined
    ? spot
    : unreadable(`its ${nameOf(element)} has no position`);
}

/** A single position says by its numbers whether it has a height. */
function countedIn(pos: XmlElement): 2 | 3 {
  return partsOf(wordsOf(pos)).length === 3 ? 3 : 2;
}

function ringOf(side: XmlElement, crs: Crs): Spot[] | Refusal {
  const ring = childNamed(side, 'linearring') ?? side;
  const list = childNamed(ring, 'poslist');
  const spots: Spot[] = [];
  const said = list === null ? childrenOf(ring).filter((each) => nameOf(each) === 'pos') : [list];
  if (said.length > MOST_CORNERS) return tooManyCorners();
  for (const each of said) {
    const dimensions = list === null ? countedIn(each) : (dimensionOf(each) ?? crs.dimensions);
    const read = spotsIn(wordsOf(each), { ...crs, dimensions });
    if (isRefusal(read)) return read;
    spots.push(...read);
  }
  return spots.length > MOST_CORNERS ? tooManyCorners() : spots;
}

function dimensionOf(list: XmlElement): 2 | 3 | null {
  const said = attributeOf(list, 'srsdimension');
  return said === '2' ? 2 : said === '3' ? 3 : null;
}

function tooManyCorners(): Refusal {
  return unreadable(`its polygon has more than ${MOST_CORNERS} corners`);
}

function partsOf(text: string): string[] {
  return text.split(/[\s,]+/u).filter((each) => each !== '');
}

function spotsIn(text: string, { dimensions, lonFirst }: Crs): Spot[] | Refusal {
  const numbers = partsOf(text).map(degreesOf);
  if (numbers.length % dimensions !== 0 || numbers.some((each) => !Number.isFinite(each)))
    return unreadable('a position in it is not pairs of numbers in degrees');
  return Array.from({ length: numbers.length / dimensions }, (_, at) => {
    const [a = NaN, b = NaN, height] = numbers.slice(at * dimensions, (at + 1) * dimensions);
    return { lat: lonFirst ? b : a, lon: lonFirst ? a : b, altitude: height ?? null };
  });
}

const IN_MINUTES = /^(\d{1,3}):(\d{1,2})(?::(\d{1,2}(?:\.\d{1,9})?))?([NSEW])$/u;

/** “41.97”, or as older documents write it: “37:46:30N”. */
function degreesOf(text: string): number {
  const old = IN_MINUTES.exec(text);
  if (old === null) return decimal(text);
  const [, whole, minutes, seconds = '0', side] = old;
  const angle = Number(whole) + Number(minutes) / 60 + Number(seconds) / 3600;
  return side === 'S' || side === 'W' ? -angle : angle;
}

function decimal(text: string): number {
  return /^[+-]?\d{1,12}(?:\.\d{0,20})?(?:e[+-]?\d{1,2})?$/iu.test(text) ? Number(text) : NaN;
}

/** Metres are the only length RFC 5491 has, so one without a unit is one. */
function lengthOf(element: XmlElement, name: string): number | Refusal {
  const measure = childNamed(element, name);
  const meters = decimal(wordsOf(measure));
  if (measure === null || !Number.isFinite(meters))
    return unreadable(`its ${nameOf(element)} has no ${name}`);
  const unit = attributeOf(measure, 'uom');
  if (unit === null || /(^|\D)9001$|^m$/u.test(unit)) return meters;
  return unreadable(`its ${name} is not in metres (EPSG 9001)`);
}

function angleOf(element: XmlElement, name: string): number | Refusal {
  const measure = childNamed(element, name);
  const angle = decimal(wordsOf(measure));
  if (measure === null || !Number.isFinite(angle))
    return unreadable(`its ${nameOf(element)} has no ${name}`);
  const unit = attributeOf(measure, 'uom') ?? '';
  if (/(^|\D)9102$/u.test(unit)) return angle;
  if (/(^|\D)9101$/u.test(unit)) return (angle * 180) / Math.PI;
  return unreadable(`its ${name} is neither in degrees (EPSG 9102) nor in radians (9101)`);
}
