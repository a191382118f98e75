import { gathered, type Mark } from './map-marks.ts';

/** A part of the window in pixels, counted from the middle of the plane. */
export interface Room {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A mark as drawn: where its plate hangs, and what is written on it. */
export interface Sign extends Mark {
  readonly px: number;
  readonly py: number;
  readonly room: Room;
  /** “29 +20”: the most urgent and how many more of its kind. */
  readonly says: string;
  /** Units counted with incidents. */
  readonly alsoUnits: number;
}

const HIGH = 20;
const LETTER = 8.4;
/** Sign and margins, before anything is written. */
const BARE = 26;
const ALSO = 26;
const APART = 1;
/** Two signs so close are one place at a glance. */
const NEAR = 64;

interface Hung {
  sign: Sign;
  readonly side: Side;
}

/** Which side of its point the plate hangs: right or left of it, above or under it. */
type Side = readonly [right: boolean, above: boolean];
const RIGHT_ABOVE: Side = [true, true];
const LEFT_ABOVE: Side = [false, true];
const RIGHT_UNDER: Side = [true, false];
const LEFT_UNDER: Side = [false, false];
/** An incident stands on its point and a unit hangs under it, so that both can be read at one place. */
const SIDES = {
  incident: [RIGHT_ABOVE, LEFT_ABOVE, RIGHT_UNDER, LEFT_UNDER],
  unit: [RIGHT_UNDER, LEFT_UNDER, RIGHT_ABOVE, LEFT_ABOVE],
} as const satisfies Record<string, readonly Side[]>;

/**
 * Signs that do not cover one another, of marks that come the most urgent first. One that finds no room
 * on any side of its point is counted in the sign that has the room, which goes on naming the more urgent.
 * Names are gone around as long as a sign near by can take the count.
 */
export function gatherSigns(
  marks: readonly Mark[],
  scale: number,
  names: readonly Room[] = [],
): readonly Sign[] {
  const kept: Hung[] = [];
  for (const mark of marks) {
    const { free, clear, usual } = sidesOf(mark, kept, names, scale);
    if (free !== undefined) {
      kept.push(free);
      continue;
    }
    const over = kept.filter(({ sign }) =>
      clear === undefined ? cover(sign.room, usual.sign.room) : isNear(sign, usual.sign),
    );
    const into = over.find((each) => each.sign.sign.kind === mark.sign.kind) ?? over[0];
    if (into === undefined) kept.push(clear ?? usual);
    else into.sign = signOf(gathered(into.sign, mark), into.side, scale);
  }
  // A longer count makes a wider plate, which may now reach another.
  for (let at = 0; at < kept.length; at += 1) {
    const one = kept[at];
    const next = kept.findIndex(
      (each, other) => other > at && one !== undefined && cover(one.sign.room, each.sign.room),
    );
    const other = kept[next];
    if (one === undefined || other === undefined) continue;
    one.sign = signOf(gathered(one.sign, other.sign), one.side, scale);
    kept.splice(next, 1);
    // From the start: it may now reach one before it.
    at = -1;
  }
  return kept.map(({ sign }) => sign);
}

/** Free of signs and names; clear of signs only; and where it hangs when nothing is near. */
function sidesOf(mark: Mark, kept: readonly Hung[], names: readonly Room[], scale: number) {
  let clear: Hung | undefined;
  for (const side of SIDES[mark.sign.kind]) {
    const sign = signOf(mark, side, scale);
    if (kept.some((each) => cover(each.sign.room, sign.room))) continue;
    clear ??= { sign, side };
    if (!names.some((name) => cover(name, sign.room)))
      return { free: { sign, side }, clear, usual: clear };
  }
  const [side] = SIDES[mark.sign.kind];
  return { free: undefined, clear, usual: { sign: signOf(mark, side, scale), side } };
}

function isNear(a: Sign, b: Sign): boolean {
  return Math.abs(a.px - b.px) < NEAR && Math.abs(a.py - b.py) < NEAR;
}

/** The mark alone, as it would stand with nothing near it. */
export function signAlone(mark: Mark, scale: number): Sign {
  return signOf(mark, SIDES[mark.sign.kind][0], scale);
}

function signOf(mark: Mark, [right, above]: Side, scale: number): Sign {
  const { key, of, x, y, exact, incidents, units, label, sign } = mark;
  const [px, py] = [Math.round(x * scale), Math.round(y * scale)];
  const more = (sign.kind === 'incident' ? incidents : units) - 1;
  const says = more === 0 ? label : `${label} +${more}`;
  const alsoUnits = sign.kind === 'incident' ? units : 0;
  const also = alsoUnits === 0 ? 0 : ALSO + LETTER * String(alsoUnits).length;
  const wide = Math.ceil(BARE + LETTER * says.length + also);
  // Beside nothing: what is somewhere in the area has its plate over the middle of it.
  const isSomewhere = key.startsWith('somewhere/');
  const left = isSomewhere
    ? px - Math.round(wide / 2) + (right ? 0 : 30)
    : right
      ? px - 11
      : px + 11 - wide;
  const top = above ? py - HIGH : py + 2;
  const room = { left, top, right: left + wide, bottom: top + HIGH };
  return { key, of, x, y, exact, incidents, units, label, sign, px, py, room, says, alsoUnits };
}

export function cover(a: Room, b: Room): boolean {
  return (
    a.left < b.right + APART &&
    b.left < a.right + APART &&
    a.top < b.bottom + APART &&
    b.top < a.bottom + APART
  );
}
