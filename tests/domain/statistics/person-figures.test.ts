import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { concentrationOf } from '#shared/statistics/concentration.ts';
import {
  differenceInDifferences,
  type BeforeAfter,
} from '#shared/statistics/difference-in-differences.ts';
import { jackknifeByPerson } from '#shared/statistics/person-jackknife.ts';
import { MONTH_DAYS, personRate, type Exposed } from '#shared/statistics/person-rate.ts';

const exposed = (calls: number, days = 90): Exposed => ({ calls, days });
const person = (before: number, after: number): BeforeAfter => ({
  before: exposed(before),
  after: exposed(after),
});
const copies = <T>(count: number, each: T): T[] => Array.from({ length: count }, () => each);
const QUOTIENT = {
  above: [(each: Exposed) => each.calls],
  below: [(each: Exposed) => each.days],
};

describe('leaving out one person after the other', () => {
  test('by hand: three people with 1, 2 and 3 calls in equal times', () => {
    // Without them 5, 4 and 3 calls in two thirds of the time: the logarithm moves by log(5/4), 0 and log(3/4).
    const moved = [Math.log(5 / 4), 0, Math.log(3 / 4)];
    const mean = (moved[0]! + moved[2]!) / 3;
    const squares = moved.reduce((sum, each) => sum + (each - mean) ** 2, 0);
    const estimate = jackknifeByPerson([exposed(1), exposed(2), exposed(3)], QUOTIENT);
    expect(estimate?.log).toBeCloseTo(Math.log(6 / 270), 12);
    expect(estimate?.variance).toBeCloseTo((squares * 2) / 3, 12);
    expect(estimate?.degrees).toBe(2);
  });

  test('of many people with at most one call each it is the variance of Poisson, one over the calls', () => {
    const people = [...copies(400, exposed(1)), ...copies(40_000, exposed(0))];
    expect(jackknifeByPerson(people, QUOTIENT)!.variance * 400).toBeCloseTo(1, 1);
  });

  test('the same calls made by a fifth of the people are worth a fifth', () => {
    const alone = [...copies(500, exposed(1)), ...copies(99_500, exposed(0))];
    const inBursts = [...copies(100, exposed(5)), ...copies(99_900, exposed(0))];
    const [one, five] = [alone, inBursts].map((people) => jackknifeByPerson(people, QUOTIENT));
    expect(five!.log).toBeCloseTo(one!.log, 12);
    expect(five!.variance / one!.variance / 5).toBeCloseTo(1, 1);
  });

  test('few people who make most of it leave few degrees of freedom', () => {
    const even = jackknifeByPerson(
      [...copies(50, exposed(2)), ...copies(50, exposed(4))],
      QUOTIENT,
    );
    const uneven = jackknifeByPerson(
      [...copies(98, exposed(2)), ...copies(2, exposed(60))],
      QUOTIENT,
    );
    expect(even?.degrees).toBe(99);
    expect(uneven!.degrees).toBeLessThan(5);
  });

  test.each([
    ['nobody', []],
    ['one person', [exposed(3)]],
    ['no calls', [exposed(0), exposed(0)]],
    ['one person who made all calls', [exposed(3), exposed(0)]],
    ['no time', [exposed(1, 0), exposed(1, 0)]],
  ])('there is no figure of %s', (_, people) => {
    expect(jackknifeByPerson(people, QUOTIENT)).toBeNull();
  });
});

describe('calls in a person-month', () => {
  test('by hand, with different times', () => {
    const rate = personRate([exposed(2, 30), exposed(1, 60), exposed(0, 90)]);
    expect(rate).toMatchObject({ people: 3, calls: 3 });
    expect(rate.personMonths).toBeCloseTo(180 / MONTH_DAYS, 12);
    expect(rate.perMonth).toBeCloseTo((3 / 180) * MONTH_DAYS, 12);
    expect(rate.low).toBeLessThan(rate.perMonth!);
    expect(rate.high).toBeGreaterThan(rate.perMonth!);
  });

  test('without time there is no rate, without calls no interval', () => {
    expect(personRate([])).toMatchObject({ perMonth: null, low: null, high: null });
    expect(personRate([exposed(0), exposed(0)])).toMatchObject({ perMonth: 0, low: null });
  });
});

describe('the difference in differences', () => {
  test('by hand: after over before of the one group over that of the other', () => {
    const served = [person(4, 2), person(2, 1), person(2, 1)];
    const missed = [person(3, 3), person(2, 1), person(3, 4)];
    const difference = differenceInDifferences(served, missed);
    expect(difference?.ratio).toBeCloseTo(4 / 8 / (8 / 8), 12);
  });

  test('of many people with one call each the interval is that of the four counts', () => {
    const group = (before: number, after: number) => [
      ...copies(before, person(1, 0)),
      ...copies(after, person(0, 1)),
      ...copies(20_000, person(0, 0)),
    ];
    const difference = differenceInDifferences(group(400, 300), group(500, 480))!;
    const error = Math.sqrt(1 / 400 + 1 / 300 + 1 / 500 + 1 / 480);
    expect(difference.ratio).toBeCloseTo(300 / 400 / (480 / 500), 12);
    expect(Math.log(difference.high / difference.low) / (2 * error)).toBeCloseTo(1.96, 1);
    expect(Math.log(difference.detectable) / error).toBeCloseTo(-2.8, 1);
  });

  test('people away half of the time count half of it', () => {
    const away = { before: exposed(4), after: { calls: 2, days: 45 } };
    const difference = differenceInDifferences(copies(9, away), copies(9, person(4, 4)));
    expect(difference?.ratio).toBeCloseTo(1, 12);
  });

  test('a window in which nobody called, or one person alone, gives none', () => {
    const fine = [person(2, 1), person(1, 2)];
    expect(differenceInDifferences([person(2, 0), person(1, 0)], fine)).toBeNull();
    expect(differenceInDifferences(fine, [person(2, 3), person(1, 0)])).toBeNull();
    expect(differenceInDifferences([], fine)).toBeNull();
  });

  const group = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 })), {
      minLength: 3,
      maxLength: 30,
    })
    .map((people) => people.map(([before, after]) => person(before, after)));

  test('groups that change places turn it over, and what changes for everybody falls out', () => {
    fc.assert(
      fc.property(group, group, (one, other) => {
        const forth = differenceInDifferences(one, other);
        const back = differenceInDifferences(other, one);
        expect(back === null).toBe(forth === null);
        if (forth === null || back === null) return;
        expect(forth.ratio * back.ratio).toBeCloseTo(1, 9);
        expect(forth.low * back.high).toBeCloseTo(1, 9);
        const twice = (people: readonly BeforeAfter[]) =>
          people.map(({ before, after }) => {
            return { before, after: { ...after, calls: 2 * after.calls } };
          });
        expect(differenceInDifferences(twice(one), twice(other))?.ratio).toBeCloseTo(
          forth.ratio,
          9,
        );
      }),
    );
  });
});

describe('how unevenly calls fall', () => {
  test.each([
    [[1, 1, 1, 1], 0],
    [[1, 3], 0.25],
    [[1, 2, 3, 4], 0.25],
    [[0, 0, 5, 5], 0],
  ])('of %j it is %d', (calls, gini) => {
    expect(concentrationOf(calls).gini).toBeCloseTo(gini, 12);
  });

  test('the top tenth is rounded up, so that it is somebody', () => {
    expect(concentrationOf([1, 1, 1, 7])).toMatchObject({
      people: 4,
      calls: 10,
      top1: { people: 1, calls: 7, share: 0.7 },
      top10: { people: 1, calls: 7, share: 0.7 },
    });
    expect(concentrationOf([])).toMatchObject({ gini: null, top10: { people: 0, share: null } });
  });

  test('it is half the mean difference of two people over the mean', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1 }), (calls) => {
        let differences = 0;
        for (const one of calls) for (const other of calls) differences += Math.abs(one - other);
        const sum = calls.reduce((all, each) => all + each, 0);
        const { gini } = concentrationOf(calls);
        expect(gini).toBeCloseTo(differences / (2 * calls.length * sum), 10);
      }),
    );
  });
});
