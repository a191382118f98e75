import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { costsWith } from '../support/cost-examples.ts';
import { breakEven, DAYS_A_MONTH } from '#shared/outcomes/break-even.ts';
import {
  amountsAt,
  costModel,
  likelyParts,
  likelyValues,
  type CostModel,
  type Variable,
} from '#shared/outcomes/cost-model.ts';
import type { CostRecord } from '#shared/outcomes/cost-record.ts';
import { rangeOf, shapeOf, simulateCosts } from '#shared/outcomes/cost-simulation.ts';
import { tornado } from '#shared/outcomes/tornado.ts';
import { pertMean, pertVariance } from '#shared/statistics/pert.ts';
import { shareOf } from '#shared/statistics/share.ts';

const RECORD: CostRecord = {
  days: 30,
  roster: { roles: { paramedic: 720, clinician: 700 }, teamHours: 690, notKnown: 0 },
  crew: { paramedic: 1, clinician: 0.5 },
  busy: { hours: 230, notKnown: 3 },
  contacts: 200,
  completed: 150,
  linked: 20,
  followUps: 40,
  police: shareOf(10, 200),
  hospital: shareOf(30, 200),
};

const known = (value: number) => ({ low: value, likely: value, high: value });
const KNOWN = costsWith({
  'staff.paramedic': known(50),
  'staff.clinician': known(60),
  'hours.desk': known(8),
  'program.vehicle': known(10),
  'program.follow-up': known(20),
  'program.supplies': known(15),
  'program.overhead': known(36_525),
  'price.police': known(100),
  'price.ems': known(1_000),
  'price.ed': known(2_000),
  'price.jail': known(150),
  'rate.police': known(1),
  'rate.ems': known(0.25),
  'rate.ed': known(0.5),
  'rate.jail': known(0.1),
});

const variable = (id: string, low: number, likely: number, high: number): Variable => {
  return { id, label: id, low, likely, high, kind: 'assumption' };
};
const sum = (drawn: Float64Array) => drawn.reduce((total, each) => total + each, 0);

describe('the model of a period', () => {
  const model = costModel(KNOWN, RECORD);
  const likely = amountsAt(model, likelyValues(model));

  test('adds up what the program costs, by hand', () => {
    const crews = 720 * 50 + 700 * 60;
    const desk = 30 * 8 * 60;
    const fixed = crews + desk + 690 * 10 + 36_525 * (30 / 365.25);
    const marginal = 200 * 15 + 40 * 20;
    expect(likely.fixed).toBeCloseTo(fixed, 6);
    expect(likely.cost).toBeCloseTo(fixed + marginal, 6);
    expect(likelyParts(model, 'cost').map(({ part }) => part)).toEqual([
      'Crews',
      'Clinicians at the desk',
      'Vehicle',
      'Follow-up reached',
      'Supplies and transport',
      'Management, training, rent, software',
    ]);
  });

  test('avoids only what the record did not see happen all the same, by hand', () => {
    const police = 200 * 100 * (1 - 10 / 200);
    const ems = 200 * 1_000 * (0.25 - 30 / 200);
    const ed = 200 * 2_000 * (0.5 - 30 / 200);
    const jail = 200 * 150 * 0.1;
    expect(likely.avoided).toBeCloseTo(police + ems + ed + jail, 6);
  });

  test('what happens more often than before is a cost and not hidden', () => {
    const often = costModel(KNOWN, { ...RECORD, hospital: shareOf(160, 200) });
    const ems = likelyParts(often, 'avoided').find(({ part }) => part === 'EMS runs')?.amount;
    expect(ems).toBeCloseTo(200 * 1_000 * (0.25 - 0.8), 6);
  });

  test('hours the roster does not hold are those of the assumptions, by the average crew', () => {
    const hours = { ...KNOWN.find(({ id }) => id === 'hours.team')!, ...known(24) };
    const lines = KNOWN.map((line) => (line.id === 'hours.team' ? hours : line));
    const unrostered = costModel(lines, { ...RECORD, roster: null });
    const parts = likelyParts(unrostered, 'cost');
    expect(parts[0]?.amount).toBeCloseTo(30 * 24 * (50 + 0.5 * 60), 6);
    expect(parts.find(({ part }) => part === 'Vehicle')?.amount).toBeCloseTo(30 * 24 * 10, 6);
  });

  test('a role without a line costs nothing that anybody could know', () => {
    const roster = { roles: { nurse: 100 }, teamHours: 100, notKnown: 0 };
    const parts = likelyParts(costModel(KNOWN, { ...RECORD, roster }), 'cost');
    expect(parts.map(({ part }) => part)).not.toContain('Crews');
  });
});

describe('Monte Carlo', () => {
  const linear: CostModel = {
    variables: [variable('a', 10, 20, 60), variable('b', 0, 5, 10)],
    terms: [
      { side: 'cost', part: 'a', fixed: true, coefficient: 3, of: [0] },
      { side: 'avoided', part: 'b', fixed: false, coefficient: 2, of: [1] },
      { side: 'avoided', part: 'c', fixed: false, coefficient: -1, of: [0, 1] },
    ],
  };

  test('agrees with the mean of a linear model within its standard error', () => {
    const draws = 10_000;
    const drawn = simulateCosts(linear, draws, 1);
    const [a, b] = linear.variables.map((each) => ({ ...each })) as [Variable, Variable];
    const error = (variance: number) => 4 * Math.sqrt(variance / draws);
    expect(Math.abs(sum(drawn.cost) / draws - 3 * pertMean(a))).toBeLessThan(
      error(9 * pertVariance(a)),
    );
    // E[2b − ab] = 2E[b] − E[a]E[b]: the variables are independent.
    const mean = 2 * pertMean(b) - pertMean(a) * pertMean(b);
    const variance =
      drawn.avoided.reduce((total, each) => total + (each - mean) ** 2, 0) / (draws - 1);
    expect(Math.abs(sum(drawn.avoided) / draws - mean)).toBeLessThan(error(variance));
  });

  test('the same seed draws the same again, another one nearly the same', () => {
    const once = rangeOf(simulateCosts(linear, 10_000, 5).cost);
    expect(rangeOf(simulateCosts(linear, 10_000, 5).cost)).toEqual(once);
    const other = rangeOf(simulateCosts(linear, 10_000, 6).cost);
    expect(other).not.toEqual(once);
    expect(other.median / once.median).toBeCloseTo(1, 1);
  });

  test('a counted share is as unsure as its count', () => {
    const share = (numerator: number, denominator: number): CostModel => {
      const { low, high, value } = shareOf(numerator, denominator);
      const counted = { kind: 'counted', numerator, denominator } as const;
      const ends = { low: low ?? 0, likely: value ?? 0, high: high ?? 0 };
      return {
        variables: [{ id: 's', label: 's', ...ends, ...counted }],
        terms: [{ side: 'cost', part: 's', fixed: false, coefficient: 1, of: [0] }],
      };
    };
    const [few, many] = [share(3, 10), share(300, 1_000)].map((model) =>
      rangeOf(simulateCosts(model, 10_000, 2).cost),
    );
    expect(many!.median).toBeCloseTo(0.3, 2);
    expect(few!.high95 - few!.low95).toBeGreaterThan(8 * (many!.high95 - many!.low95));
    // Jeffreys and Wilson nearly agree where there is much to count.
    expect(many!.low95).toBeCloseTo(shareOf(300, 1_000).low!, 2);
  });

  test('its ranges are in order and its shape holds every draw', () => {
    const ends = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1 });
    fc.assert(
      fc.property(ends, (values) => {
        const drawn = Float64Array.from(values);
        const { low95, low90, median, high90, high95 } = rangeOf(drawn);
        const inOrder = [Math.min(...values), low95, low90, median, high90, high95];
        expect(
          [...inOrder, Math.max(...values)].every((at, i, all) => at >= (all[i - 1] ?? at)),
        ).toBe(true);
        const { counts } = shapeOf(drawn, 7);
        expect(counts.reduce((total, each) => total + each, 0)).toBe(values.length);
      }),
    );
  });

  test('a program like WSIPP’s mobile crisis: 1.12 for each dollar, and a coin’s chance that it pays', () => {
    // Published: net cost $1,407, benefits $1,578, 46 % of their draws pay. Their benefits are skewed: a
    // PERT with that mean, most likely $300 and at most $8,268, says the same.
    const program: CostModel = {
      variables: [variable('cost', 1_056, 1_407, 1_758), variable('benefit', 0, 300, 8_268)],
      terms: [
        { side: 'cost', part: 'cost', fixed: true, coefficient: 1, of: [0] },
        { side: 'avoided', part: 'benefit', fixed: false, coefficient: 1, of: [1] },
      ],
    };
    const draws = 20_000;
    const { cost, avoided } = simulateCosts(program, draws, 289);
    expect(sum(avoided) / sum(cost)).toBeCloseTo(1.12, 1);
    const pays = avoided.reduce((count, each, at) => count + (each > cost[at]! ? 1 : 0), 0) / draws;
    expect(pays).toBeGreaterThan(0.44);
    expect(pays).toBeLessThan(0.48);
  });
});

describe('the tornado', () => {
  const model: CostModel = {
    variables: [
      variable('narrow', 9, 10, 11),
      variable('wide', 0, 10, 20),
      variable('still', 5, 5, 5),
    ],
    terms: [
      { side: 'cost', part: 'narrow', fixed: true, coefficient: 1, of: [0] },
      { side: 'avoided', part: 'wide', fixed: false, coefficient: 1, of: [1] },
      { side: 'avoided', part: 'still', fixed: false, coefficient: 1, of: [2] },
    ],
  };

  test('turns one variable at a time about the likely net, the widest first', () => {
    expect(tornado(model, 1)).toEqual({
      likely: 5,
      bars: [
        { id: 'wide', label: 'wide', low: 0, high: 20, atLow: -5, atHigh: 15 },
        { id: 'narrow', label: 'narrow', low: 9, high: 11, atLow: 6, atHigh: 4 },
      ],
    });
  });

  test('is symmetric where the spread is', () => {
    const { likely, bars } = tornado(model, 2);
    for (const { atLow, atHigh } of bars) expect(atLow + atHigh).toBeCloseTo(2 * likely, 12);
  });
});

describe('breaking even', () => {
  const month = DAYS_A_MONTH;

  test('by hand: fixed over what each contact leaves', () => {
    const even = breakEven({ cost: 11_000, fixed: 10_000, avoided: 15_000 }, 50, month);
    expect(even).toEqual({
      fixedPerMonth: 10_000,
      avoidedPerContact: 300,
      marginalPerContact: 20,
      contactsPerMonth: 50,
      needed: 10_000 / 280,
    });
  });

  test('never, when a contact costs as much as it avoids', () => {
    expect(breakEven({ cost: 2_000, fixed: 1_000, avoided: 1_000 }, 10, month)?.needed).toBeNull();
  });

  test('nothing is said without a contact', () => {
    expect(breakEven({ cost: 1, fixed: 1, avoided: 0 }, 0, month)).toBeNull();
  });

  test('exactly so many contacts a month leave nothing over', () => {
    const positive = fc.double({ min: 1, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(positive, positive, positive, (fixed, marginal, gain) => {
        const contacts = 40;
        const cost = fixed + marginal * contacts;
        const even = breakEven(
          { cost, fixed, avoided: (marginal + gain) * contacts },
          contacts,
          month,
        );
        const left = even!.needed! * (even!.avoidedPerContact - even!.marginalPerContact);
        expect(left / even!.fixedPerMonth).toBeCloseTo(1, 4);
      }),
    );
  });
});
