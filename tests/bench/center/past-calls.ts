import { answered, DISPATCHER, recommended, type CenterOnShift } from './center-on-shift.ts';
import { inventedAnswers } from '../policy/invented-answers.ts';
import { SeededChance } from '../policy/seeded-chance.ts';
import { atomically } from '#db/open-database.ts';
import type { PastCall } from '#shared/call/past-call.ts';
import type { NewEvent } from '#shared/journal/journal-event.ts';
import type { IncidentId } from '#shared/lib/brand.ts';
import type { Policy } from '#shared/policy/policy.ts';
import { DESK_OPERATOR } from '#shared/roster/operator.ts';

const BATCH = 500;
const STREETS = ['N Clark St', 'S Halsted St', 'W Division St', 'W 63rd St', 'N Broadway'];
/** A type an export may hold that no table of ours knows. */
const NOT_OURS = 'NOT-OURS';
/** Calls of a day by the hour: few towards the morning, most in the evening. */
const BUSY = [3, 2, 2, 1, 1, 1, 2, 3, 4, 5, 5, 5, 6, 6, 6, 6, 7, 7, 8, 8, 7, 6, 5, 4];

/** Takes as many invented calls of another system into the journal, of every call type and area. */
export function importInvented(center: CenterOnShift, policy: Policy, calls: number): void {
  const chance = new SeededChance(2024);
  const hours = BUSY.flatMap((share, hour) => Array.from({ length: share }, () => hour));
  const callTypes = [...policy.callTypes.map(({ code }) => code), NOT_OURS];
  for (let done = 0; done < calls; done += BATCH) {
    const events = Array.from({ length: Math.min(BATCH, calls - done) }, (_, at): NewEvent => {
      const hour = chance.oneOf(hours);
      const area = chance.hits(0.9) ? chance.oneOf(policy.areas).name : 'Elsewhere';
      const address = `${100 * (1 + chance.below(60))} ${chance.oneOf(STREETS)}, ${area}`;
      const callType = chance.oneOf(callTypes);
      const pastCall = inventedCall(done + at, { hour, address, callType, day: chance.below(365) });
      return { type: 'past-call.imported', pastCall };
    });
    center.desk.record(events, DESK_OPERATOR);
  }
}

interface Drawn {
  readonly hour: number;
  readonly day: number;
  readonly address: string;
  readonly callType: string;
}

function inventedCall(number: number, { hour, day, address, callType }: Drawn): PastCall {
  const date = new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10);
  const receivedLocal = `${date}T${String(hour).padStart(2, '0')}:00:00`;
  const recordNumber = String(number).padStart(7, '0');
  return {
    key: `invented ${recordNumber} ${receivedLocal}`,
    preset: 'invented',
    recordNumber,
    receivedLocal,
    closedLocal: null,
    rawType: `TYPE ${callType}`,
    callType,
    priority: null,
    address,
    latitude: null,
    longitude: null,
    agency: null,
    disposition: null,
    rowHash: recordNumber,
  };
}

/** Decides as many incidents as recommended, each on invented answers and some time after the last. */
export function decideInvented(center: CenterOnShift, policy: Policy, decisions: number): void {
  const answers = inventedAnswers(policy, decisions, 911);
  for (let done = 0; done < decisions; done += BATCH)
    atomically(center.desk.db, () => {
      for (const [at, facts] of answers.slice(done, done + BATCH).entries()) {
        const incidentId = answered(center, done + at);
        const events = Object.entries(facts).map(([fact, { current }]): NewEvent => {
          const { answer, informant } = current;
          return { type: 'incident.fact-answered', incidentId, fact, answer, informant };
        });
        if (events.length > 0) center.desk.record(events, DISPATCHER);
        accept(center, incidentId);
        center.pass(37);
      }
    });
}

function accept(center: CenterOnShift, incidentId: IncidentId): void {
  const seen = recommended(center, incidentId);
  const choice = { response: seen.response, reason: null, secondPerson: null };
  center.do('incident.decide', { incidentId, seen, ...choice });
}
