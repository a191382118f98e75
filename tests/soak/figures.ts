import { quantileOf, rounded } from '../bench/statistics.ts';
import { growthOf, type Sample } from './samples.ts';
import type { Counts } from './handles.ts';
import type { LongFrame, Turn } from './page-watch.ts';

const MIB = 2 ** 20;
const HOUR_MS = 3_600_000;

interface Figure {
  readonly label: string;
  readonly unit: 'MiB' | '';
  /** So much more a simulated day is the noise of a healthy console; null where it follows the work. */
  readonly most: number | null;
  readonly read: (sample: Sample) => number;
}

const inAll = (counts: Counts) => Object.values(counts).reduce((sum, count) => sum + count, 0);

/** What is looked at, under the names of the answer. */
export const FIGURES = {
  mainHeap: {
    label: 'Heap of main',
    unit: 'MiB',
    most: 1,
    read: ({ main: { heap } }) => heap / MIB,
  },
  mainCode: {
    label: 'Compiled code in it',
    unit: 'MiB',
    most: null,
    read: ({ main: { code } }) => code / MIB,
  },
  mainExternal: {
    label: 'Buffers of main',
    unit: 'MiB',
    most: 0.5,
    read: ({ main: { external } }) => external / MIB,
  },
  mainResident: {
    label: 'Resident memory of main',
    unit: 'MiB',
    most: null,
    read: ({ main: { rss } }) => rss / MIB,
  },
  pageHeap: {
    label: 'Heap of the page',
    unit: 'MiB',
    most: 0.5,
    read: ({ page: { heap } }) => heap / MIB,
  },
  allProcesses: {
    label: 'All processes',
    unit: 'MiB',
    most: null,
    read: ({ main: { processes } }) => processes.reduce((sum, { bytes }) => sum + bytes, 0) / MIB,
  },
  openFiles: {
    label: 'Open files',
    unit: '',
    most: 0.5,
    read: ({ main: { files } }) => inAll(files),
  },
  activeResources: {
    label: 'Timers and sockets',
    unit: '',
    most: 0.5,
    read: ({ main: { resources } }) => inAll(resources),
  },
  nodes: {
    label: 'Nodes of the page',
    unit: '',
    most: null,
    read: ({ page: { nodes } }) => nodes,
  },
  listeners: {
    label: 'Listeners of the page',
    unit: '',
    most: 10,
    read: ({ page: { listeners } }) => listeners,
  },
  documents: {
    label: 'Documents of the page',
    unit: '',
    most: 0.2,
    read: ({ page: { documents } }) => documents,
  },
  database: {
    label: 'Store',
    unit: 'MiB',
    most: null,
    read: ({ database }) => database / MIB,
  },
} as const satisfies Readonly<Record<string, Figure>>;

export type FigureName = keyof typeof FIGURES;
export const FIGURE_NAMES = Object.keys(FIGURES) as FigureName[];

export interface GrowthFigure {
  readonly unit: string;
  readonly aDay: number;
  readonly first: number;
  readonly last: number;
}

export interface FrameFigures {
  readonly frames: number;
  readonly p50: number;
  readonly p99: number;
  readonly longest: number;
  /** The same of the frames in which nobody had touched anything for half a second; null for none. */
  readonly p99Untouched: number | null;
}

export interface Figures {
  readonly growth: Readonly<Record<FigureName, GrowthFigure>>;
  readonly frames: readonly ({ readonly day: number } & FrameFigures)[];
  readonly hours: readonly ({ readonly hour: number } & FrameFigures)[];
  readonly longFrames: LongFrames;
  /** What was seen at each look, for the picture. */
  readonly looked: Readonly<Record<Looked, readonly number[]>>;
  /** Handles of main by kind, at the first look and at the last. */
  readonly handles: Readonly<Record<'files' | 'resources', readonly [first: Counts, last: Counts]>>;
}

type Looked = FigureName | 'day' | 'openIncidents' | 'waitingCalls';

export function figuresOf(samples: readonly Sample[], began: number): Figures {
  const growth = byFigure((name): GrowthFigure => {
    const { unit, read } = FIGURES[name];
    const { aDay, first, last } = growthOf(samples, read);
    return { unit, aDay: rounded(aDay), first: rounded(first), last: rounded(last) };
  });
  const column = (read: (sample: Sample) => number) => samples.map((each) => rounded(read(each)));
  const looked: Figures['looked'] = {
    day: column(({ day }) => day),
    openIncidents: column(({ openIncidents }) => openIncidents),
    waitingCalls: column(({ waitingCalls }) => waitingCalls),
    ...byFigure((name) => column(FIGURES[name].read)),
  };
  const turns = samples.flatMap((sample) => sample.turns);
  const [first, last] = [samples[0], samples.at(-1)];
  if (first === undefined || last === undefined) throw new Error('Nothing was sampled.');
  return {
    growth,
    frames: framesBy(turns, began, 24).map(({ nth, ...frames }) => ({ day: nth, ...frames })),
    hours: framesBy(turns, began, 1).map(({ nth, ...frames }) => ({ hour: nth, ...frames })),
    longFrames: longFramesOf(
      samples.flatMap(({ long }) => long),
      turns,
    ),
    looked,
    handles: {
      files: [first.main.files, last.main.files],
      resources: [first.main.resources, last.main.resources],
    },
  };
}

function byFigure<T>(make: (name: FigureName) => T): Readonly<Record<FigureName, T>> {
  const made = FIGURE_NAMES.map((name) => [name, make(name)] as const);
  return Object.fromEntries(made) as Record<FigureName, T>;
}

function framesBy(turns: readonly Turn[], began: number, hours: number) {
  const groups = new Map<number, Turn[]>();
  for (const turn of turns) {
    const nth = Math.floor((turn[0] - began) / (hours * HOUR_MS));
    const group = groups.get(nth);
    if (group === undefined) groups.set(nth, [turn]);
    else group.push(turn);
  }
  return [...groups]
    .toSorted(([a], [b]) => a - b)
    .map(([nth, group]) => {
      const apart = group.map(([, ms]) => ms);
      const untouched = group.filter(([, , touched]) => !touched).map(([, ms]) => ms);
      const at = (share: number) => rounded(quantileOf(apart, share));
      const p99Untouched = untouched.length === 0 ? null : rounded(quantileOf(untouched, 0.99));
      return {
        nth,
        frames: apart.length,
        p50: at(0.5),
        p99: at(0.99),
        longest: at(1),
        p99Untouched,
      };
    });
}

/** Longer than a person takes for at once. */
const LONG_MS = 50;
const MOST_NAMED = 12;

export interface LongFrames {
  /** Turns to draw that came more than 50 ms after the one before. */
  readonly late: number;
  /** Of them the page itself was at work for so many; for the others it waited for the machine. */
  readonly worked: number;
  readonly longest: number;
  /** Where the page's time went in these, in ms. */
  readonly scriptMs: number;
  readonly styleMs: number;
  readonly forcedMs: number;
  readonly did: readonly { readonly what: string; readonly times: number; readonly ms: number }[];
}

export function longFramesOf(long: readonly LongFrame[], turns: readonly Turn[]): LongFrames {
  const sum = (read: (frame: LongFrame) => number) =>
    rounded(long.reduce((all, frame) => all + read(frame), 0));
  const did = new Map<string, { times: number; ms: number }>();
  for (const [what, ms] of long.flatMap((frame) => frame.did)) {
    const known = did.get(what) ?? { times: 0, ms: 0 };
    did.set(what, { times: known.times + 1, ms: known.ms + ms });
  }
  return {
    late: turns.filter(([, ms]) => ms > LONG_MS).length,
    worked: long.length,
    longest: long.reduce((most, { ms }) => Math.max(most, ms), 0),
    scriptMs: sum(({ script }) => script),
    styleMs: sum(({ style }) => style),
    forcedMs: sum(({ forced }) => forced),
    did: [...did]
      .map(([what, { times, ms }]) => ({ what, times, ms: rounded(ms) }))
      .toSorted((a, b) => b.ms - a.ms)
      .slice(0, MOST_NAMED),
  };
}
