import { streetKey } from '../place/street-key.ts';
import type { CallId } from '../lib/brand.ts';
import type { Position } from '../place/position.ts';

/** What a call says of itself, typed so far or as it came: all that calls are compared by. */
export interface CallHeard {
  /** Null as long as the call is being typed in. */
  readonly callId: CallId | null;
  readonly receivedAt: string;
  /** Callback number as it came or was typed; null when there is none. */
  readonly ani: string | null;
  readonly address: string;
  /** Where it is known to be, and how far off that may be; null while only words say where. */
  readonly point: { readonly position: Position; readonly withinMeters: number } | null;
  /** A station, a shelter, a bridge: the place by its name in the center's own list. */
  readonly commonPlace: string | null;
  readonly callType: string | null;
  readonly words: string;
  /** The person it is said to be about, where somebody has said so. */
  readonly personId: string | null;
  /** Calls somebody has said are about something else. */
  readonly toldApart: readonly CallId[];
}

/** The same, made comparable once. */
export interface HeardKeys {
  /** When it came, in milliseconds. */
  readonly at: number;
  readonly number: string;
  /** House or crossing without the town; empty when neither is said. */
  readonly spot: string;
  /** Street and hundred: "2400 n clark st"; empty without a house number. */
  readonly block: string;
  /** Names without direction and kind: "n clark st" and "clark" are one street. */
  readonly streets: readonly string[];
  /** What stands after the first comma: the town or the area as it was said. */
  readonly town: string;
  /** By stem, the word as it was said. */
  readonly words: ReadonlyMap<string, string>;
}

const known = new WeakMap<CallHeard, HeardKeys>();

export function keysOf(heard: CallHeard): HeardKeys {
  let keys = known.get(heard);
  if (keys === undefined) {
    keys = {
      at: Date.parse(heard.receivedAt),
      number: numberKey(heard.ani),
      ...placeKeys(heard.address),
      words: wordsOf(heard.words),
    };
    known.set(heard, keys);
  }
  return keys;
}

/** Shorter numbers are services and extensions: whole houses share them. */
const NUMBER_DIGITS = 7;
/** Without the country: what a caller says and what the network sends differ in it. */
const NATIONAL_DIGITS = 10;

function numberKey(ani: string | null): string {
  const digits = (ani ?? '').replaceAll(/\D/g, '');
  return digits.length < NUMBER_DIGITS ? '' : digits.slice(-NATIONAL_DIGITS);
}

const CROSSING = /\s+(?:and|at)\s+|[&/@]/i;
const HUNDRED = 100;

function placeKeys(address: string): Omit<HeardKeys, 'at' | 'number' | 'words'> {
  const [first = '', ...rest] = address.split(',');
  const town = streetKey(rest.join(' '));
  const parts = first
    .split(CROSSING)
    .map((part) => streetKey(part))
    .filter((part) => part !== '');
  if (parts.length > 1)
    return {
      spot: parts.map(streetName).toSorted().join(' & '),
      block: '',
      streets: parts.map(streetName),
      town,
    };
  const [whole = ''] = parts;
  const house = /^(\d+)\S*\s+(.+)$/u.exec(whole);
  if (house === null)
    return { spot: '', block: '', streets: whole === '' ? [] : [streetName(whole)], town };
  const [, number = '', street = ''] = house;
  const hundred = Math.floor(Number(number) / HUNDRED) * HUNDRED;
  return { spot: whole, block: `${hundred} ${street}`, streets: [streetName(street)], town };
}

const DIRECTIONS: ReadonlySet<string> = new Set(['n', 's', 'e', 'w', 'ne', 'nw', 'se', 'sw']);
/** As `streetKey` writes them. */
const KINDS: ReadonlySet<string> = new Set(
  'st ave blvd dr rd ct pl ln pkwy ter cir sq hwy expy plz trl xing way pike'.split(' '),
);

function streetName(key: string): string {
  const words = key.split(' ');
  if (words.length > 1 && DIRECTIONS.has(words[0] ?? '')) words.shift();
  if (words.length > 1 && KINDS.has(words.at(-1) ?? '')) words.pop();
  return words.join(' ');
}

/** A caller's first words are a few sentences; nobody pays for a pasted book. */
const MOST_SIGNS = 2_000;
const MOST_WORDS = 60;
const SHORTEST = 3;

/** Said in every second call: they tell two calls neither together nor apart. */
const EVERYDAY: ReadonlySet<string> = new Set(
  `about after again all also and another any are around because been before being but call called caller calls came can
  cannot could did didn does doesn don down ems fire for from get gets getting going got guy had has have having help her
  here him his how into isn its just know lady like lot man maybe me more much near need needs not now off old one only
  other our out over people person please police right said say saying says see seems she should some somebody someone
  something still that the their them then there these they thing think this those too traffic trying two unknown very
  want wants was wasn way well went were what when where which who why will with woman won would yes you your`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

function wordsOf(words: string): ReadonlyMap<string, string> {
  const said = new Map<string, string>();
  const text = words.slice(0, MOST_SIGNS).normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  for (const [word] of text.matchAll(/\p{L}+/gu)) {
    if (word.length < SHORTEST || EVERYDAY.has(word)) continue;
    const stem = stemOf(word);
    if (!said.has(stem)) said.set(stem, word);
    if (said.size === MOST_WORDS) break;
  }
  return said;
}

/** “jumping”, “jumps” and “jumped” are one word; what is left has to be one still. */
function stemOf(word: string): string {
  const stem = word.replace(/(?:ing|ed|es|s|er)$/u, '');
  return stem.length > SHORTEST ? stem : word;
}
