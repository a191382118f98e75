import { join } from 'node:path';
import type { StartOptions } from './start-options.ts';
import { lineRunners } from '#main/intake/line-runners.ts';
import { keepLines } from '#main/intake/keep-lines.ts';
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

/** Of the built programs: this one is in a folder of it. */
const OUT_FOLDER = join(import.meta.dirname, '..');

/** A desk with its clockwork: the watch over time limits and, in training, the simulated shift. */
export interface RunningDesk {
  readonly desk: Desk;
  stop(): void;
}

export function runDesk(options: StartOptions): RunningDesk {
  return options.training ? runTraining(options) : runLive(options);
}

function runLive({ liveFolder, position }: StartOptions): RunningDesk {
  const desk = openDesk({ folder: liveFolder, position, outFolder: OUT_FOLDER });
  const stopWatch = keepWatch(desk);
  const stopLines = keepLinesSoon(desk);
  return {
    desk,
    stop: () => {
      stopLines();
      stopWatch();
      desk.close();
    },
  };
}

function runTraining({ trainingFolder, position }: StartOptions): RunningDesk {
  const desk = openDesk({
    folder: trainingFolder,
    mode: 'training',
    position,
    outFolder: OUT_FOLDER,
  });
  if (desk.policy() === null) seedTraining(desk);
  else keepTrainingRoster(desk);
  const stopWatch = keepWatch(desk);
  const stopLines = keepLinesSoon(desk);
  let shift: { stop(): void } | null = null;
  const begin = setTimeout(() => {
    shift = startTraining(desk, { timers: realTimers, random: Math.random });
  }, AFTER_START_MS);
  return {
    desk,
    stop: () => {
      clearTimeout(begin);
      shift?.stop();
      stopLines();
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
  return () => {
    clearInterval(timer);
    clearTimeout(first);
    stopOffers();
  };
}

/** What other systems hand over is taken once the board stands: until then they are refused, and try again. */
function keepLinesSoon(desk: Desk): () => void {
  let lines: { stop(): Promise<void> } | null = null;
  const begin = setTimeout(() => {
    lines = keepLines(desk, lineRunners(OUT_FOLDER));
  }, AFTER_START_MS);
  return () => {
    clearTimeout(begin);
    void lines?.stop();
  };
}

const realTimers: Timers = {
  after: (ms, act) => {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  },
};
