import { keysOf, type CallHeard } from './call-heard.ts';
import {
  likelyDuplicates,
  likenessOf,
  type Known,
  type Likeness,
  type Rarity,
} from './likely-duplicates.ts';
import type { CallId } from '../lib/brand.ts';

/** About half a mile: what may be near lies in the same square or in one beside it. */
const SQUARE_DEGREES = 0.008;

/**
 * The calls a new one is compared with, ready to be asked while somebody types: how often each word is said is
 * counted as calls come and go, and those that share a number, a street or a part of town are found without
 * looking at the others.
 */
export class KnownCalls {
  readonly #calls = new Map<CallId, Known>();
  readonly #saying = new Map<string, number>();
  readonly #shelves = new Map<string, Set<CallId>>();

  get size(): number {
    return this.#calls.size;
  }

  put(callId: CallId, known: Known): void {
    this.drop(callId);
    this.#calls.set(callId, known);
    for (const stem of keysOf(known).words.keys())
      this.#saying.set(stem, (this.#saying.get(stem) ?? 0) + 1);
    for (const shelf of shelvesOf(known)) {
      const on = this.#shelves.get(shelf) ?? new Set();
      this.#shelves.set(shelf, on.add(callId));
    }
  }

  drop(callId: CallId): void {
    const known = this.#calls.get(callId);
    if (known === undefined) return;
    this.#calls.delete(callId);
    for (const stem of keysOf(known).words.keys())
      this.#saying.set(stem, (this.#saying.get(stem) ?? 1) - 1);
    for (const shelf of shelvesOf(known)) this.#shelves.get(shelf)?.delete(callId);
  }

  clear(): void {
    this.#calls.clear();
    this.#saying.clear();
    this.#shelves.clear();
  }

  entries(): IterableIterator<[CallId, Known]> {
    return this.#calls.entries();
  }

  of(callId: CallId): Known | null {
    return this.#calls.get(callId) ?? null;
  }

  /** Everything a call may be told anew of; `except` is what it is itself. */
  likely(fresh: CallHeard, except: string | null): readonly Likeness[] {
    const among = [...this.#calls.values()].filter(({ target }) => target !== except);
    return likelyDuplicates(fresh, among, this.#rarity);
  }

  /** The same of those only that share a number, a street or a part of town with it: nothing sure is missed. */
  near(fresh: Known): readonly Likeness[] {
    const ids = new Set<CallId>();
    for (const shelf of lookedAt(fresh))
      for (const callId of this.#shelves.get(shelf) ?? []) ids.add(callId);
    const among = [...ids].flatMap((callId) => this.#calls.get(callId) ?? []);
    return likelyDuplicates(
      fresh,
      among.filter(({ target }) => target !== fresh.target),
      this.#rarity,
    );
  }

  between(fresh: CallHeard, known: Known): Likeness | null {
    return likenessOf(fresh, known, this.#rarity);
  }

  readonly #rarity: Rarity = (() => {
    const calls = this.#calls;
    const saying = this.#saying;
    return {
      get calls() {
        return calls.size;
      },
      saying: (stem: string) => saying.get(stem) ?? 0,
    };
  })();
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
