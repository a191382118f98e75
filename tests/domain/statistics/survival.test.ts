import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { WITH_6MP, WITH_PLACEBO } from './leukaemia-trial.ts';
import { atRiskAt, kaplanMeier, type Spell } from '#shared/statistics/kaplan-meier.ts';
import { logRank } from '#shared/statistics/log-rank.ts';

const anySpell: fc.Arbitrary<Spell> = fc.record({
  time: fc.integer({ min: 1, max: 40 }),
  happened: fc.boolean(),
});
const someSpells = fc.array(anySpell, { minLength: 1, maxLength: 40 });

describe('how long nothing happens', () => {
  test('the published table of the 6-MP children, with its bands', () => {
    const { steps, watched, happened } = kaplanMeier(WITH_6MP);
    expect([watched, happened]).toEqual([21, 9]);
    const published = [
      // weeks, at risk, relapses, share, 95 % on the scale of log(-log)
      [6, 21, 3, 0.8571, 0.6197, 0.9516],
      [7, 17, 1, 0.8067, 0.5631, 0.9228],
      [10, 15, 1, 0.7529, 0.5032, 0.8894],
      [13, 12, 1, 0.6902, 0.4316, 0.8491],
      [16, 11, 1, 0.6275, 0.3675, 0.8049],
      [22, 7, 1, 0.5378, 0.2678, 0.7468],
      [23, 6, 1, 0.4482, 0.1881, 0.6801],
    ];
    expect(steps.map(({ time, atRisk, happened }) => [time, atRisk, happened])).toEqual(
      published.map((row) => row.slice(0, 3)),
    );
    for (const [at, [, , , survival, low, high]] of published.entries()) {
      expect(steps[at]?.survival).toBeCloseTo(survival!, 4);
      expect(steps[at]?.low).toBeCloseTo(low!, 4);
      expect(steps[at]?.high).toBeCloseTo(high!, 4);
    }
  });

  test('medians: 23 weeks with 6-MP, whose upper end nobody knows, and 8 with placebo', () => {
    expect(kaplanMeier(WITH_6MP).median).toEqual({ value: 23, low: 13, high: null });
    expect(kaplanMeier(WITH_PLACEBO).median).toEqual({ value: 8, low: 4, high: 11 });
  });

  test('numbers at risk stand just before a time', () => {
    expect(atRiskAt(WITH_6MP, [0, 6, 7, 10, 23, 36])).toEqual([21, 21, 17, 15, 6, 0]);
  });

  test('nobody, and nothing that happened', () => {
    expect(kaplanMeier([])).toMatchObject({ watched: 0, steps: [], median: { value: null } });
    expect(kaplanMeier([{ time: 5, happened: false }]).steps).toEqual([]);
  });

  test('when it happened to all, nobody knows how near to nothing the end is', () => {
    const { steps, median } = kaplanMeier([
      { time: 2, happened: true },
      { time: 4, happened: true },
    ]);
    expect(steps.at(-1)).toMatchObject({ survival: 0, low: null, high: null });
    expect(median.value).toBe(2);
  });

  test('without anybody leaving early it is the plain share', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1 }), (times) => {
        const { steps } = kaplanMeier(times.map((time) => ({ time, happened: true })));
        for (const { time, survival } of steps)
          expect(survival).toBeCloseTo(times.filter((each) => each > time).length / times.length);
      }),
    );
  });

  test('it never rises, and stays between its bands', () => {
    fc.assert(
      fc.property(someSpells, (spells) => {
        let before = 1;
        for (const { survival, low, high } of kaplanMeier(spells).steps) {
          expect(survival).toBeLessThan(before);
          before = survival;
          if (low === null || high === null) continue;
          expect(low).toBeGreaterThanOrEqual(0);
          expect(low).toBeLessThanOrEqual(survival);
          expect(high).toBeGreaterThanOrEqual(survival);
          expect(high).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

describe('whether two groups wait equally long', () => {
  test('the published test of 6-MP against placebo', () => {
    const { observed, expected, variance, chiSquare, p } = logRank(WITH_6MP, WITH_PLACEBO);
    expect(observed).toBe(9);
    expect(expected).toBeCloseTo(19.25, 2);
    expect(variance).toBeCloseTo(6.257, 3);
    expect(chiSquare).toBeCloseTo(16.793, 3);
    expect(p).toBeCloseTo(0.0000417, 7);
  });

  test('a small table by hand', () => {
    // At 1: 4 at risk, 2 of them first: expected ½, variance ¼. At 3: 2 at risk, 1 first: ½ and ¼.
    const first = [
      { time: 1, happened: true },
      { time: 3, happened: true },
    ];
    const second = [
      { time: 2, happened: false },
      { time: 4, happened: false },
    ];
    expect(logRank(first, second)).toMatchObject({
      observed: 2,
      expected: 1,
      variance: 0.5,
      chiSquare: 2,
    });
  });

  test('nothing to compare is no test', () => {
    expect(logRank([], [])).toMatchObject({ chiSquare: null, p: null });
    expect(logRank(WITH_6MP, [])).toMatchObject({ chiSquare: null, p: null });
  });

  test('it does not matter which group is named first, nor in which order people stand', () => {
    fc.assert(
      fc.property(someSpells, someSpells, (one, other) => {
        const forth = logRank(one, other);
        const back = logRank([...other].reverse(), [...one].reverse());
        expect(back.chiSquare ?? -1).toBeCloseTo(forth.chiSquare ?? -1, 8);
        const all = [...one, ...other].filter(({ happened }) => happened).length;
        expect(forth.expected + back.expected).toBeCloseTo(all, 8);
      }),
    );
  });
});
