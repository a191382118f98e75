import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { policy } from '../../support/given.ts';
import {
  evolvePatterns,
  NO_PATTERNS,
  reviewsIn,
  type CallTypeEvent,
} from '#shared/call-type/call-type-events.ts';
import {
  callTypeOf,
  mappedTypeOf,
  type CallTypeMap,
  type ReviewedString,
} from '#shared/call-type/call-type-map.ts';
import {
  adoptPatterns,
  followFolder,
  reviewStrings,
  withdrawReviews,
} from '#shared/call-type/decide-call-types.ts';
import { learnedStrings } from '#shared/call-type/known-strings.ts';
import { nexusByType } from '#shared/call-type/type-nexus.ts';
import type { CallTypeTable } from '#shared/intake-file/call-type-table.ts';

const STAMP = { at: '2026-03-01T12:00:00.000Z', by: 'sam' };
const TABLE: CallTypeTable = [
  { pattern: '*psych*', callType: 'MHDIST', note: '' },
  { pattern: '*gone*', callType: 'NOSUCH', note: '' },
];

function mapWith(reviewed: readonly CallTypeEvent[] = [], patterns = TABLE): CallTypeMap {
  const lines = new Map<string, ReviewedString>();
  for (const event of reviewed) {
    const { set, gone } = reviewsIn(event, STAMP);
    for (const [folded, line] of set) lines.set(folded, line);
    for (const folded of gone) lines.delete(folded);
  }
  const types = nexusByType(policy);
  return { version: reviewed.length, patterns, reviewed: lines, types, learned: learnedStrings };
}

const reviewed = (raw: string, callType: string | null): CallTypeEvent => ({
  type: 'call-type-map.reviewed',
  lines: [{ raw, callType }],
});

describe('what a string means', () => {
  test('a person comes before a pattern, in any case and with any blanks', () => {
    const map = mapWith([reviewed('PSYCH  EVAL', 'WELBNG')]);
    expect(callTypeOf('psych\neval ', map)).toEqual({
      callType: 'WELBNG',
      nexus: 'possible',
      how: 'reviewed',
    });
    expect(callTypeOf('PSYCH OTHER', map)).toMatchObject({ callType: 'MHDIST', how: 'table' });
  });

  test('somebody who looked and found that it says too little is heard too', () => {
    const map = mapWith([reviewed('PSYCH', null)]);
    expect(callTypeOf('Psych', map)).toEqual({ callType: null, nexus: 'none', how: 'reviewed' });
  });

  test('what was learned proposes and never takes effect', () => {
    const map = mapWith();
    expect(callTypeOf('MENTAL PATIENT', map)).toEqual({
      callType: null,
      nexus: 'behavioral',
      how: 'learned',
    });
    expect(mappedTypeOf('MENTAL PATIENT', map)).toBeNull();
    expect(callTypeOf('VEHICLE THEFT', map)).toBeNull();
  });

  test('a type the policy no longer has means nothing', () => {
    expect(mappedTypeOf('gone', mapWith())).toBeNull();
    expect(mappedTypeOf('psych gone', mapWith([reviewed('psych gone', 'NOSUCH')]))).toMatchObject({
      callType: 'MHDIST',
      how: 'table',
    });
  });

  test('whatever it is, only a person or a pattern gives a call type, and it is one of the policy', () => {
    const map = mapWith([reviewed('x', 'OVERDS')]);
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constantFrom('x', 'psych', 'SUICIDE')), (raw) => {
        const meant = callTypeOf(raw, map);
        if (meant?.how === 'learned') expect(meant.callType).toBeNull();
        if (meant !== null && meant.callType !== null)
          expect(map.types.get(meant.callType)).toBe(meant.nexus);
        expect(mappedTypeOf(raw, map)).toEqual(meant?.how === 'learned' ? null : meant);
      }),
      { numRuns: 200 },
    );
    expect(callTypeOf('psych '.repeat(100_000), map)).toBeNull();
  });
});

describe('how the map is changed', () => {
  test('a review of a type the policy does not have is refused, and of what stands is nothing', () => {
    expect(reviewStrings(mapWith(), [{ raw: 'x', callType: 'NOSUCH' }])).toMatchObject({
      refused: 'unknown-call-type',
    });
    const map = mapWith([reviewed('x', 'MHDIST')]);
    expect(reviewStrings(map, [{ raw: 'X', callType: 'MHDIST' }])).toEqual([]);
    expect(reviewStrings(map, [{ raw: 'X', callType: null }])).toEqual([reviewed('X', null)]);
  });

  test('a review is taken back only where one stands', () => {
    const map = mapWith([reviewed('x', 'MHDIST')]);
    const [event] = withdrawReviews(map, ['X', 'y']);
    expect(event).toEqual({ type: 'call-type-map.review-withdrawn', raws: ['X'] });
    expect(mapWith([reviewed('x', 'MHDIST'), event!]).reviewed.size).toBe(0);
    expect(withdrawReviews(map, ['y'])).toEqual([]);
  });

  test('the same table again changes nothing', () => {
    expect(adoptPatterns(mapWith(), [...TABLE], 'again.csv')).toEqual([]);
    expect(adoptPatterns(mapWith(), [TABLE[0]!], 'new.csv')).toHaveLength(1);
  });

  test('the file of the folder counts when somebody edited it, and not again after the window', () => {
    const shipped = TABLE;
    expect(followFolder(NO_PATTERNS, shipped, shipped, 'f')).toEqual([]);
    const edited = [TABLE[0]!];
    const [taken] = followFolder(NO_PATTERNS, edited, shipped, 'f');
    const kept = evolvePatterns(NO_PATTERNS, taken!, STAMP);
    expect(kept).toMatchObject({ version: 1, patterns: edited, folder: edited, adoptedBy: 'sam' });
    const fromWindow: CallTypeEvent = {
      type: 'call-type-map.adopted',
      patterns: TABLE,
      source: 'w',
      from: 'window',
    };
    const later = evolvePatterns(kept, fromWindow, STAMP);
    expect(followFolder(later, edited, shipped, 'f')).toEqual([]);
    expect(later).toMatchObject({ version: 2, patterns: TABLE, folder: edited });
    expect(evolvePatterns(later, reviewed('x', null), STAMP)).toEqual({ ...later, version: 3 });
  });
});
