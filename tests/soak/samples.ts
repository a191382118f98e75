import type { Counts } from './handles.ts';
import type { LongFrame, Turn } from './page-watch.ts';

/** What main holds once everything that can go has gone, in bytes. */
export interface HeldByMain {
  /** By the simulated clock. */
  readonly now: number;
  readonly heap: number;
  /** Of the heap: what the engine has compiled, which grows until everything was used once. */
  readonly code: number;
  readonly rss: number;
  /** Outside of the heap: buffers, and what statements of the database say they hold. */
  readonly external: number;
  /** Timers, sockets, watchers: what keeps Node awake. */
  readonly resources: Counts;
  /** Open file descriptors; none where they cannot be counted. */
  readonly files: Counts;
  readonly processes: readonly {
    readonly type: string;
    readonly bytes: number;
  }[];
}

export interface HeldByPage {
  readonly heap: number;
  readonly nodes: number;
  readonly listeners: number;
  readonly documents: number;
}

/** One look at the console while the week goes by. */
export interface Sample {
  /** Simulated days since the beginning. */
  readonly day: number;
  readonly main: HeldByMain;
  readonly page: HeldByPage;
  readonly database: number;
  /** Entries of the journal. */
  readonly entries: number;
  /** On the board then. */
  readonly openIncidents: number;
  readonly waitingCalls: number;
  /** The page's turns to draw since the last look, and what kept it when one was long. */
  readonly turns: readonly Turn[];
  readonly long: readonly LongFrame[];
}

type Point = readonly [x: number, y: number];

/**
 * The slope most pairs of points agree on (their median); 0 for fewer than two. A look that falls into the making
 * of a copy, which has the store open once more, so weighs nothing.
 */
export function slope(points: readonly Point[]): number {
  const slopes = points
    .flatMap(([x, y], at) =>
      points.slice(at + 1).flatMap(([toX, toY]) => (toX === x ? [] : [(toY - y) / (toX - x)])),
    )
    .toSorted((a, b) => a - b);
  const middle = Math.floor(slopes.length / 2);
  const [below, above] = [slopes[middle - 1], slopes[middle]];
  if (above === undefined) return 0;
  return slopes.length % 2 === 1 || below === undefined ? above : (below + above) / 2;
}

/** What grows a day, once the console is warm. */
export interface Growth {
  readonly aDay: number;
  readonly first: number;
  readonly last: number;
}

/** Caches fill and code is compiled in the first of it: that is no leak. */
export const WARM_UP_DAYS = 1.5;

/** The looks a slope is laid through: those once it is warm, or all of a run that is too short for that. */
export function warmed<Looked extends { readonly day: number }>(
  looked: readonly Looked[],
  warm = WARM_UP_DAYS,
): readonly Looked[] {
  const kept = looked.filter(({ day }) => day >= warm);
  return kept.length < 2 ? looked : kept;
}

export function growthOf(
  samples: readonly Sample[],
  read: (sample: Sample) => number,
  warm = WARM_UP_DAYS,
): Growth {
  const of = warmed(samples, warm);
  const [first, last] = [of[0], of.at(-1)];
  if (first === undefined || last === undefined) throw new Error('Nothing was sampled.');
  const aDay = slope(of.map((sample) => [sample.day, read(sample)] as const));
  return { aDay, first: read(first), last: read(last) };
}
