/** What main holds once everything that can go has gone. */
export interface HeldByMain {
  /** By the simulated clock. */
  readonly now: number;
  readonly heap: number;
  readonly rss: number;
  readonly external: number;
  /** Timers, sockets, watchers: what keeps Node awake. */
  readonly resources: number;
  /** Open file descriptors; 0 where they cannot be counted. */
  readonly files: number;
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
  /** How far apart the frames came since the last look, in ms. */
  readonly frames: readonly number[];
}

/** The slope of a line through the points, by least squares; 0 for fewer than two. */
export function slope(points: readonly (readonly [x: number, y: number])[]): number {
  const { length } = points;
  if (length < 2) return 0;
  const meanX = points.reduce((sum, [x]) => sum + x, 0) / length;
  const meanY = points.reduce((sum, [, y]) => sum + y, 0) / length;
  const across = points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
  if (across === 0) return 0;
  return points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0) / across;
}

/** What grows a day, once the console is warm. */
export interface Growth {
  readonly aDay: number;
  readonly first: number;
  readonly last: number;
}

/** Caches fill and code is compiled in the first of it: that is no leak. */
export const WARM_UP_DAYS = 1.5;

export function growthOf(
  samples: readonly Sample[],
  read: (sample: Sample) => number,
  warm = WARM_UP_DAYS,
): Growth {
  const kept = samples.filter(({ day }) => day >= warm);
  const of = kept.length < 2 ? samples : kept;
  const [first, last] = [of[0], of.at(-1)];
  if (first === undefined || last === undefined) throw new Error('Nothing was sampled.');
  const aDay = slope(of.map((sample) => [sample.day, read(sample)] as const));
  return { aDay, first: read(first), last: read(last) };
}
