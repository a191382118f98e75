import type { Desk } from '../desk.ts';
import { startArrivals } from './arrivals.ts';
import { dispatchWork } from './dispatch-colleague.ts';
import { monitorWork } from './monitor-colleagues.ts';
import { openingScene } from './opening-scene.ts';
import { Pacer } from './pacer.ts';
import { phoneWork } from './phone-colleague.ts';
import { Room, type Act, type RefusedAct } from './room.ts';
import { Deck } from './scenario-catalogue.ts';
import { loadOf, QUIET } from './shift-load.ts';
import type { Timers } from './timers.ts';
import { unitWork } from './unit-movements.ts';

export { seedTraining } from './seed-training.ts';
export { keepTrainingRoster } from './seeded-shifts.ts';
export type { RefusedAct } from './room.ts';
export type { Timers } from './timers.ts';

export interface TrainingOptions {
  readonly timers: Timers;
  /** From 0 up to but not 1. Seeded, the same evening comes again. */
  readonly random: () => number;
  /** How many times faster than life. */
  readonly pace?: number;
  /** A refused command is worth a line in a log; the shift goes on. */
  readonly onRefused?: (act: RefusedAct) => void;
}

const OPENING_STEP_MS = 30;
/** The whole board is read no oftener than this, and between looks one act follows another. */
const LOOK_MS = 2_000;
const BEAT_MS = 500;

/** Keeps the evening going until it is stopped. What it knows it reads off the board. */
export function startTraining(desk: Desk, options: TrainingOptions): { stop(): void } {
  const { timers, random, pace = 1, onRefused = () => undefined } = options;
  const pacer = new Pacer(random, pace);
  const room = new Room(desk, pacer, onRefused);
  const deck = new Deck(random);
  const perBeat = Math.max(1, Math.round(pace));
  let load = QUIET;
  let acts: Act[] = [];
  let lookAt = 0;
  let cancel = (): void => undefined;

  const takeLook = (): void => {
    const look = room.look();
    const policy = room.policy();
    if (look === null || policy === null) return;
    lookAt = look.now + LOOK_MS;
    load = loadOf(room, policy, look);
    pacer.nextLap();
    room.forgetAllBut(look.incidents);
    acts = [
      ...unitWork(room, look),
      ...phoneWork(room, look),
      ...dispatchWork(room, look),
      ...monitorWork(room, look),
    ];
  };
  const beat = (): void => {
    if (acts.length === 0 && desk.now().getTime() >= lookAt) takeLook();
    for (const act of acts.splice(0, perBeat)) act();
    cancel = timers.after(BEAT_MS, beat);
  };
  const open = (scene: Generator<void>): void => {
    if (scene.next().done === true) beat();
    else cancel = timers.after(OPENING_STEP_MS, () => open(scene));
  };

  const found = room.look();
  if (found !== null) lookAt = found.now + LOOK_MS;
  const empty = found !== null && found.calls.length === 0 && found.incidents.length === 0;
  cancel = timers.after(0, empty ? () => open(openingScene(room, deck, found)) : beat);
  const phones = startArrivals(room, deck, timers, () => load);
  return {
    stop() {
      cancel();
      phones.stop();
      acts = [];
    },
  };
}
