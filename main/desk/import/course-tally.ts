import type { PastCallRow } from '#shared/intake-file/past-call-row.ts';
import { looksLikeCategory } from '#shared/intake-file/column-shapes.ts';
import { FATES, type Fate } from '#shared/intake-file/course-times.ts';
import { MOMENT_MEMBERS, privateColumns } from '#shared/intake-file/mapping-columns.ts';
import type { Mapping } from '#shared/intake-file/mapping-schema.ts';
import { MOMENTS } from '#shared/outcomes/counted-call.ts';

type TimedMember = (typeof MOMENT_MEMBERS)[keyof typeof MOMENT_MEMBERS] | 'closed';

/** What the calls of a file told of how they went on. */
export interface CourseCounts {
  /** For each moment, how many calls tell it, or why they do not; all 0 where no column is mapped. */
  readonly times: Readonly<Record<TimedMember, Readonly<Record<Fate, number>>>>;
  /** Pairs of moments of which the later stands before the earlier. */
  readonly outOfOrder: readonly {
    readonly from: string;
    readonly to: string;
    readonly count: number;
  }[];
  readonly outcomes: Readonly<Record<string, number>>;
  /** Words nobody gave a meaning to, by column; null stands for words that are no categories. */
  readonly unmapped: Readonly<
    Record<string, readonly { readonly value: string | null; readonly count: number }[]>
  >;
  /** People told apart; 0 where the mapping names no person. */
  readonly persons: number;
}

/** More different words than this in one column, and they are no categories. */
const MOST_CATEGORIES = 100;

/** Counts how calls went on while rows go by. */
export class CourseTally {
  readonly #private: ReadonlySet<string>;
  readonly #times = Object.fromEntries(
    [...Object.values(MOMENT_MEMBERS), 'closed' as const].map((member) => [
      member,
      Object.fromEntries(FATES.map((fate) => [fate, 0])),
    ]),
  ) as Record<TimedMember, Record<Fate, number>>;
  readonly #crossed = new Map<string, number>();
  readonly #outcomes = new Map<string, number>();
  readonly #unmapped = new Map<string, WordTally>();
  /** By 48 bits of the pseudonym: eight bytes a person. */
  readonly #persons = new Set<number>();

  constructor(mapping: Mapping) {
    this.#private = new Set(privateColumns(mapping));
  }

  /** A call of this file that is in the journal, now or from before. */
  count({ pastCall, times, closed, unmapped }: PastCallRow): void {
    if (times !== null) {
      for (const moment of MOMENTS) {
        const fate = times.fates[moment];
        if (fate !== undefined) this.#times[MOMENT_MEMBERS[moment]][fate] += 1;
      }
      for (const { from, to } of times.crossed) add(this.#crossed, `${from} ${to}`);
    }
    if (closed !== null) this.#times.closed[closed] += 1;
    const { course } = pastCall;
    if (course?.disposition !== undefined) add(this.#outcomes, course.disposition);
    if (course?.personId !== undefined)
      this.#persons.add(Number.parseInt(course.personId.slice(2, 14), 16));
    for (const { column, value } of unmapped) {
      let words = this.#unmapped.get(column);
      if (words === undefined) {
        words = new WordTally(!this.#private.has(column));
        this.#unmapped.set(column, words);
      }
      words.count(value);
    }
  }

  counts(): CourseCounts {
    return {
      times: this.#times,
      outOfOrder: descending(this.#crossed).map(([pair, count]) => {
        const [from = '', to = ''] = pair.split(' ');
        return { from, to, count };
      }),
      outcomes: Object.fromEntries(descending(this.#outcomes)),
      unmapped: Object.fromEntries(
        [...this.#unmapped].map(([column, words]) => [column, words.listed()]),
      ),
      persons: this.#persons.size,
    };
  }
}

/** Words of one column, named only as long as they look like categories: what is free text is personal. */
class WordTally {
  #mayName: boolean;
  #all = 0;
  readonly #words = new Map<string, number>();

  constructor(mayName: boolean) {
    this.#mayName = mayName;
  }

  count(word: string): void {
    this.#all += 1;
    if (!this.#mayName) return;
    if (looksLikeCategory(word)) add(this.#words, word);
    else this.#mayName = false;
    if (this.#words.size > MOST_CATEGORIES) this.#mayName = false;
    if (!this.#mayName) this.#words.clear();
  }

  listed(): readonly { readonly value: string | null; readonly count: number }[] {
    if (!this.#mayName) return [{ value: null, count: this.#all }];
    return descending(this.#words).map(([value, count]) => ({ value, count }));
  }
}

export function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

export function descending(counts: ReadonlyMap<string, number>): [string, number][] {
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
}
