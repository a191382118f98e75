import { Agenda, type Course } from './agenda.ts';
import { oneCall, type Room } from './courses.ts';
import { Fleet, putInService } from '../center/fleet.ts';
import { planShifts } from '../center/crews.ts';
import { openCenter, type CenterOnShift } from '../center/center-on-shift.ts';
import { SeededChance } from '../policy/seeded-chance.ts';

const BEGAN = new Date('2026-03-03T06:00:00.000Z');
const DAY_SECONDS = 86_400;
/** As often as the running console looks at its time limits. */
const WATCH_SECONDS = 5;
const UNITS = 150;
const SEEDED = 15;

/** A day at a center, one thing after the other, as fast as the desk can write it down. */
export interface BusyDay {
  readonly center: CenterOnShift;
  /** Calls that have rung so far. */
  readonly rung: () => number;
  /** All calls have rung and nobody has anything left to do about them. */
  readonly isOver: () => boolean;
  /** Does the next thing: a command of somebody, or the look at the time limits. */
  step(): void;
}

/** A center with 150 units that gets so many calls in 24 hours. Crews are relieved as they are planned. */
export function busyDay(folder: string, callsADay: number): BusyDay {
  const center = openCenter(folder, BEGAN);
  const chance = new SeededChance(911);
  const units = putInService(center, UNITS, SEEDED);
  planShifts(center, units);
  const room: Room = { center, fleet: new Fleet(units), chance, seen: new Map() };
  const agenda = new Agenda(BEGAN.getTime());
  let rung = 0;
  agenda.begin(arrivals());
  agenda.begin(watching(), WATCH_SECONDS);

  function* arrivals(): Course {
    while (rung < callsADay) {
      agenda.begin(oneCall(room, (rung += 1)));
      // Between none and twice the mean: calls come in bunches.
      yield (2 * chance.next() * DAY_SECONDS) / callsADay;
    }
  }

  function* watching(): Course {
    for (;;) {
      center.desk.watch();
      yield WATCH_SECONDS;
    }
  }

  return {
    center,
    rung: () => rung,
    // The watch never ends.
    isOver: () => agenda.waiting === 1,
    step: () => {
      center.pass(agenda.untilNext / 60_000);
      agenda.step();
    },
  };
}
