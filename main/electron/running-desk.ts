import { join } from 'node:path';
import type { StartOptions } from './start-options.ts';
import { lineRunners } from '#main/intake/line-runners.ts';
import { keepLines } from '#main/intake/keep-lines.ts';
import type { CopyRunner } from '#main/desk/copies/copy-jobs.ts';
import { threadRunner } from '#main/desk/copies/thread-runner.ts';
import type { Desk } from '#main/desk/desk.ts';
import { openDesk } from '#main/desk/open-desk.ts';
import { keepOfferClock } from '#main/desk/phone/offer-clock.ts';
import {
  keepTrainingRoster,
  seedTraining,
  startTraining,
} from '#main/desk/training/training-shift.ts';
import type { Timers } from '#main/desk/training/timers.ts';

/** How often time limits are looked at. Promises count in minutes, so seconds are soon enough. */
const WATCH_MS = 5_000;

/** The board stands by then: nothing that can wait may take time from it. */
const AFTER_START_MS = 2_000;

const RECORD_AFTER_MS = 30_000;
const RECORD_STEP_MS = 100;
const RECORD_AGAIN_MS = 86_400_000;

/** Copies are due by the hour. */
const COPIES_MS = 30_000;

/** Of the built programs: this one is in a folder of it. */
const OUT_FOLDER = join(import.meta.dirname, '..');

/** A desk with its clockwork: the watch over time limits and, in training, the simulated shift. */
export interface RunningDesk {
  readonly desk: Desk;
  /** The PC has slept: what is due is written at once, and the lines of other systems begin anew. */
  woke(): void;
  stop(): void;
}

/** `key` opens an encrypted store; training has none. */
export function runDesk(options: StartOptions, key: Desk['key'] = null): RunningDesk {
  return options.training ? runTraining(options) : runLive(options, key);
}

function runLive(
  { liveFolder, position, upgradeWithoutCopy }: StartOptions,
  key: Desk['key'],
): RunningDesk {
  const desk = openDesk({
    folder: liveFolder,
    key,
    position,
    outFolder: OUT_FOLDER,
    upgradeWithoutCopy,
  });
  const stopWatch = keepWatch(desk);
  const lines = keepLinesSoon(desk);
  const stopCopies = keepCopiesSoon(desk);
  return {
    desk,
    woke: () => {
      desk.woke();
      lines.beginAnew();
    },
    stop: () => {
      stopCopies();
      lines.stop();
      stopWatch();
      desk.close();
    },
  };
}

function runTraining({ trainingFolder, position, upgradeWithoutCopy }: StartOptions): RunningDesk {
  const desk = openDesk({
    folder: trainingFolder,
    mode: 'training',
    position,
    outFolder: OUT_FOLDER,
    upgradeWithoutCopy,
  });
  if (desk.policy() === null) seedTraining(desk);
  else keepTrainingRoster(desk);
  const stopWatch = keepWatch(desk);
  const lines = keepLinesSoon(desk);
  const stopCopies = keepCopiesSoon(desk);
  let shift: { stop(): void } | null = null;
  const begin = setTimeout(() => {
    shift = startTraining(desk, { timers: realTimers, random: Math.random });
  }, AFTER_START_MS);
  return {
    desk,
    woke: () => {
      desk.woke();
      lines.beginAnew();
    },
    stop: () => {
      clearTimeout(begin);
      shift?.stop();
      stopCopies();
      lines.stop();
      stopWatch();
      desk.close();
    },
  };
}

function keepWatch(desk: Desk): () => void {
  const timer = setInterval(() => desk.watch(), WATCH_MS);
  // What passed while the PC was off is written down soon, but not while the window starts.
  const first = setTimeout(() => desk.watch(), AFTER_START_MS);
  const stopOffers = keepOfferClock(desk, realTimers);
  const stopRecord = keepRecordWatch(desk);
  return () => {
    stopRecord();
    clearInterval(timer);
    clearTimeout(first);
    stopOffers();
  };
}

/** Once a day the record is read again, long after the board stands and a few milliseconds at a time. */
function keepRecordWatch(desk: Desk): () => void {
  let timer: NodeJS.Timeout;
  const begin = () => {
    const watch = desk.recordWatch();
    const step = () => {
      timer = watch.step() ? setTimeout(step, RECORD_STEP_MS) : setTimeout(begin, RECORD_AGAIN_MS);
    };
    step();
  };
  timer = setTimeout(begin, RECORD_AFTER_MS);
  return () => clearTimeout(timer);
}

/** What other systems hand over is taken once the board stands: until then they are refused, and try again. */
function keepLinesSoon(desk: Desk): { beginAnew(): void; stop(): void } {
  let lines: { stop(): Promise<void> } | null = null;
  const start = () => {
    lines = keepLines(desk, lineRunners(OUT_FOLDER));
  };
  let over = false;
  const begin = setTimeout(start, AFTER_START_MS);
  return {
    beginAnew: () => {
      // A connection that did not outlive the sleep may not know it yet; a port is free only after the stop.
      const before = lines;
      lines = null;
      if (before !== null) void before.stop().then(() => (over ? undefined : start()));
    },
    stop: () => {
      over = true;
      clearTimeout(begin);
      void lines?.stop();
    },
  };
}

/** Copies are made in a thread, and not while the window starts. */
function keepCopiesSoon(desk: Desk): () => void {
  let [stop, timer]: [(() => void) | null, NodeJS.Timeout | null] = [null, null];
  const begin = setTimeout(() => {
    stop = desk.copies.start(copyRunner());
    timer = setInterval(() => desk.copies.tick(), COPIES_MS);
  }, AFTER_START_MS);
  return () => {
    clearTimeout(begin);
    if (timer !== null) clearInterval(timer);
    stop?.();
  };
}

/** What makes copies, and puts one in force while no desk is open. */
export function copyRunner(): CopyRunner {
  return threadRunner(join(OUT_FOLDER, 'copies', 'copies.js'));
}

const realTimers: Timers = {
  after: (ms, act) => {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  },
};
