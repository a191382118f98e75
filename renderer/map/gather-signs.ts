import { Crowd } from './crowd.ts';
import { gathered, type Mark } from './map-marks.ts';
import type { Room } from './room.ts';

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
const NEAR = 24;

/** A sign that has its place. The rank is that of its most urgent mark. */
interface Hung {
  readonly sign: Sign;
  readonly side: Side;
  readonly rank: number;
  readonly room: Room;
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
  const crowd = new Crowd<Hung>();
  const named = new Crowd<{ room: Room }>();
  const kept = new Map<number, Hung>();
  for (const room of names) named.add({ room });
  const keep = (hung: Hung) => {
    kept.set(hung.rank, hung);
    crowd.add(hung);
  };
  const drop = (hung: Hung) => {
    kept.delete(hung.rank);
    crowd.drop(hung);
  };
  /** A longer count makes a wider plate, which may reach another, and so on. */
  const gather = (first: Hung, mark: Mark) => {
    let [one, other]: [Hung, Mark] = [first, mark];
    for (;;) {
      drop(one);
      const { side, rank } = one;
      const wider = hungOf(gathered(one.sign, other), side, rank, scale);
      const reached = mostUrgent(crowd.in(wider.room));
      if (reached === undefined) return keep(wider);
      drop(reached);
      [one, other] = reached.rank < rank ? [reached, wider.sign] : [wider, reached.sign];
    }
  };

  for (const [rank, mark] of marks.entries()) {
    const { free, clear, usual } = triedSides(mark, rank, crowd, named, scale);
    if (free !== undefined) {
      keep(free);
      continue;
    }
    const over = crowd.in(clear === undefined ? usual.room : around(usual.room));
    const ofItsKind = over.filter(({ sign }) => sign.sign.kind === mark.sign.kind);
    const into = mostUrgent(ofItsKind) ?? mostUrgent(over);
    if (into === undefined) keep(clear ?? usual);
    else gather(into, mark);
  }
  return [...kept.values()].sort((a, b) => a.rank - b.rank).map(({ sign }) => sign);
}

function mostUrgent(some: readonly Hung[]): Hung | undefined {
  return some.reduce<Hung | undefined>(
    (best, each) => (best === undefined || each.rank < best.rank ? each : best),
    undefined,
  );
}

/** Two signs so close are one place at a glance. */
function around({ left, top, right, bottom }: Room): Room {
  return { left: left - NEAR, top: top - NEAR, right: right + NEAR, bottom: bottom + NEAR };
}

function hungOf(mark: Mark, side: Side, rank: number, scale: number): Hung {
  const sign = signOf(mark, side, scale);
  return { sign, side, rank, room: sign.room };
}

/** Free of signs and names; clear of signs only; and where it hangs when nothing is near. */
function triedSides(
  mark: Mark,
  rank: number,
  crowd: Crowd<Hung>,
  named: Crowd<{ room: Room }>,
  scale: number,
) {
  let clear: Hung | undefined;
  for (const side of SIDES[mark.sign.kind]) {
    const hung = hungOf(mark, side, rank, scale);
    if (!crowd.isFree(hung.room)) continue;
    clear ??= hung;
    if (named.isFree(hung.room)) return { free: hung, clear, usual: clear };
  }
  const usual = hungOf(mark, SIDES[mark.sign.kind][0], rank, scale);
  return { free: undefined, clear, usual };
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
