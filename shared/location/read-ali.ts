import type { AliField, AliLayout, FieldPlace } from './ali-layout.ts';
import type { AliRecord } from './ali-record.ts';
import type { FixRecord } from './fix.ts';
import { shapeMistake, type LocationShape } from './location-shape.ts';
import { refuse, type Refusal } from '../lib/refusal.ts';

const METERS_PER_FOOT = 0.3048;
const LONGEST_LINE = 300;
/** Fewer digits are an extension, or nothing. */
const FEWEST_DIGITS = 7;

/**
 * Reads one record by its layout. A record whose fields are all blank is read too: somebody called. Refused is only
 * what is no record of this layout, or nothing at all: else the queue would fill with calls nobody made.
 */
export function readAli(text: string, layout: AliLayout): AliRecord | Refusal {
  const lines = text.split(/\r\n|\r|\n/u).map(clean);
  const value = (field: AliField) => valueOf(lines, layout, field);
  const whole = lines.join(' ');
  if (isNoise(text)) return unlike(layout, 'it is mostly signs that are no letters or digits');
  if (whole.trim() === '') return EMPTY;
  const unread: string[] = [];
  const number = numberOf(value('callback')) ?? numberOf(value('number'));
  const pseudo = numberOf(value('pseudoAni')) ?? otherNumber(number, value('number'));
  const saidNone = (layout.noRecord ?? []).some((words) => includesWords(whole, words));
  if (number === null && pseudo === null && !saidNone) {
    const said = `${value('number')}${value('callback')}`;
    if (/[a-z]{3}/iu.test(said) && !/fail|unknown|unavail|none|anonymous/iu.test(said))
      return unlike(layout, 'words stand where the layout has the number');
  }
  const raw = value('classOfService');
  const classOfService =
    raw === '' ? null : (classIn(layout, raw) ?? raw.slice(0, 8).toUpperCase());
  const civic = saidNone ? null : civicOf(value);
  const drawn = shapeOf(layout, value, unread);
  const found = saidNone ? 'none' : isNothing(value, civic, drawn) ? 'blank' : 'record';
  const details: FixRecord = {
    found,
    pseudoAni: pseudo,
    name: saidNone ? '' : value('name'),
    esn: value('esn'),
    agencies: { law: value('law'), fire: value('fire'), ems: value('ems') },
    carrier: value('carrier'),
    written: [value('date'), value('time')].filter((each) => each !== '').join(' '),
    unread,
  };
  return { bid: bidOf(lines, layout), number, ...drawn, civic, classOfService, details };
}

const EMPTY = refuse(
  'empty-record',
  'The record is empty: not one letter or digit stands in it. Nothing was taken and nobody rings for it; look whether the controller writes its records to the end.',
);

function unlike({ name }: AliLayout, why: string): Refusal {
  return refuse(
    'unlike-layout',
    `The record does not look like ${name}: ${why}. Nothing of it was taken; check which layout the controller writes.`,
  );
}

/** Without signs that cannot be seen: only marks of the line remain in a record. */
function clean(line: string): string {
  return line.replace(/[\p{Cc}\p{Cf}\uFFFD]/gu, ' ');
}

function isNoise(text: string): boolean {
  const seen = text.replace(/[\s\0]/gu, '');
  const strange = seen.replace(/[\p{L}\p{N}\p{P}\p{S}]/gu, '').length;
  const letters = seen.replace(/[^\p{L}\p{N}]/gu, '').length;
  return seen.length > 12 && (strange * 4 > seen.length || letters * 4 < seen.length);
}

function valueOf(lines: readonly string[], layout: AliLayout, field: AliField): string {
  const where = layout.fields[field];
  if (where === undefined) return '';
  const places = Array.isArray(where) ? where : [where];
  const parts = places.map((place) => partOf(lines, place));
  return parts.join('').replace(/\s+/gu, ' ').trim().slice(0, LONGEST_LINE);
}

function partOf(lines: readonly string[], place: FieldPlace): string {
  if ('column' in place) {
    const from = place.column - 1;
    return (lines[(place.line ?? 1) - 1] ?? '').slice(from, from + place.width);
  }
  const looked = place.line === undefined ? lines : [lines[place.line - 1] ?? ''];
  for (const line of looked) {
    const at = line.toUpperCase().indexOf(place.after.toUpperCase());
    if (at === -1) continue;
    const rest = line.slice(at + place.after.length).trimStart();
    return place.width === undefined ? (rest.split(/ {2}/u)[0] ?? '') : rest.slice(0, place.width);
  }
  return '';
}

/** Null for what nobody could call: too few digits, or only zeros or nines. */
function numberOf(written: string): string | null {
  const digits = written.replace(/\D/gu, '');
  if (digits.length < FEWEST_DIGITS || digits.length > 15 || /^0*$/u.test(digits)) return null;
  if (digits.length !== 10) return digits;
  return `${digits.slice(0, 3)}-${digits.slice(3, 6)}-${digits.slice(6)}`;
}

/** The number that was routed, where another one is to be called back. */
function otherNumber(number: string | null, written: string): string | null {
  const routed = numberOf(written);
  return routed === number ? null : routed;
}

function includesWords(text: string, words: string): boolean {
  return text.replace(/\s+/gu, ' ').toUpperCase().includes(words.toUpperCase());
}

function classIn({ classes }: AliLayout, raw: string): string | undefined {
  const key = raw.toUpperCase();
  return Object.entries(classes ?? {}).find(([written]) => written.toUpperCase() === key)?.[1];
}

function civicOf(value: (field: AliField) => string): string | null {
  const words = (...fields: AliField[]) =>
    fields
      .map(value)
      .filter((each) => each !== '')
      .join(' ');
  const street = [
    words('houseNumber', 'houseSuffix'),
    words('preDirectional', 'street', 'streetSuffix', 'postDirectional'),
  ]
    // House number 0 is how a database writes that there is none.
    .filter((each) => each !== '' && !/^0+$/u.test(each))
    .join(' ');
  const around = words('community');
  const parts = [street, value('location'), around].filter((each) => each !== '');
  if (parts.length === 0) return null;
  return [...parts, value('state')]
    .filter((each) => each !== '')
    .join(', ')
    .slice(0, LONGEST_LINE);
}

interface Drawn {
  readonly shape: LocationShape;
  readonly confidence: number | null;
  readonly altitude: number | null;
}

const NOT_DRAWN: Drawn = { shape: { kind: 'civic-only' }, confidence: null, altitude: null };

function shapeOf(layout: AliLayout, value: (field: AliField) => string, unread: string[]): Drawn {
  const read = (field: AliField) => {
    const written = value(field);
    if (written === '') return null;
    const number = decimal(written);
    if (number === null) unread.push(field);
    return number;
  };
  const [lat, east] = [read('latitude'), read('longitude')];
  if (lat === null || east === null || (lat === 0 && east === 0)) return NOT_DRAWN;
  const unsigned = layout.longitudes === 'west' && !/^[+-]/u.test(value('longitude'));
  const middle = { lat, lon: unsigned ? -east : east };
  const said = read('uncertainty');
  const radius =
    said === null ? null : said * (layout.uncertaintyIn === 'feet' ? METERS_PER_FOOT : 1);
  const percent = read('confidence');
  const confidence = percent !== null && percent > 0 && percent <= 100 ? percent : null;
  const shape: LocationShape =
    radius === null || radius === 0
      ? { kind: 'point', position: middle }
      : { kind: 'circle', middle, radius };
  if (shapeMistake(shape) === null) return { shape, confidence, altitude: read('altitude') };
  unread.push('latitude', 'longitude');
  return NOT_DRAWN;
}

/** The number at the beginning: what follows it after a blank belongs to the next words of the line. */
function decimal(written: string): number | null {
  const [first = ''] = written.replace(/^([+-])\s+/u, '$1').split(' ');
  const plain = first.replace(/(?:m|ft|%|°)$/iu, '');
  return /^[+-]?\d{1,9}(?:\.\d{0,12})?$/u.test(plain) ? Number(plain) : null;
}

function isNothing(
  value: (field: AliField) => string,
  civic: string | null,
  { shape }: Drawn,
): boolean {
  return shape.kind === 'civic-only' && civic === null && value('name') === '';
}

function bidOf(lines: readonly string[], { bid }: AliLayout): AliRecord['bid'] {
  if (bid === undefined) return null;
  const said = partOf(lines, bid.at).trim().toUpperCase();
  const isOne = (words: readonly string[]) => words.some((each) => each.toUpperCase() === said);
  if (isOne(bid.newCall)) return 'new-call';
  return isOne(bid.reBid) ? 're-bid' : null;
}
