import fc from 'fast-check';
import { START } from './given.ts';
import type { CallHeard } from '#shared/duplicate/call-heard.ts';
import type { Known } from '#shared/duplicate/likely-duplicates.ts';
import type { CallId } from '#shared/lib/brand.ts';

/** A call that says nothing but what is given. */
export function heard(more: Partial<CallHeard> = {}): CallHeard {
  return {
    callId: null,
    receivedAt: START,
    ani: null,
    address: '',
    point: null,
    commonPlace: null,
    callType: null,
    words: '',
    personId: null,
    toldApart: [],
    ...more,
  };
}

export function known(more: Partial<Known> = {}): Known {
  return {
    ...heard(),
    callId: 'c-known' as CallId,
    target: 'known',
    open: true,
    waits: false,
    ...more,
  };
}

export function minutesBefore(minutes: number): string {
  return new Date(Date.parse(START) - minutes * 60_000).toISOString();
}

const STREETS = ['N Clark St', 'W Lawrence Ave', 'S Kedzie Ave', 'Fullerton'];
const SAID = [
  'bridge',
  'jump',
  'railing',
  'smoke',
  'kitchen',
  'crying',
  'voices',
  'window',
  'knife',
];

const address = fc.oneof(
  fc.constant(''),
  fc
    .tuple(fc.integer({ min: 1, max: 40 }), fc.constantFrom(...STREETS))
    .map(([house, street]) => `${house * 50} ${street}, Uptown`),
  fc
    .uniqueArray(fc.constantFrom(...STREETS), { minLength: 2, maxLength: 2 })
    .map((streets) => streets.join(' & ')),
);

/** Calls that may or may not have to do with each other: few streets, few numbers, few words. */
export const anyCall: fc.Arbitrary<CallHeard> = fc.record({
  callId: fc.constant(null),
  receivedAt: fc.integer({ min: 0, max: 300 }).map(minutesBefore),
  ani: fc.option(fc.constantFrom('312-555-0100', '312-555-0101', '773-555-0102')),
  address,
  point: fc.option(
    fc.record({
      position: fc.record({
        lat: fc.integer({ min: 0, max: 60 }).map((step) => 41.9 + step / 1000),
        lon: fc.integer({ min: 0, max: 60 }).map((step) => -87.7 + step / 1000),
      }),
      withinMeters: fc.constantFrom(10, 100, 900),
    }),
  ),
  commonPlace: fc.option(fc.constantFrom('Wilson station', 'the shelter'), { freq: 5 }),
  callType: fc.option(fc.constantFrom('SUITHR', 'WELBNG')),
  words: fc.array(fc.constantFrom(...SAID), { maxLength: 4 }).map((words) => words.join(' ')),
  personId: fc.constant(null),
  toldApart: fc.constant([]),
});
