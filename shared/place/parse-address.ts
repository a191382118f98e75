import { chunksOf, type Chunk, type Role } from './address-chunks.ts';
import {
  BLOCK_WORDS,
  cornerLength,
  HOUSE_PARTS,
  JOINT_WORDS,
  MASKED_BLOCK,
  unitLength,
} from './street-words.ts';
import { streetKey } from './street-key.ts';
import { readStreet, type StreetName, type Word } from './street-name.ts';
import { SUFFIX_OF } from './street-suffixes.ts';

export interface HouseNumber {
  readonly from: number;
  /** The last of a range, "100-102"; null when it is one house. */
  readonly to: number | null;
  /** As it was said: "5300 1/2", "12B". */
  readonly said: string;
}

/** What kind of place an address says it is. */
export type AddressForm =
  | { readonly kind: 'house'; readonly number: HouseNumber; readonly street: StreetName }
  /** "5600 block of S Maryland", "56XX S Maryland": its first number. */
  | { readonly kind: 'block'; readonly from: number; readonly street: StreetName }
  /** Two streets that cross; more when a joint word stands in a name. */
  | { readonly kind: 'crossing'; readonly streets: readonly StreetName[] }
  /** "Dorchester between 54th & 55th". */
  | { readonly kind: 'between'; readonly street: StreetName; readonly ends: readonly StreetName[] }
  | { readonly kind: 'street'; readonly street: StreetName }
  /** Nothing that reads as a street: a place by its name, or anything at all. */
  | { readonly kind: 'words' };

/** An address in its parts. Every word of the text is in exactly one of `chunks`, in order. */
export interface ParsedAddress {
  readonly form: AddressForm;
  readonly unit: string;
  /** What stands in parentheses, and what stands before the address. */
  readonly landmark: string;
  /** What stands after it: city, state, ZIP code, or anything else. */
  readonly rest: string;
  /** The part that was read as a street, or the words where none was. */
  readonly spoken: string;
  readonly chunks: readonly Chunk[];
}

/** Reads an address as people say it. Never throws; what it does not understand stays in `rest`. */
export function parseAddress(text: string): ParsedAddress {
  const chunks = chunksOf(text);
  const segments = segmentsOf(chunks);
  for (const segment of segments) markUnits(segment);
  const spoken = segments.map(withoutUnits).flatMap(houseApart);
  const main = mainOf(spoken);
  const words = spoken[main] ?? [];
  const next = spoken[main + 1];
  const joined = endsEarly(words) && next !== undefined;
  for (const [at, segment] of spoken.entries())
    for (const { chunk } of segment)
      if (at !== main && !(joined && at === main + 1)) mark(chunk, at < main ? 'landmark' : 'rest');
  const form = formOf(joined ? [...words, ...next] : words);
  return {
    form,
    unit: textOf(chunks, ['unit']),
    landmark: textOf(chunks, ['landmark']),
    rest: textOf(chunks, ['rest']),
    spoken: textOf(chunks, STREET_ROLES),
    chunks,
  };
}

/**
 * The house, block or crossing of an address as it is compared: without landmark, city and flat, so that
 * "5656 S. Maryland (UCM ED)" is "5656 South Maryland, Chicago". Words that are no street are compared whole.
 */
export function houseKey(address: string): string {
  const { form, spoken } = parseAddress(address);
  return streetKey(form.kind === 'words' ? address : spoken);
}

const STREET_ROLES: readonly Role[] = [
  'number',
  'direction',
  'name',
  'suffix',
  'suffix-direction',
  'joint',
];

function textOf(chunks: readonly Chunk[], roles: readonly Role[]): string {
  return chunks
    .filter(({ role }) => roles.includes(role))
    .map(({ text }) => text)
    .join(' ');
}

function mark(chunk: Chunk, role: Role): void {
  if (chunk.role === 'rest' || chunk.role === 'name') chunk.role = role;
}

/** Words between commas and full stops, without what stands in parentheses. */
function segmentsOf(chunks: readonly Chunk[]): Word[][] {
  const segments: Word[][] = [[]];
  for (const chunk of chunks) {
    if (chunk.opens && chunk.words[0] !== 'between') segments.push([]);
    if (chunk.role === 'rest')
      for (const word of chunk.words) segments.at(-1)?.push({ word, chunk });
  }
  return segments.filter((segment) => segment.length > 0);
}

function markUnits(segment: readonly Word[]): void {
  const words = segment.map(({ word }) => word);
  for (let at = 0; at < words.length; at += 1) {
    const length = unitLength(words, at);
    for (const { chunk } of segment.slice(at, at + length)) chunk.role = 'unit';
    at += Math.max(0, length - 1);
  }
  for (let at = words.length - 1; at > 0 && HOUSE_PARTS.has(words[at] ?? ''); at -= 1)
    (segment[at] as Word).chunk.role = 'unit';
}

function withoutUnits(segment: readonly Word[]): Word[] {
  return segment.filter(({ chunk }) => chunk.role !== 'unit');
}

/** "Starbucks 865 E 57th St": what stands before the house is a place by its name. */
function houseApart(segment: readonly Word[]): Word[][] {
  const at = segment.findIndex(
    ({ word }, index) =>
      /^\d{2,6}$/u.test(word) && /^[nsew]$/u.test(segment[index + 1]?.word ?? ''),
  );
  const before = segment.slice(0, Math.max(0, at));
  const apart =
    before.length > 0 && before.every(({ word }) => !/\d|^(between|to|and)$/u.test(word));
  return apart ? [before, segment.slice(at)] : [[...segment]];
}

/** The first part that begins with the number of a house, else the first with two streets, else the first. */
function mainOf(segments: readonly (readonly Word[])[]): number {
  const house = segments.findIndex(startsWithHouse);
  if (house >= 0) return house;
  const joint = segments.findIndex((segment) =>
    segment.some(({ word }, at) => at > 0 && (JOINT_WORDS.has(word) || word === 'between')),
  );
  return joint >= 0
    ? joint
    : Math.max(
        0,
        segments.findIndex((segment) => segment.length > 0),
      );
}

/** "1111 E, 60th St.": a comma nobody meant. */
function endsEarly(words: readonly Word[]): boolean {
  return words.length > 0 && words.length <= 2 && startsWithHouse(words) && isBare(words[1]);
}

function isBare(word: Word | undefined): boolean {
  return word === undefined || /^[nsew]$/u.test(word.word);
}

function startsWithHouse(words: readonly Word[]): boolean {
  const [first = '', next = '', then = ''] = words.map(({ word }) => word);
  if (MASKED_BLOCK.test(first)) return true;
  if (!/^\d{1,6}[a-z]?$/u.test(first)) return false;
  if (JOINT_WORDS.has(next) || next === 'between') return false;
  return !(SUFFIX_OF.has(next) && (then === '' || then === 'between' || JOINT_WORDS.has(then)));
}

function formOf(words: readonly Word[]): AddressForm {
  if (words.length === 0) return { kind: 'words' };
  if (startsWithHouse(words)) return houseOf(words);
  for (const { chunk } of words) chunk.role = 'name';
  const between = words.findIndex(({ word }, at) => at > 0 && word === 'between');
  const said = words.slice(
    between > 0 ? between + 1 : cornerLength(words.map((each) => each.word)),
  );
  const streets = streetsIn(said).map(streetOf);
  const ends = streets.flatMap((each) => each ?? []);
  if (between > 0) {
    (words[between] as Word).chunk.role = 'joint';
    const street = streetOf(words.slice(0, between));
    if (street !== null && ends.length > 0) return { kind: 'between', street, ends };
  }
  if (ends.length > 1) return { kind: 'crossing', streets: ends };
  const [street] = ends;
  return street !== undefined && readsAsStreet(street, said)
    ? { kind: 'street', street }
    : { kind: 'words' };
}

/** One word alone is the name of anything. */
function readsAsStreet({ direction, suffix, name }: StreetName, words: readonly Word[]): boolean {
  if (direction !== null && name !== direction) return true;
  return suffix !== null || /^\d+(st|nd|rd|th)$/u.test(words[0]?.word ?? '');
}

function houseOf(words: readonly Word[]): AddressForm {
  const [first = '', second = '', third = ''] = words.map(({ word }) => word);
  const masked = MASKED_BLOCK.exec(first)?.[1];
  const from = Number(masked === undefined ? first.replace(/[a-z]$/u, '') : `${masked}00`);
  const half = second === '1' && third === '2' && sameChunk(words[1], words[2]);
  const range = !half && /^\d{1,6}$/u.test(second) && isRange(words[0], words[1]);
  let used = half ? 3 : range ? 2 : 1;
  const isBlock = BLOCK_WORDS.has(words[used]?.word ?? '');
  if (isBlock) {
    used += 1;
    if (words[used]?.word === 'of') used += 1;
  }
  for (const { chunk } of words.slice(0, used)) chunk.role = 'number';
  const street = streetOf(words.slice(used));
  if (street === null) return { kind: 'words' };
  if (isBlock || masked !== undefined) return { kind: 'block', from, street };
  const to = range && Number(second) > from ? Number(second) : null;
  const said = half ? `${first} 1/2` : range ? `${first}-${second}` : first;
  return { kind: 'house', number: { from, to, said }, street };
}

function sameChunk(one: Word | undefined, other: Word | undefined): boolean {
  return one !== undefined && one.chunk === other?.chunk;
}

/** "100-102", "100 - 102": the second number is joined to the first, and is no street. */
function isRange(one: Word | undefined, other: Word | undefined): boolean {
  return sameChunk(one, other) || other?.chunk.afterDash === true;
}

function streetsIn(words: readonly Word[]): Word[][] {
  const streets: Word[][] = [[]];
  for (const each of words)
    if (JOINT_WORDS.has(each.word)) {
      each.chunk.role = 'joint';
      streets.push([]);
    } else streets.at(-1)?.push(each);
  return streets.filter((street) => street.length > 0);
}

/** Reads one street and marks its words; null when there is no name in it. */
function streetOf(words: readonly Word[]): StreetName | null {
  const read = readStreet(words.map(({ word }) => word));
  if (read === null) return null;
  for (const [at, role] of read.roles.entries()) (words[at] as Word).chunk.role = role;
  return read.street;
}
