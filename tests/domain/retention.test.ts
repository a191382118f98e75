import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { IncidentId, LegalHoldId, OperatorId } from '#shared/lib/brand.ts';
import { isRefusal } from '#shared/lib/refusal.ts';
import { placeHold, releaseHold, setRetention } from '#shared/retention/decide-retention.ts';
import { FOR_EVER, pastBefore, type LegalHold } from '#shared/retention/retention.ts';

const sam = 'sam' as OperatorId;
const ada = 'ada' as OperatorId;
const held = { kind: 'incident', incidentId: 'i1' as IncidentId } as const;
const hold: LegalHold = {
  holdId: 'h1' as LegalHoldId,
  held,
  reason: 'Subpoena',
  placedAt: '2026-03-03T18:00:00.000Z',
  placedBy: sam,
};

describe('the day before which words are past', () => {
  test.each([
    ['2026-11-30T10:00:00.000Z', 7, '2019-11-30T10:00:00.000Z'],
    ['2028-02-29T10:00:00.000Z', 1, '2027-02-28T10:00:00.000Z'],
    ['2028-02-29T10:00:00.000Z', 4, '2024-02-29T10:00:00.000Z'],
    ['2025-03-01T00:00:00.000Z', 1, '2024-03-01T00:00:00.000Z'],
  ])('%s less %i years is %s', (now, years, before) => {
    expect(pastBefore(new Date(now), years).toISOString()).toBe(before);
  });

  test('never comes later with more years, and never moves back as time goes on', () => {
    const moment = fc.date({
      min: new Date('2000-01-01'),
      max: new Date('2150-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moment, moment, fc.integer({ min: 1, max: 99 }), (a, b, years) => {
        const [early, late] = a <= b ? [a, b] : [b, a];
        expect(pastBefore(early, years) <= pastBefore(late, years)).toBe(true);
        expect(pastBefore(a, years + 1) < pastBefore(a, years)).toBe(true);
      }),
    );
  });
});

test('a schedule that says the same is not written again', () => {
  const years = { ...FOR_EVER, clinical: 7 };
  expect(setRetention(FOR_EVER, years)).toEqual([{ type: 'retention.set', years }]);
  expect(setRetention(years, { ...years })).toMatchObject({ refused: 'nothing-changed' });
});

test('the same is not held twice for the same reason, but for another one', () => {
  const next = 'h2' as LegalHoldId;
  expect(placeHold([hold], next, held, 'Subpoena')).toMatchObject({ refused: 'held-already' });
  expect(isRefusal(placeHold([hold], next, held, 'Lawsuit'))).toBe(false);
});

test('one person alone lifts no hold, and nobody lifts one twice', () => {
  expect(releaseHold(hold, 'Over', sam, sam)).toMatchObject({ refused: 'second-person' });
  expect(releaseHold(null, 'Over', sam, ada)).toMatchObject({ refused: 'no-hold' });
  expect(releaseHold(hold, 'Over', sam, ada)).toEqual([
    { type: 'legal-hold.released', holdId: 'h1', reason: 'Over', secondPerson: ada },
  ]);
});
