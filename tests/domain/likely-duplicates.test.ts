import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyCall, heard, known, minutesBefore } from '../support/heard-calls.ts';
import { keysOf } from '#shared/duplicate/call-heard.ts';
import { closeShelvesOf, KnownCalls } from '#shared/duplicate/known-calls.ts';
import {
  likelyDuplicates,
  likenessOf,
  STRENGTHS,
  type Known,
} from '#shared/duplicate/likely-duplicates.ts';
import type { CallId } from '#shared/lib/brand.ts';

const HERE = { lat: 41.9691, lon: -87.6597 };
const point = (meters: number, withinMeters = 10) => ({
  position: { ...HERE, lat: HERE.lat + meters / 111_195 },
  withinMeters,
});

test.each<[string, Parameters<typeof heard>[0], Parameters<typeof known>[0], string | null]>([
  ['one number within minutes', { ani: '312 555 0100' }, { ani: '+1 312-555-0100' }, 'the-same'],
  [
    'one number, another street',
    { ani: '3125550100', address: '1 N Clark St' },
    { ani: '3125550100', address: '1 W Lawrence Ave' },
    'maybe',
  ],
  [
    'one number, half an hour later, nothing else',
    { ani: '3125550100' },
    { ani: '3125550100', receivedAt: minutesBefore(30), open: false },
    'likely',
  ],
  [
    'one house and one type',
    { address: '4500 N Broadway, Uptown', callType: 'SUITHR' },
    { address: '4500 North Broadway Apt 4', callType: 'SUITHR' },
    'the-same',
  ],
  ['one house and nothing else', { address: '45 N Clark' }, { address: '45 N Clark' }, 'likely'],
  [
    'one crossing told from either street',
    { address: 'Clark and Fullerton', words: 'smoke from a window' },
    { address: 'W FULLERTON AVE & N CLARK ST', words: 'the window is full of smoke' },
    'the-same',
  ],
  [
    'one block, two callers with the same words',
    { address: '2410 N Clark St', words: 'a naked man with a ladder' },
    { address: '2450 N Clark St', words: 'he is naked and has a ladder' },
    'likely',
  ],
  [
    'points a few steps apart',
    { point: point(0), callType: 'WELBNG' },
    { point: point(40), callType: 'WELBNG' },
    'the-same',
  ],
  [
    'a point within what a wireless fix may be off',
    { point: point(0, 300), words: 'he will jump off the railing' },
    { point: point(400), words: 'jumping from the railing' },
    'likely',
  ],
  [
    'one address on two sides of the town',
    { point: point(0), address: '100 Main St', callType: 'WELBNG' },
    { point: point(9000), address: '100 Main St', callType: 'WELBNG' },
    null,
  ],
  [
    'one house number in two towns',
    { address: '100 MAIN ST, LANSDALE', callType: 'WELBNG' },
    { address: '100 MAIN ST, AMBLER', callType: 'WELBNG' },
    'maybe',
  ],
  ['two calls of one type', { callType: 'WELBNG' }, { callType: 'WELBNG' }, null],
  [
    'rare words without a place',
    { words: 'a man with a trumpet on the ferris wheel' },
    { words: 'somebody plays trumpet, on the ferris wheel' },
    'maybe',
  ],
  [
    'one house, closed long ago',
    { address: '45 N Clark' },
    { address: '45 N Clark', open: false, receivedAt: minutesBefore(5 * 60) },
    null,
  ],
  ['everyday words', { words: 'please help me now' }, { words: 'help me please, now' }, null],
  ['a service number', { ani: '988' }, { ani: '988' }, null],
])('%s', (_what, fresh, other, strength) => {
  expect(likenessOf(heard(fresh), known(other))?.strength ?? null).toBe(strength);
});

test('it says why, in words', () => {
  const likeness = likenessOf(
    heard({ ani: '312-555-0100', point: point(0), words: 'She wants to jump off the bridge.' }),
    known({
      ani: '312-555-0100',
      point: point(36),
      words: 'jumping, on the bridge',
      receivedAt: minutesBefore(3),
    }),
  );
  expect(likeness?.reasons).toEqual([
    'same number',
    '100 ft apart',
    '3 min earlier',
    'both say: jump, bridge',
  ]);
});

test('what everybody says tonight is no reason', () => {
  const storm = Array.from({ length: 400 }, (_each, at) =>
    known({ target: `t${at}`, callId: `c${at}` as CallId, words: 'snow, accident' }),
  );
  expect(likelyDuplicates(heard({ words: 'accident in the snow' }), storm)).toEqual([]);
});

test('whatever was told apart is not asked again, from either side', () => {
  const call = { ani: '312-555-0100', callId: 'c1' as CallId };
  const other = known({ ani: '312-555-0100' });
  expect(likenessOf(heard(call), other)).not.toBeNull();
  expect(likenessOf(heard({ ...call, toldApart: ['c-known' as CallId] }), other)).toBeNull();
  expect(likenessOf(heard(call), { ...other, toldApart: [call.callId] })).toBeNull();
});

test('several callers of one incident are one line, the likeliest', () => {
  const lines = likelyDuplicates(heard({ ani: '312-555-0100', address: '45 N Clark' }), [
    known({ address: '45 N Clark', callId: 'c1' as CallId }),
    known({ ani: '312-555-0100', callId: 'c2' as CallId }),
  ]);
  expect(lines.map(({ strength }) => strength)).toEqual(['the-same']);
});

const asKnown = (call: Parameters<typeof heard>[0], target: string): Known =>
  known({ ...call, target, callId: target as CallId });

test('a likeness is the same from either side', () => {
  fc.assert(
    fc.property(anyCall, anyCall, fc.boolean(), (a, b, open) => {
      const there = likenessOf(a, { ...asKnown(b, 'b'), open });
      const back = likenessOf(b, { ...asKnown(a, 'a'), open });
      expect(there?.strength).toBe(back?.strength);
      expect(there?.reasons.length).toBe(back?.reasons.length);
    }),
  );
});

test('a call that shares neither number nor place is never the same', () => {
  fc.assert(
    fc.property(anyCall, anyCall, (a, b) => {
      const [one, other] = [keysOf(a), keysOf(b)];
      fc.pre(one.number === '' || one.number !== other.number);
      fc.pre(a.commonPlace === null || a.commonPlace !== b.commonPlace);
      fc.pre(!one.streets.some((street) => other.streets.includes(street)));
      fc.pre(a.point === null || b.point === null);
      const strength = likenessOf(a, asKnown(b, 'b'))?.strength ?? 'maybe';
      expect(STRENGTHS.indexOf(strength)).toBe(STRENGTHS.indexOf('maybe'));
    }),
  );
});

test('looking only at what shares something finds what looking at everything finds', () => {
  fc.assert(
    fc.property(anyCall, fc.array(anyCall, { maxLength: 8 }), (fresh, others) => {
      const all = others.map((each, at) => asKnown(each, `k${at}`));
      const calls = new KnownCalls();
      for (const each of all) calls.put(each.target as CallId, each);
      expect(calls.likely(fresh, null)).toEqual(likelyDuplicates(fresh, all));
    }),
    { numRuns: 60 },
  );
});

test('what somebody works on is found among those only, whatever waits beside it', () => {
  fc.assert(
    fc.property(
      anyCall,
      fc.array(fc.tuple(anyCall, fc.constantFrom('waits', 'open', 'over')), { maxLength: 8 }),
      (fresh, others) => {
        const calls = new KnownCalls();
        const all = others.map(([each, how], at) => ({
          ...asKnown(each, `k${at}`),
          callId: `k${at}` as CallId,
          open: how !== 'over',
          waits: how === 'waits',
        }));
        for (const each of all) calls.put(each.callId, each);
        // How rare a word is, all of them tell.
        const rarity = {
          calls: all.length,
          saying: (stem: string) => all.filter((each) => keysOf(each).words.has(stem)).length,
        };
        const answered = all.filter(({ waits, open }) => open && !waits);
        expect(calls.likelyAnswered(fresh)).toEqual(likelyDuplicates(fresh, answered, rarity));
        expect(calls.waiting()).toEqual(all.filter(({ waits }) => waits));
      },
    ),
    { numRuns: 60 },
  );
});

test('two calls that are more than maybe the same stand on a shelf together', () => {
  fc.assert(
    fc.property(anyCall, anyCall, (a, b) => {
      // A point near the edge of its square is looked for in the others when somebody asks about one call.
      fc.pre(a.point === null || b.point === null);
      const strength = likenessOf(a, { ...asKnown(b, 'b'), waits: true })?.strength ?? 'maybe';
      const there = new Set(closeShelvesOf(b));
      const together = closeShelvesOf(a).some((shelf) => there.has(shelf));
      expect(together || strength === 'maybe').toBe(true);
    }),
  );
});

test('what was taken from the calls again leaves no trace in them', () => {
  const calls = new KnownCalls();
  const one = asKnown({ words: 'trumpet on the ferris wheel', ani: '312-555-0100' }, 'one');
  calls.put('one' as CallId, one);
  calls.put('one' as CallId, { ...one, ani: null });
  expect(calls.likely(heard({ ani: '312-555-0100' }), null)).toEqual([]);
  calls.drop('one' as CallId);
  expect(calls.size).toBe(0);
  expect(calls.likely(heard({ ani: '312-555-0100' }), null)).toEqual([]);
});

test('what is over is dropped once it is old, and what stands open never is', () => {
  const calls = new KnownCalls();
  const at = (minutes: number) => new Date(Date.UTC(2026, 2, 3, 18) + minutes * 60_000);
  const put = (id: string, minutes: number, open: boolean) =>
    calls.put(id as CallId, {
      ...asKnown({ ani: '312-555-0100', receivedAt: at(minutes).toISOString() }, id),
      open,
    });
  put('old and over', 0, false);
  put('old and open', 0, true);
  put('new and over', 300, false);
  expect(calls.dropOver(at(240).getTime())).toEqual(['old and over']);
  expect(calls.dropOver(at(240).getTime())).toEqual([]);
  expect(calls.size).toBe(2);
});
