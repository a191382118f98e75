import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { KnownShare } from '#shared/outcomes/outcome-figures.ts';
import { publicShare } from '#shared/outcomes/public-report.ts';
import { shareOf } from '#shared/statistics/share.ts';

const known = (numerator: number, denominator: number, unknown = 0): KnownShare => {
  return { ...shareOf(numerator, denominator), unknown };
};

describe('a share everybody may read', () => {
  test('large on both sides: whole', () => {
    expect(publicShare(known(20, 50))).toMatchObject({
      numerator: 20,
      denominator: 50,
      value: 0.4,
    });
  });

  test('one side small: the sum at most', () => {
    expect(publicShare(known(45, 50))).toMatchObject({
      numerator: 'withheld',
      denominator: 50,
      value: null,
    });
    expect(publicShare(known(3, 50))).toMatchObject({ numerator: '<11', denominator: 50 });
  });

  test('a few the record cannot tell it of: nothing, because the step beside it has their sum', () => {
    // 50 were eligible; of 46 of them it is known. The sum would say that it is not of 4.
    expect(publicShare(known(20, 46, 4))).toEqual({
      numerator: 'withheld',
      denominator: 'withheld',
      value: null,
      low: null,
      high: null,
    });
    expect(publicShare(known(20, 46, 11))).toMatchObject({ numerator: 20, denominator: 46 });
  });

  test('whatever the counts, no small one follows from the sum beside it', () => {
    const count = fc.nat({ max: 40 });
    fc.assert(
      fc.property(count, count, count, (yes, no, unknown) => {
        const all = yes + no + unknown;
        const { numerator, denominator, value } = publicShare(known(yes, yes + no, unknown));
        const told = [
          ...(typeof numerator === 'number' ? [numerator] : []),
          ...(typeof denominator === 'number' ? [all - denominator] : []),
          ...(typeof denominator === 'number' && typeof numerator === 'number'
            ? [denominator - numerator]
            : []),
        ];
        // None at all is no count of anybody: everything is known.
        for (const each of told.filter((one) => one > 0)) expect(each).toBeGreaterThanOrEqual(11);
        if (value !== null)
          expect([typeof numerator, typeof denominator]).toEqual(['number', 'number']);
      }),
      { numRuns: 1000 },
    );
  });
});
