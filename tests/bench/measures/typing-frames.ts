import { openCenter, talking } from '../center/center-on-shift.ts';
import { openBoard } from '../center/large-board.ts';
import type { Measure, Pair } from '../measure.ts';
import { quantileOf } from '../statistics.ts';
import { atTheNotes, noteLength } from '../window/at-the-notes.ts';
import { ChangeStream, TURNS_OF_A_CLINICIAN } from '../window/change-stream.ts';
import { bareWindow, ElectronWindow } from '../window/electron-window.ts';
import { framesFor } from '../window/frames.ts';

const BOARD = { units: 40, open: 100, waiting: 3 };
const CHANGES_A_SECOND = 50;
const ROUNDS = 8;
const LETTERS = 5_000;
/** Fifty letters a second: four times what the fastest typist does. */
const EVERY_MS = 20;
const IDLE_MS = 3_000;
/** What was asked for; the screen gives a frame every 16.7 ms. */
const ASKED_MS = 20;
const WARM_UP = 200;

/**
 * How far apart frames come while a clinician types 5,000 characters into a note and 100 live calls change
 * on the board, beside a window with one line of text to which nothing happens.
 */
export const measure: Measure = {
  name: 'typing-frames',
  unit: 'ms',
  better: 'smaller',
  budget: 1.2,
  take: async (bench) => {
    const folder = bench.folder('data');
    const board = openBoard(folder, BOARD);
    const center = openCenter(folder);
    talking(center, 9_000);
    center.desk.close();
    const console = await atTheNotes(folder);
    const bare = new ElectronWindow(bareWindow(bench.folder('profile'), 'static'));
    await bare.loaded();
    const stream = new ChangeStream(console, board, TURNS_OF_A_CLINICIAN);
    const typed = async (letters: number) => {
      const text = SENTENCE.repeat(Math.ceil(letters / SENTENCE.length)).slice(0, letters);
      const [frames] = await Promise.all([
        framesFor(console, letters * EVERY_MS),
        console.type(text, EVERY_MS),
      ]);
      return frames;
    };
    await stream.during(CHANGES_A_SECOND, () => typed(WARM_UP));

    const frames = {
      typing: [] as number[][],
      untyped: [] as number[][],
      bare: [] as number[][],
    };
    const before = stream.given;
    for (let round = 0; round < ROUNDS; round += 1) {
      frames.typing.push(await stream.during(CHANGES_A_SECOND, () => typed(LETTERS / ROUNDS)));
      frames.untyped.push(await stream.during(CHANGES_A_SECOND, () => framesFor(console, IDLE_MS)));
      frames.bare.push(await framesFor(bare, IDLE_MS));
    }
    stream.mustHaveBeenCarriedOut();
    const changes = stream.given - before;
    const seconds = (LETTERS * EVERY_MS + ROUNDS * IDLE_MS) / 1000;
    const stands = await noteLength(console);
    if (stands !== LETTERS + WARM_UP)
      throw new Error(`${LETTERS + WARM_UP} letters were typed, and ${stands} stand in the field.`);
    const pair = (share: number): Pair => ({
      value: frames.typing.map((each) => quantileOf(each, share)),
      baseline: frames.bare.map((each) => quantileOf(each, share)),
    });
    const all = frames.typing.flat();
    return {
      ...pair(0.99),
      also: {
        p99BesideAsked: { value: [quantileOf(all, 0.99)], baseline: [ASKED_MS], budget: 1 },
        p99BesideNoTyping: {
          value: frames.typing.map((each) => quantileOf(each, 0.99)),
          baseline: frames.untyped.map((each) => quantileOf(each, 0.99)),
        },
        p50: pair(0.5),
        greatest: pair(1),
      },
      facts: {
        letters: LETTERS,
        lettersASecond: 1000 / EVERY_MS,
        frames: all.length,
        changesASecond: Math.round(changes / seconds),
        framesLongerThanAsked: all.filter((apart) => apart > ASKED_MS).length,
      },
    };
  },
};

const SENTENCE = 'She has not slept since Sunday and hears steps on the stairs at night. ';
