import { keysOf, type CallHeard, type HeardKeys } from './call-heard.ts';
import type { CallId } from '../lib/brand.ts';
import { distanceMeters, sayDistance } from '../place/position.ts';

/** How much speaks for one thing told twice. It only orders and names: a person decides what it is. */
export const STRENGTHS = ['the-same', 'likely', 'maybe'] as const;
export type Strength = (typeof STRENGTHS)[number];
export const STRENGTH_WORDS: Readonly<Record<Strength, string>> = {
  'the-same': 'The same',
  likely: 'Likely the same',
  maybe: 'May be the same',
};

/** What a call is compared with. */
export interface Known extends CallHeard {
  /** The call or the incident it would be joined to. */
  readonly target: string;
  /** Somebody works on it still, or it waits: however long ago it began, it goes on. */
  readonly open: boolean;
  /** Nobody has answered it yet: two of these in one place are asked about together. */
  readonly waits: boolean;
}

export interface WaitingKnown extends Known {
  readonly callId: CallId;
}

export interface Likeness {
  readonly target: string;
  readonly strength: Strength;
  /** In words, the strongest first; never empty. */
  readonly reasons: readonly string[];
}

/** Two people at one window call within minutes of each other. */
const SAME_MINUTES = 15;
/** Who calls again within the hour mostly asks where the team stays. */
const LIKELY_MINUTES = 60;
/** What ended longer ago is an earlier contact, and stands with the person. */
export const RECENT_HOURS = 4;

/** A house and the pavement across from it: about 250 ft. */
const SAME_METERS = 75;
/** From one end of a city block to the other: about 800 ft. */
const NEAR_METERS = 250;
/** Nobody sees a mile far: then the same street name is another part of it, or another town. */
const APART_METERS = 1_600;
/** A fix that may be farther off than this says in which part of town, not in which block. */
const VAGUE_METERS = 300;

/** One rare word is chance; two of them, in two callers' first words, seldom are. */
const WORDS_ENOUGH = 2;
/** A word is rare when at most one call in fifty says it; so do all who call about one thing. */
const RARE_SHARE = 0.02;
const RARE_AT_LEAST = 5;
/** As many as one reads in passing. */
const MOST_WORDS_SAID = 4;
/** Who has to look through more than these finds it quicker by its number. */
export const MOST_LIKELY = 8;

/** How often words are said among the calls compared: `calls` of them, `saying` a stem. */
export interface Rarity {
  readonly calls: number;
  readonly saying: (stem: string) => number;
}

/** As many calls may say a word that is rare among them. */
export function rareAtMost(calls: number): number {
  return Math.max(RARE_AT_LEAST, calls * RARE_SHARE);
}

const TWO_CALLS: Rarity = { calls: 2, saying: () => 1 };

/** Which of them the call may be told anew of, the likeliest first. Whatever was told apart is not among them. */
export function likelyDuplicates(
  fresh: CallHeard,
  among: readonly Known[],
  rarity: Rarity = rarityOf(among),
): readonly Likeness[] {
  const best = new Map<string, Likeness & { readonly apart: number }>();
  for (const known of among) {
    const likeness = likenessOf(fresh, known, rarity);
    if (likeness === null) continue;
    const other = best.get(known.target);
    const apart = Math.abs(minutesFrom(keysOf(known), keysOf(fresh)));
    if (other === undefined || compare({ ...likeness, apart }, other) < 0)
      best.set(known.target, { ...likeness, apart });
  }
  return [...best.values()]
    .toSorted(compare)
    .slice(0, MOST_LIKELY)
    .map(({ apart: _apart, ...likeness }) => likeness);
}

function compare(
  a: Likeness & { readonly apart: number },
  b: Likeness & { readonly apart: number },
): number {
  return (
    STRENGTHS.indexOf(a.strength) - STRENGTHS.indexOf(b.strength) ||
    b.reasons.length - a.reasons.length ||
    a.apart - b.apart ||
    (a.target < b.target ? -1 : a.target > b.target ? 1 : 0)
  );
}

function rarityOf(among: readonly CallHeard[]): Rarity {
  const saying = new Map<string, number>();
  for (const heard of among)
    for (const stem of keysOf(heard).words.keys()) saying.set(stem, (saying.get(stem) ?? 0) + 1);
  return { calls: among.length, saying: (stem) => saying.get(stem) ?? 0 };
}

/** How one call stands to another; null when nothing worth a look speaks for one thing. */
export function likenessOf(
  fresh: CallHeard,
  known: Known,
  rarity: Rarity = TWO_CALLS,
): Likeness | null {
  if (isToldApart(fresh, known)) return null;
  const [here, there] = [keysOf(fresh), keysOf(known)];
  const minutes = minutesFrom(there, here);
  if (!known.open && Math.abs(minutes) > RECENT_HOURS * 60) return null;
  const number = here.number !== '' && here.number === there.number;
  const person = fresh.personId !== null && fresh.personId === known.personId;
  const place = placeOf(fresh, known, here, there);
  const words = rareWords(here, there, rarity);
  // Nothing that was said: two calls of one type on a busy evening are two calls.
  if (!number && !person && words.length < WORDS_ENOUGH && !SPEAKS.includes(place.is)) return null;
  const type = fresh.callType !== null && fresh.callType === known.callType;
  const strength = strengthOf({
    number,
    person,
    place: place.is,
    agree: type || words.length >= WORDS_ENOUGH,
    minutes: Math.abs(minutes),
    open: known.open,
    waits: known.waits,
  });
  if (strength === null) return null;
  const reasons = [
    ...(number ? ['same number'] : []),
    ...(person ? ['about the same person'] : []),
    ...(place.says === null ? [] : [place.says]),
    sayMinutes(minutes),
    ...(words.length === 0 ? [] : [`both say: ${words.slice(0, MOST_WORDS_SAID).join(', ')}`]),
    ...(type ? ['same call type'] : []),
  ];
  return { target: known.target, strength, reasons };
}

function isToldApart(one: CallHeard, other: CallHeard): boolean {
  return (
    (other.callId !== null && one.toldApart.includes(other.callId)) ||
    (one.callId !== null && other.toldApart.includes(one.callId))
  );
}

type PlaceIs = 'same' | 'near' | 'street' | 'apart' | 'not-said';
const SPEAKS: readonly PlaceIs[] = ['same', 'near', 'street'];

interface Compared {
  readonly number: boolean;
  readonly person: boolean;
  readonly place: PlaceIs;
  /** The call types, or enough rare words. */
  readonly agree: boolean;
  readonly minutes: number;
  readonly open: boolean;
  readonly waits: boolean;
}

/** The three steps, as a rule anybody can check. */
function strengthOf(compared: Compared): Strength | null {
  const { number, person, place, agree, minutes, open, waits } = compared;
  const soon = minutes <= SAME_MINUTES;
  const lately = open || minutes <= LIKELY_MINUTES;
  const apart = place === 'apart';
  // A phone that calls again; a house of many people has one number too, so something else has to agree.
  if (number && !apart && lately && (soon || agree)) return 'the-same';
  if (place === 'same' && soon && agree) return 'the-same';
  if (number && !apart && lately) return 'likely';
  if (person && !apart && lately) return 'likely';
  if (place === 'same' && (soon || (lately && (agree || waits)))) return 'likely';
  if (place === 'near' && soon && agree) return 'likely';
  if (number || person || place === 'same') return 'maybe';
  if (place === 'near' && lately) return 'maybe';
  if (place === 'street' && soon && agree) return 'maybe';
  // Two callers who see the same from two places, and say where in words only.
  return place === 'not-said' && soon && agree ? 'maybe' : null;
}

interface PlaceCompared {
  readonly is: PlaceIs;
  readonly says: string | null;
}

function placeOf(
  fresh: CallHeard,
  known: CallHeard,
  here: HeardKeys,
  there: HeardKeys,
): PlaceCompared {
  if (fresh.commonPlace !== null && fresh.commonPlace === known.commonPlace)
    return { is: 'same', says: `both at ${fresh.commonPlace}` };
  const points = pointsOf(fresh, known);
  const written = writtenOf(here, there, fresh.address);
  if (points === null) return written;
  if (points.is === 'apart' || points.is === 'same') return points;
  // The same house number counts although a fix is vague; the nearer of both is said.
  return rank(written.is) <= rank(points.is) ? written : points;
}

function rank(is: PlaceIs): number {
  return ['same', 'near', 'street', 'not-said', 'apart'].indexOf(is);
}

function pointsOf(fresh: CallHeard, known: CallHeard): PlaceCompared | null {
  if (fresh.point === null || known.point === null) return null;
  const meters = distanceMeters(fresh.point.position, known.point.position);
  const off = fresh.point.withinMeters + known.point.withinMeters;
  const says = `${sayDistance(meters)} apart`;
  if (meters > APART_METERS + off) return { is: 'apart', says };
  if (meters <= SAME_METERS) return { is: off <= VAGUE_METERS ? 'same' : 'near', says };
  if (meters <= NEAR_METERS) return { is: 'near', says };
  return meters <= NEAR_METERS + Math.min(off, VAGUE_METERS)
    ? { is: 'near', says: `${says}, within what the fix may be off` }
    : { is: 'not-said', says: null };
}

function writtenOf(here: HeardKeys, there: HeardKeys, address: string): PlaceCompared {
  // One house number in two towns; but neighbors give a corner two names of areas.
  const towns = here.town !== '' && there.town !== '' && here.town !== there.town;
  if (here.spot !== '' && here.spot === there.spot) {
    const what = here.block === '' ? 'crossing' : 'address';
    return towns
      ? { is: 'street', says: `same ${what}, in another area` }
      : { is: 'same', says: `same ${what}: ${(address.split(',')[0] ?? '').trim()}` };
  }
  if (here.block !== '' && here.block === there.block && !towns)
    return { is: 'near', says: `same block: ${here.block}` };
  const street = here.streets.find((each) => there.streets.includes(each));
  if (street !== undefined && !towns) {
    const bare = here.spot === '' && there.spot === '';
    return { is: bare ? 'near' : 'street', says: `same street: ${street}` };
  }
  const said = here.streets.length > 0 && there.streets.length > 0;
  return { is: said ? 'apart' : 'not-said', says: said ? 'another address' : null };
}

/** The rare words both say, the rarest first. */
function rareWords(here: HeardKeys, there: HeardKeys, rarity: Rarity): string[] {
  const rare = rareAtMost(rarity.calls);
  const [few, many] = here.words.size <= there.words.size ? [here, there] : [there, here];
  const shared: { readonly word: string; readonly saying: number }[] = [];
  for (const stem of few.words.keys()) {
    if (!many.words.has(stem)) continue;
    const saying = rarity.saying(stem);
    if (saying <= rare) shared.push({ word: here.words.get(stem) ?? stem, saying });
  }
  return shared.toSorted((a, b) => a.saying - b.saying).map(({ word }) => word);
}

function minutesFrom(earlier: HeardKeys, later: HeardKeys): number {
  return (later.at - earlier.at) / 60_000;
}

function sayMinutes(minutes: number): string {
  const whole = Math.round(Math.abs(minutes));
  if (whole === 0) return 'within a minute';
  const long = whole < 120 ? `${whole} min` : `${Math.round(whole / 60)} h`;
  return `${long} ${minutes > 0 ? 'earlier' : 'later'}`;
}
