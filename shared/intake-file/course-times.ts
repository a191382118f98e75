import type { Stamp } from './time-pattern.ts';
import type { ZoneClock } from './zone-clock.ts';
import { MOMENTS, type Moment } from '../outcomes/counted-call.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A time without its day is the one from so long before the call was received to a day later. */
const BEFORE_RECEIVED = 6 * HOUR;
/** Farther from the moment before it, midnight is no time where it may also mean “unknown”. */
const NEAR = 3 * HOUR;

/** What a row says of one moment: a time, that it never came, or nothing that can be used. */
export type Reading =
  { readonly told: Stamp } | 'nothing' | 'did-not-happen' | { readonly unreadable: string };

export type MidnightRule = 'time' | 'unknown' | 'unknown-unless-near';

export interface MomentReading {
  readonly moment: Moment;
  readonly reading: Reading;
  readonly midnight: MidnightRule;
}

/** What became of a moment: used, or why it is in no interval. */
export const FATES = ['known', 'sentinel', 'outOfOrder', 'absurd', 'unreadable'] as const;
export type Fate = (typeof FATES)[number];

export interface Received {
  readonly local: string;
  /** As the clock showed it, in milliseconds as if it were UTC. */
  readonly wall: number;
  /** The instant. */
  readonly at: number;
  readonly grain: number;
}

export interface CourseTimes {
  readonly elapsed: Readonly<Partial<Record<Moment, number>>>;
  readonly outOfOrder: readonly Moment[];
  /** Whether it happened at all, as far as that is told. */
  readonly happened: Readonly<Partial<Record<Moment, boolean>>>;
  readonly fates: Readonly<Partial<Record<Moment, Fate>>>;
  /** Every pair of moments of which the later stands before the earlier. */
  readonly crossed: readonly { readonly from: Moment | 'received'; readonly to: Moment }[];
}

/** How the times of a file are to be taken. */
export interface TimeRules {
  readonly clock: ZoneClock;
  /** Times without an offset are UTC, not what a clock of the center showed. */
  readonly utc: boolean;
  /** Milliseconds after which a moment is absurd. */
  readonly longest: number;
}

/** When the call was received, or why what the row says is no moment. */
export function receivedAt(
  stamp: Stamp,
  { clock, utc }: TimeRules,
): Received | { readonly why: string } {
  switch (stamp.kind) {
    case 'day':
      return { why: 'is a day without a time' };
    case 'clock':
      return { why: 'is a time without its day' };
    case 'wall':
      if (!utc) {
        const [at = stamp.ms] = clock.momentsOf(stamp.ms);
        return { local: stamp.local, wall: stamp.ms, at, grain: stamp.grain };
      }
  }
  const local = clock.localOf(stamp.ms);
  return { local, wall: Date.parse(`${local}Z`), at: stamp.ms, grain: stamp.grain };
}

/** What the clock on the wall showed at a moment, as finely as it was written. */
export function localOf(
  stamp: Stamp,
  received: Received,
  { clock, utc }: TimeRules,
): string | null {
  if (stamp.kind === 'day') return null;
  if (stamp.kind === 'instant' || utc) {
    const [at = 0] = momentsOf(stamp, received, clock, utc);
    return clock.localOf(at);
  }
  if (stamp.kind === 'wall') return stamp.local;
  return `${new Date(onDayOf(stamp.ms, received.wall)).toISOString().slice(0, 10)}T${stamp.text}`;
}

interface Placed {
  readonly moment: Moment | 'received';
  readonly at: number;
  readonly grain: number;
}

/**
 * The moments of a call against each other. One that stands before an earlier one is out of order: it is
 * kept and counted, and belongs in no interval. Times are compared as finely as the coarser is written:
 * 10:00 is not before 10:00:30.
 */
export function timeCourse(
  received: Received,
  readings: readonly MomentReading[],
  rules: TimeRules,
): CourseTimes {
  const elapsed: Partial<Record<Moment, number>> = {};
  const happened: Partial<Record<Moment, boolean>> = {};
  const fates: Partial<Record<Moment, Fate>> = {};
  const outOfOrder: Moment[] = [];
  const crossed: { from: Moment | 'received'; to: Moment }[] = [];
  const placed: Placed[] = [{ moment: 'received', at: received.at, grain: received.grain }];
  let latest = received.at;
  for (const [index, each] of readings.entries()) {
    const { moment, reading } = each;
    const candidates = candidatesOf(each, received, rules);
    if (candidates === null) {
      if (reading === 'did-not-happen') happened[moment] = false;
      fates[moment] =
        typeof reading === 'object' && 'unreadable' in reading ? 'unreadable' : 'sentinel';
      continue;
    }
    // Where the clock shows it twice it is the first, or the second if only that is in order.
    const at = candidates.times.find((time) => time >= latest) ?? candidates.times[0] ?? latest;
    if (candidates.doubtful && !isGenuine(at, latest, readings.slice(index + 1), received, rules)) {
      fates[moment] = 'sentinel';
      continue;
    }
    happened[moment] = true;
    if (Math.abs(at - received.at) > rules.longest) {
      fates[moment] = 'absurd';
      continue;
    }
    const here = { moment, at, grain: candidates.grain };
    const before = placed.filter((earlier) => standsBefore(here, earlier));
    for (const { moment: from } of before) crossed.push({ from, to: moment });
    const seconds = Math.round((at - received.at) / 1000);
    fates[moment] = before.length > 0 ? 'outOfOrder' : 'known';
    elapsed[moment] = before.length > 0 ? seconds : Math.max(0, seconds);
    if (before.length > 0) outOfOrder.push(moment);
    else latest = Math.max(latest, at);
    placed.push(here);
  }
  return { elapsed, outOfOrder, happened, fates, crossed };
}

/** In the order of MOMENTS. */
export function inOrder(readings: readonly MomentReading[]): MomentReading[] {
  return readings.toSorted((a, b) => MOMENTS.indexOf(a.moment) - MOMENTS.indexOf(b.moment));
}

interface Candidates {
  readonly times: readonly number[];
  readonly grain: number;
  /** It is midnight, where midnight may also mean “unknown”. */
  readonly doubtful: boolean;
}

/** When a moment may have been; null where nothing is told that can be used. */
function candidatesOf(
  { reading, midnight }: MomentReading,
  received: Received,
  { clock, utc }: TimeRules,
): Candidates | null {
  if (typeof reading === 'string' || 'unreadable' in reading) return null;
  const stamp = reading.told;
  if (stamp.kind === 'day') return null;
  const isMidnight = stamp.kind !== 'instant' && stamp.ms % DAY === 0;
  if (isMidnight && midnight === 'unknown') return null;
  return {
    times: momentsOf(stamp, received, clock, utc),
    grain: stamp.grain,
    doubtful: isMidnight && midnight === 'unknown-unless-near',
  };
}

/** Midnight near the moment before it, and before every later one that is no midnight itself. */
function isGenuine(
  at: number,
  latest: number,
  later: readonly MomentReading[],
  received: Received,
  rules: TimeRules,
): boolean {
  if (at < latest || at - latest > NEAR) return false;
  return later.every((reading) => {
    const candidates = candidatesOf(reading, received, rules);
    return (
      candidates === null || candidates.doubtful || candidates.times.some((time) => time >= at)
    );
  });
}

function momentsOf(
  stamp: Exclude<Stamp, { kind: 'day' }>,
  received: Received,
  clock: ZoneClock,
  utc: boolean,
): readonly number[] {
  switch (stamp.kind) {
    case 'instant':
      return [stamp.ms];
    case 'wall':
      return utc ? [stamp.ms] : clock.momentsOf(stamp.ms);
    case 'clock':
      return utc
        ? [onDayOf(stamp.ms, received.at)]
        : clock.momentsOf(onDayOf(stamp.ms, received.wall));
  }
}

/** A time of day on the day that puts it after the call was received, or a few hours before. */
function onDayOf(ms: number, received: number): number {
  const sameDay = Math.floor(received / DAY) * DAY + ms;
  if (sameDay < received - BEFORE_RECEIVED) return sameDay + DAY;
  return sameDay >= received - BEFORE_RECEIVED + DAY ? sameDay - DAY : sameDay;
}

function standsBefore(later: Placed, earlier: Placed): boolean {
  const grain = Math.max(later.grain, earlier.grain);
  return Math.floor(later.at / grain) < Math.floor(earlier.at / grain);
}
