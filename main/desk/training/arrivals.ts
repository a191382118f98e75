import { placeFor, ring } from './incoming-call.ts';
import type { Pacer } from './pacer.ts';
import type { Room } from './room.ts';
import type { Deck } from './scenario-catalogue.ts';
import { bearable, keeps, type Load } from './shift-load.ts';
import type { Timers } from './timers.ts';

/** With bursts and further callers about one event this comes to a call every forty seconds. */
const MEAN_GAP_SECONDS = 40;
/** With this many unanswered the phones pause: a trainee learns nothing from a wall of calls. */
const WAITING_CAP = 10;
/** Above the first the phones slow down, above the second they pause: nobody could keep up. */
const OPEN_BUSY = 28;
const OPEN_CAP = 42;
const BURST_CHANCE = 0.07;
const FURTHER_CALLER_CHANCE = 0.7;
/** While teams and clinician are both stretched, so many of the calls that would come do not. */
const SPARED = 0.5;
/** Calls come in waves of about this length, a third more at the top and a third fewer below. */
const WAVE_MINUTES = 50;

/** Lets the phones ring until it is stopped. */
export function startArrivals(
  room: Room,
  deck: Deck,
  timers: Timers,
  load: () => Load,
): { stop(): void } {
  const { desk, pacer } = room;
  const pending = new Set<() => void>();

  const after = (seconds: number, act: () => void): void => {
    const cancel = timers.after((seconds * 1000) / pacer.pace, () => {
      pending.delete(cancel);
      act();
    });
    pending.add(cancel);
  };
  const play = (): void => {
    const policy = room.policy();
    const now = load();
    if (policy === null || now.waiting >= WAITING_CAP || now.open >= OPEN_CAP) return;
    const stretched = !bearable(now, 'team') && !bearable(now, 'phone');
    if (stretched && pacer.random() < SPARED) return;
    const { scenario, words } = deck.draw((each) => bearable(now, keeps(policy, each)));
    const place = placeFor(scenario, policy, pacer.random);
    ring(desk, scenario, words, place);
    // An event in the street is seen by more than one person.
    (scenario.others ?? []).forEach((further, index) => {
      if (pacer.random() < FURTHER_CALLER_CHANCE)
        after(pacer.draw([15, 50]) * (index + 1), () => ring(desk, scenario, further, place));
    });
  };
  const arrive = (): void => {
    play();
    const more = pacer.random() < BURST_CHANCE ? 1 + Math.floor(pacer.random() * 3) : 0;
    for (let call = 1; call <= more; call += 1) after(call * pacer.draw([3, 9]), play);
    next();
  };
  const next = (): void => after(secondsToNext(pacer, desk.now(), load()), arrive);

  next();
  return {
    stop() {
      for (const cancel of pending) cancel();
      pending.clear();
    },
  };
}

function secondsToNext({ random }: Pacer, now: Date, { open }: Load): number {
  const phase = (now.getTime() / 60_000 / WAVE_MINUTES) * 2 * Math.PI;
  const wave = 1 + Math.sin(phase) / 3;
  const slowed = open > OPEN_BUSY ? 2 : 1;
  // Exponential gaps, because callers do not know of each other; cut, so that silence stays believable.
  const drawn = -Math.log(1 - random()) * MEAN_GAP_SECONDS;
  const gap = Math.min(Math.max(drawn, 1), MEAN_GAP_SECONDS * 5);
  return (gap * slowed) / wave;
}
