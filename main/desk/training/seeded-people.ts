import { personsNumber } from '../person/heard.ts';
import { localMoment } from '../local-moment.ts';
import { findScenario } from './scenario-catalogue.ts';
import type { PastCall } from '#shared/call/past-call.ts';
import type { DispositionCode } from '#shared/incident/disposition.ts';
import type { NewEvent } from '#shared/journal/journal-event.ts';
import type { PersonId } from '#shared/lib/brand.ts';
import type { Detail } from '#shared/person/known-person.ts';

const DAY_MS = 86_400_000;
const WALTER = 'training-person-walter' as PersonId;

/** Days ago, and how it ended. */
const EARLIER: readonly (readonly [number, DispositionCode])[] = [
  [41, 'services'],
  [23, 'resolved-by-phone'],
  [9, 'resolved-by-phone'],
  [3, 'follow-up-scheduled'],
];

/**
 * One invented person who calls again and again in the evening, as he is known after a few weeks: so that a trainee
 * meets a call that is recognised, reads how to meet him, and says that it is him. `now` is the desk's clock.
 */
export function seededPeople(now: Date, timeZone: string): NewEvent[] {
  const { where, callType } = findScenario('evening-caller');
  if (typeof where !== 'object') throw new Error('The evening caller has a home.');
  const dayAt = (days: number) =>
    localMoment(new Date(now.getTime() + days * DAY_MS), timeZone).date;
  const calls = EARLIER.map(([daysAgo, disposition]): PastCall => {
    const received = `${dayAt(-daysAgo)}T21:1${daysAgo % 10}:00`;
    return {
      key: `training:evening-caller:${daysAgo}`,
      preset: 'training',
      recordNumber: `T-${1000 + daysAgo}`,
      receivedLocal: received,
      closedLocal: null,
      rawType: 'Invented for training',
      callType,
      priority: null,
      address: where.address,
      latitude: null,
      longitude: null,
      agency: null,
      disposition: null,
      rowHash: `training-${daysAgo}`,
      course: { channel: '911', areaId: where.areaId ?? 'uptown', disposition },
    };
  });
  const phone = personsNumber(where.callback);
  const details: Detail[] = [
    { kind: 'name', name: 'Walter Hollis' },
    { kind: 'birth', date: '1951-11-04' },
    ...(phone === null ? [] : [{ kind: 'phone', ...phone } as const]),
    { kind: 'address', address: where.address },
  ];
  return [
    ...calls.map((pastCall): NewEvent => ({ type: 'past-call.imported', pastCall })),
    { type: 'person.registered', personId: WALTER, number: 1 },
    ...details.map((detail): NewEvent => {
      return { type: 'person.detail-added', personId: WALTER, detail };
    }),
    ...calls.map(({ key }): NewEvent => {
      return {
        type: 'person.call-linked',
        personId: WALTER,
        pastCall: key,
        certainty: 'certain',
        evidence: [],
        reason: 'Gave his name; invented for training',
      };
    }),
    {
      type: 'person.note-written',
      personId: WALTER,
      text: 'Say your name and give him time; he likes to do the breathing together. Ring apartment 512 twice.',
      source: 'Himself, invented for training',
      reviewOn: dayAt(-2),
      expiresOn: dayAt(60),
    },
    {
      type: 'person.plan-written',
      personId: WALTER,
      says: 'A clinician by phone first, if the questions allow it; he asks for somebody to come when he needs it.',
      agreed: true,
      expiresOn: dayAt(90),
    },
  ];
}
