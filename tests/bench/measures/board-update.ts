import { askedThrough, answered, openCenter, ring } from '../center/center-on-shift.ts';
import { newPair, type Bench, type Measure } from '../measure.ts';
import { shippedPolicy } from '#main/desk/shipped-policy.ts';
import type { IncidentId } from '#shared/lib/brand.ts';
import { changeOne } from '../window/board-change.ts';
import type { ElectronWindow } from '../window/electron-window.ts';
import { signedOn } from '../window/signed-on.ts';

const MANY = 1_000;
const FEW = 20;
/** Calls among them that nobody has answered yet. */
const WAITING = 3;
const SAMPLES = 110;
const WARM_UP = 10;

/** Types that answer no question, so that nothing but the row's own words changes. */
const TYPES = shippedPolicy().policy.callTypes.filter((type) => type.states.length === 0);

/**
 * One incident changes, from the command to its row in the window, with many calls open beside few. The
 * first figures are the harder case, a row that rises from the end of the queue to its top, and stop at
 * the document: the screen's own rhythm would make any two of them alike.
 */
export const measure: Measure = {
  name: 'board-update',
  unit: 'ms',
  better: 'smaller',
  budget: 1.5,
  take: async (bench) => {
    const risen = newPair();
    const risenOnScreen = newPair();
    const inPlace = newPair();
    const inPlaceOnScreen = newPair();
    const rooms = [
      { side: 'value', room: await openRoom('many', MANY, bench) },
      { side: 'baseline', room: await openRoom('few', FEW, bench) },
    ] as const;
    try {
      for (let sample = -WARM_UP; sample < SAMPLES; sample += 1) {
        for (const { side, room } of rooms) {
          const stays = await retype(room, sample + WARM_UP);
          const rises = await raise(room, sample + WARM_UP);
          if (sample < 0) continue;
          risen[side].push(rises.inDocument);
          risenOnScreen[side].push(rises.painted);
          inPlace[side].push(stays.inDocument);
          inPlaceOnScreen[side].push(stays.painted);
        }
      }
    } finally {
      await Promise.all(rooms.map(({ room }) => room.window.quit()));
    }
    return { ...risen, also: { risenOnScreen, inPlace, inPlaceOnScreen } };
  },
};

interface Room {
  readonly window: ElectronWindow;
  /** In the order of the queue. */
  readonly incidents: readonly IncidentId[];
}

async function openRoom(name: string, open: number, bench: Bench): Promise<Room> {
  const folder = bench.folder(name);
  const center = openCenter(folder);
  // Nobody waits for these answers; the window opens the folder as durable as ever.
  center.desk.db.pragma('synchronous = OFF');
  const incidents: IncidentId[] = [];
  for (let number = 0; number < open - WAITING; number += 1) {
    const incidentId = answered(center, number);
    askedThrough(center, incidentId);
    incidents.push(incidentId);
  }
  for (let number = 0; number < WAITING; number += 1) ring(center, open + number);
  center.desk.close();
  return { window: await signedOn(folder), incidents };
}

/** A row near the top gets another call type: it is in sight, and it is not the one in focus. */
function retype({ window, incidents }: Room, sample: number) {
  const incidentId = incidents[2 + (sample % 3)] as IncidentId;
  const type = TYPES[Math.floor(sample / 3) % TYPES.length];
  if (type === undefined) throw new Error('The policy has no call type without answers.');
  const input = { incidentId, callType: type.code };
  return changeOne(
    window,
    { topic: 'incident.set-call-type', input },
    { incidentId, says: type.label },
  );
}

/** A weapon, far down: up it goes. It sinks again when the weapon turns out to be none. */
async function raise({ window, incidents }: Room, sample: number) {
  const incidentId = incidents.at(-1 - (sample % 8)) as IncidentId;
  const input = { incidentId, fact: 'weapon-in-hand', informant: 'caller-saw' };
  const topic = 'incident.answer-fact';
  const seen = await changeOne(
    window,
    { topic, input: { ...input, answer: 'yes' } },
    { incidentId, says: 'Level L4' },
  );
  const back = JSON.stringify({ ...input, answer: 'no' });
  await window.run(`caredesk.ask(${JSON.stringify(topic)}, ${back})`);
  return seen;
}
