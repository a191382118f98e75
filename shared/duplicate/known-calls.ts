import { keysOf, type CallHeard } from './call-heard.ts';
import {
  likelyDuplicates,
  likenessOf,
  rareAtMost,
  type Known,
  type Likeness,
  type Rarity,
  type WaitingKnown,
} from './likely-duplicates.ts';
import type { CallId } from '../lib/brand.ts';

/** About half a mile: what may be near lies in the same square or in one beside it. */
const SQUARE_DEGREES = 0.008;

/**
 * The calls a new one is compared with, ready to be asked while somebody types. Calls that share a number, a street, a
 * part of town or a rare word stand on one shelf, so that only those are looked at that anything can speak for.
 */
export class KnownCalls {
  readonly #calls = new Map<CallId, Known>();
  readonly #waiting = new Map<CallId, Known>();
  readonly #shelves = new Map<string, Set<CallId>>();
  /** The same shelves with those only that somebody works on: in a storm hundreds wait on one. */
  readonly #answered = new Map<string, Set<CallId>>();

  get size(): number {
    return this.#calls.size;
  }

  put(callId: CallId, known: Known): void {
    this.drop(callId);
    this.#calls.set(callId, known);
    if (known.waits) this.#waiting.set(callId, known);
    for (const shelf of [...shelvesOf(known), ...wordShelves(known)]) {
      putOn(this.#shelves, shelf, callId);
      if (isAnswered(known)) putOn(this.#answered, shelf, callId);
    }
  }

  drop(callId: CallId): void {
    const known = this.#calls.get(callId);
    if (known === undefined) return;
    this.#calls.delete(callId);
    this.#waiting.delete(callId);
    for (const shelf of [...shelvesOf(known), ...wordShelves(known)]) {
      takeFrom(this.#shelves, shelf, callId);
      if (isAnswered(known)) takeFrom(this.#answered, shelf, callId);
    }
  }

  /** Drops what is over and came in before that moment, and answers with what went. */
  dropOver(before: number): CallId[] {
    const over = [...this.#calls].filter(([, known]) => !known.open && keysOf(known).at < before);
    for (const [callId] of over) this.drop(callId);
    return over.map(([callId]) => callId);
  }

  clear(): void {
    this.#calls.clear();
    this.#waiting.clear();
    this.#shelves.clear();
    this.#answered.clear();
  }

  /** Those nobody has answered yet. */
  waiting(): WaitingKnown[] {
    return [...this.#waiting.values()].filter(isNamed);
  }

  /** Everything a call may be told anew of; `except` is what it is itself. */
  likely(fresh: CallHeard, except: string | null): readonly Likeness[] {
    return this.#likelyOn(this.#shelves, fresh, except);
  }

  /** The same among what somebody works on. */
  likelyAnswered(fresh: CallHeard): readonly Likeness[] {
    return this.#likelyOn(this.#answered, fresh, null);
  }

  #likelyOn(
    shelves: ReadonlyMap<string, ReadonlySet<CallId>>,
    fresh: CallHeard,
    except: string | null,
  ): readonly Likeness[] {
    const ids = new Set<CallId>();
    const rare = rareAtMost(this.size);
    for (const shelf of lookedAt(fresh))
      for (const callId of shelves.get(shelf) ?? []) ids.add(callId);
    for (const shelf of wordShelves(fresh)) {
      const on = shelves.get(shelf);
      const saying = this.#shelves.get(shelf)?.size ?? 0;
      if (on !== undefined && saying <= rare) for (const callId of on) ids.add(callId);
    }
    if (ids.size === 0) return [];
    const among = [...ids].flatMap((callId) => this.#calls.get(callId) ?? []);
    return likelyDuplicates(
      fresh,
      among.filter(({ target }) => target !== except),
      this.#rarity(),
    );
  }

  between(fresh: CallHeard, known: Known): Likeness | null {
    return likenessOf(fresh, known, this.#rarity());
  }

  #rarity(): Rarity {
    return {
      calls: this.size,
      saying: (stem) => this.#shelves.get(wordShelf(stem))?.size ?? 0,
    };
  }
}

function isNamed(known: Known): known is WaitingKnown {
  return known.callId !== null;
}

function isAnswered({ open, waits }: Known): boolean {
  return open && !waits;
}

function putOn(shelves: Map<string, Set<CallId>>, shelf: string, callId: CallId): void {
  const on = shelves.get(shelf);
  if (on === undefined) shelves.set(shelf, new Set([callId]));
  else on.add(callId);
}

function takeFrom(shelves: Map<string, Set<CallId>>, shelf: string, callId: CallId): void {
  const on = shelves.get(shelf);
  on?.delete(callId);
  if (on?.size === 0) shelves.delete(shelf);
}

function wordShelf(stem: string): string {
  return `word ${stem}`;
}

function wordShelves(heard: CallHeard): string[] {
  return [...keysOf(heard).words.keys()].map(wordShelf);
}

/** Where a call is found. */
export function shelvesOf(heard: CallHeard): string[] {
  const { number, streets } = keysOf(heard);
  const [square] = squares(heard, 0);
  return [
    ...(number === '' ? [] : [`number ${number}`]),
    ...streets.map((street) => `street ${street}`),
    ...(heard.commonPlace === null ? [] : [`place ${heard.commonPlace}`]),
    ...(heard.personId === null ? [] : [`person ${heard.personId}`]),
    ...(square === undefined ? [] : [square]),
  ];
}

/**
 * Where those are found that are more than maybe the same. One street alone says as much only of two calls that
 * know no more than it.
 */
export function closeShelvesOf(heard: CallHeard): string[] {
  const { spot, block, streets } = keysOf(heard);
  const house = block === '' ? [`spot ${spot}`] : [`spot ${spot}`, `block ${block}`];
  const written = shelvesOf(heard).filter((shelf) => !shelf.startsWith('street '));
  return [...written, ...(spot === '' ? streets.map((street) => `street ${street}`) : house)];
}

/** Where its like is looked for: in the squares around its own, too. */
function lookedAt(heard: CallHeard): string[] {
  return [...shelvesOf(heard), ...squares(heard, 1)];
}

function squares({ point }: CallHeard, around: number): string[] {
  if (point === null) return [];
  const { lat, lon } = point.position;
  const [row, column] = [Math.floor(lat / SQUARE_DEGREES), Math.floor(lon / SQUARE_DEGREES)];
  const found: string[] = [];
  for (let y = row - around; y <= row + around; y += 1)
    for (let x = column - around; x <= column + around; x += 1) found.push(`square ${y} ${x}`);
  return found;
}
