import { openBoard } from '../center/large-board.ts';
import type { Measure, Pair } from '../measure.ts';
import { quantileOf } from '../statistics.ts';
import { ChangeStream } from '../window/change-stream.ts';
import { bareWindow, ElectronWindow } from '../window/electron-window.ts';
import { framesFor } from '../window/frames.ts';
import { signedOn } from '../window/signed-on.ts';

const BOARD = { units: 150, open: 1_000, waiting: 3 };
const CHANGES_A_SECOND = 50;
const ROUNDS = 8;
const LOADED_MS = 4_000;
const IDLE_MS = 3_000;
/** What was asked for; the screen gives a frame every 16.7 ms. */
const ASKED_MS = 20;

/**
 * How far apart frames come while changes stream in, beside a window with one line of text to which
 * nothing happens: the screen itself. The 99th of a hundred, one figure for each round; over all rounds
 * it is also held against the number of milliseconds that was asked for.
 */
export const measure: Measure = {
  name: 'board-under-load',
  unit: 'ms',
  better: 'smaller',
  budget: 1.2,
  take: async (bench) => {
    const folder = bench.folder('data');
    const board = openBoard(folder, BOARD);
    const console = await signedOn(folder);
    const bare = new ElectronWindow(bareWindow(bench.folder('profile'), 'static'));
    await bare.loaded();
    const stream = new ChangeStream(console, board);
    const loaded = () => framesFor(console, LOADED_MS);
    // The first changes only warm the page up.
    await stream.during(CHANGES_A_SECOND, loaded);

    const frames = { loaded: [] as number[][], quiet: [] as number[][], bare: [] as number[][] };
    const before = stream.given;
    for (let round = 0; round < ROUNDS; round += 1) {
      frames.loaded.push(await stream.during(CHANGES_A_SECOND, loaded));
      frames.bare.push(await framesFor(bare, IDLE_MS));
      frames.quiet.push(await framesFor(console, IDLE_MS));
    }
    stream.mustHaveBeenCarriedOut();
    const changes = stream.given - before;
    const of = (share: number) => (rounds: readonly number[][]) =>
      rounds.map((each) => quantileOf(each, share));
    const pair = (share: number): Pair => {
      return { value: of(share)(frames.loaded), baseline: of(share)(frames.bare) };
    };
    const all = frames.loaded.flat();
    return {
      ...pair(0.99),
      also: {
        p99BesideAsked: { value: [quantileOf(all, 0.99)], baseline: [ASKED_MS], budget: 1 },
        p50: pair(0.5),
        greatest: pair(1),
        p99BesideQuietConsole: {
          value: of(0.99)(frames.loaded),
          baseline: of(0.99)(frames.quiet),
        },
      },
      facts: {
        frames: all.length,
        changesASecond: Math.round(changes / ((ROUNDS * LOADED_MS) / 1000)),
        framesLongerThanAsked: all.filter((apart) => apart > ASKED_MS).length,
      },
    };
  },
};
