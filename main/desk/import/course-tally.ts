import { markOf, Marks } from './marks.ts';
import type { TakenRow } from './row-batches.ts';
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

/** The counts as they are kept between two runs of one import; people are kept apart, as marks. */
export interface CourseTallyState {
  readonly times: CourseCounts['times'];
  readonly crossed: readonly (readonly [string, number])[];
  readonly outcomes: readonly (readonly [string, number])[];
  readonly unmapped: readonly (readonly [string, WordTallyState])[];
}

/** Counts how calls went on while rows go by. */
export class CourseTally {
  /** By 48 bits of the pseudonym. */
  readonly persons = new Marks();
  readonly #private: ReadonlySet<string>;
  readonly #times: Record<TimedMember, Record<Fate, number>>;
  readonly #crossed: Map<string, number>;
  readonly #outcomes: Map<string, number>;
  readonly #unmapped: Map<string, WordTally>;

  constructor(mapping: Mapping, before: CourseTallyState | null = null) {
    this.#private = new Set(privateColumns(mapping));
    this.#times = Object.fromEntries(
      [...Object.values(MOMENT_MEMBERS), 'closed' as const].map((member) => [
        member,
        Object.fromEntries(FATES.map((fate) => [fate, before?.times[member][fate] ?? 0])),
      ]),
    ) as Record<TimedMember, Record<Fate, number>>;
    this.#crossed = new Map(before?.crossed);
    this.#outcomes = new Map(before?.outcomes);
    this.#unmapped = new Map(
      before?.unmapped.map(([column, words]) => [
        column,
        new WordTally(!this.#private.has(column), words),
      ]),
    );
  }

  state(): CourseTallyState {
    return {
      times: this.#times,
      crossed: [...this.#crossed],
      outcomes: [...this.#outcomes],
      unmapped: [...this.#unmapped].map(([column, words]) => [column, words.state()]),
    };
  }

  /** A call of this file that is in the journal, now or from before. */
  count({ pastCall, times, closed, unmapped }: TakenRow): void {
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
    if (course?.personId !== undefined) this.persons.add(markOf(course.personId.slice(2)));
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
      persons: this.persons.size,
    };
  }
}

interface WordTallyState {
  readonly all: number;
  /** Null when they are no categories. */
  readonly words: readonly (readonly [string, number])[] | null;
}

/** Words of one column, named only as long as they look like categories: what is free text is personal. */
class WordTally {
  #mayName: boolean;
  #all: number;
  readonly #words: Map<string, number>;

  constructor(mayName: boolean, before: WordTallyState | null = null) {
    this.#mayName = mayName && (before === null || before.words !== null);
    this.#all = before?.all ?? 0;
    this.#words = new Map(before?.words);
  }

  state(): WordTallyState {
    return { all: this.#all, words: this.#mayName ? [...this.#words] : null };
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
