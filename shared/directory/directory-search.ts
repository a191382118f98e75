import type { WallNow } from './hours.ts';
import { isOpenSomewhere, metersTo, type ServiceFacts } from './service-facts.ts';
import type { ServiceKind } from './service-kind.ts';
import { isStale, takesAge, type ServiceLine, type ServiceNotes } from './service.ts';
import type { Position } from '../place/position.ts';
import { sameLanguage } from '../unit/language.ts';

export const DIRECTORY_ORDERS = ['words', 'near', 'name'] as const;
/** How the list is sorted: by how well the words fit, by distance, or by name. */
export type DirectoryOrder = (typeof DIRECTORY_ORDERS)[number];

/** What somebody looks for. Every member that is null asks nothing. */
export interface DirectoryFilter {
  readonly kind: ServiceKind | null;
  readonly openNow: boolean;
  readonly age: number | null;
  /** BCP-47, or a name in small letters. */
  readonly language: string | null;
  readonly free: boolean;
  readonly withinKm: number | null;
  readonly capacity: boolean;
  readonly area: string;
}

export const NO_FILTER: DirectoryFilter = {
  kind: null,
  openNow: false,
  age: null,
  language: null,
  free: false,
  withinKm: null,
  capacity: false,
  area: '',
};

export interface DirectoryHits {
  readonly total: number;
  readonly offset: number;
  readonly lines: readonly ServiceLine[];
  /** The words that were looked for instead, when nothing has the words as they were written. */
  readonly instead: string | null;
}

export interface FilterContext {
  readonly now: WallNow;
  /** ISO instant. */
  readonly at: string;
  readonly from: Position | null;
  readonly notes: (serviceId: string) => ServiceNotes | null;
}

export function passes(
  facts: ServiceFacts,
  filter: DirectoryFilter,
  context: FilterContext,
): boolean {
  const { kind, age, language, withinKm } = filter;
  if (kind !== null && !isOfKind(facts, kind, context)) return false;
  if (filter.free && facts.free !== true) return false;
  if (age !== null && !takesAge(facts.ages, age)) return false;
  if (language !== null && !facts.languages.some((each) => speaks(each, language))) return false;
  if (filter.area !== '' && !facts.area.includes(filter.area.toLowerCase())) return false;
  if (filter.capacity && !hasCapacity(facts, context)) return false;
  if (filter.openNow && !isOpenToday(facts, context)) return false;
  if (withinKm === null) return true;
  const meters = metersTo(facts.points, context.from);
  return meters !== null && meters <= withinKm * 1000;
}

/** What a person said of substance use counts before the words do. */
function isOfKind(facts: ServiceFacts, kind: ServiceKind, { notes }: FilterContext): boolean {
  if (kind !== 'substance-use') return facts.kinds.includes(kind);
  return notes(facts.serviceId)?.substanceUse ?? facts.substanceUse !== 'no';
}

function speaks(spoken: string, language: string): boolean {
  return spoken === language || sameLanguage(spoken, language);
}

/** Somebody asked lately, and there was room. */
function hasCapacity({ serviceId }: ServiceFacts, { notes, at }: FilterContext): boolean {
  const capacity = notes(serviceId)?.capacity ?? null;
  return capacity !== null && capacity.state === 'open' && !isStale(capacity.at, at);
}

function isOpenToday(facts: ServiceFacts, { notes, now }: FilterContext): boolean {
  return (
    facts.active &&
    !isClosedForNow(notes(facts.serviceId), now.date) &&
    isOpenSomewhere(facts.hours, now) === true
  );
}

/** `today` is an ISO date. The last day of a closing is still closed. */
export function isClosedForNow(notes: ServiceNotes | null, today: string): boolean {
  const closed = notes?.closed ?? null;
  return closed !== null && (closed.until === null || today <= closed.until);
}

/** More words than that are a sentence, and a sentence is not looked for word by word. */
const MOST_WORDS = 8;

/** The words of what somebody typed, in small letters. */
export function searchWords(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(words)].slice(0, MOST_WORDS);
}

/** Each word, or what begins with it, has to be there. Quoted, so that no word is an operator. */
export function matchExpression(words: readonly string[]): string {
  return words.map((word) => `"${word}"*`).join(' ');
}

/** The word of the directory that was probably meant; null when none is close enough. */
export function nearestWord(
  word: string,
  vocabulary: Iterable<readonly [string, number]>,
): string | null {
  if (word.length < 4) return null;
  const most = word.length < 7 ? 1 : 2;
  let best: { readonly word: string; readonly edits: number; readonly used: number } | null = null;
  for (const [known, used] of vocabulary) {
    // A stem is shorter than the word that was typed.
    if (Math.abs(known.length - word.length) > most + 1 || known[0] !== word[0]) continue;
    // Its ending may be one that the index does not keep.
    const edits = editsTo(word, known, most) ?? editsTo(word.slice(0, known.length), known, most);
    if (edits === null) continue;
    if (best === null || edits < best.edits || (edits === best.edits && used > best.used))
      best = { word: known, edits, used };
  }
  return best?.word ?? null;
}

/** Insertions, deletions, substitutions and swaps of neighbors (optimal string alignment); null beyond `most`. */
function editsTo(a: string, b: string, most: number): number | null {
  let [two, one] = [[] as number[], Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      const edits = [(row[j - 1] ?? 0) + 1, (one[j] ?? 0) + 1, (one[j - 1] ?? 0) + (same ? 0 : 1)];
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) edits.push((two[j - 2] ?? 0) + 1);
      row.push(Math.min(...edits));
    }
    if (Math.min(...row) > most) return null;
    [two, one] = [one, row];
  }
  const edits = one[b.length] ?? 0;
  return edits <= most ? edits : null;
}
