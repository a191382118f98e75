import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { costsWith, PAYROLL } from '../support/cost-examples.ts';
import { dana, START } from '../support/given.ts';
import { isRefusal } from '#shared/lib/refusal.ts';
import {
  AVOIDABLE,
  costLineMistake,
  costMistakes,
  isAssumption,
  NEEDED_LINES,
  type CostLine,
} from '#shared/outcomes/cost-lines.ts';
import { SHIPPED_COSTS, type CostVersion } from '#shared/outcomes/cost-events.ts';
import {
  changedLines,
  setCosts,
  withdrawCosts,
  type CostsStanding,
} from '#shared/outcomes/decide-costs.ts';
import { DEFAULT_COSTS } from '#shared/outcomes/default-costs.ts';

const shipped: CostsStanding = { inForce: SHIPPED_COSTS, last: 0 };
const paramedic = DEFAULT_COSTS[0]!;
const mistakeOf = (change: Partial<CostLine>) => costLineMistake({ ...paramedic, ...change });

describe('the shipped assumptions', () => {
  test('can be used as they are', () => {
    expect(costMistakes(DEFAULT_COSTS)).toEqual([]);
  });

  test('each says what is weak about it, and a year only beside a source', () => {
    for (const line of DEFAULT_COSTS) {
      expect(line.weakness, line.id).not.toBe('');
      expect(line.year === null, line.id).toBe(isAssumption(line));
    }
  });

  test('no line prices an offence avoided', () => {
    expect(AVOIDABLE.map(({ id }) => id)).toEqual(['police', 'ems', 'ed', 'jail']);
  });
});

describe('a line', () => {
  test.each<[string, Partial<CostLine>, RegExp]>([
    ['low above likely', { low: 56 }, /“Paramedic”: low \(56\) is above likely \(55\)/],
    ['likely above high', { likely: 80 }, /likely \(80\) is above high \(75\)/],
    ['a number below 0', { low: -1 }, /below 0, or none/],
    ['no number', { likely: NaN }, /below 0, or none/],
    ['too many zeros', { high: 75_000 }, /75000 is more than anybody can mean/],
    ['a unit of another part', { unit: 'visit' }, /\$ per visit, which its part does not know/],
    ['no name', { label: ' ' }, /line staff\.paramedic has no name/],
    ['an id of another part', { id: 'price.paramedic' }, /does not begin with “staff\.”/],
    ['an id that is a part only', { id: 'staff.' }, /does not begin with “staff\.”/],
    ['a year without a source', { year: 2020 }, /a year but no source/],
    ['a year nobody wrote in', { source: 'A book', year: 1066 }, /1066 is no year/],
  ])('is refused with %s', (_name, change, says) => {
    expect(mistakeOf(change)).toMatch(says);
  });

  test('with low, likely and high all the same is a number somebody knows', () => {
    expect(mistakeOf({ low: 61, likely: 61, high: 61 })).toBeNull();
  });
});

describe('a document', () => {
  test.each(NEEDED_LINES)('needs the line %s', (id) => {
    expect(costMistakes(DEFAULT_COSTS.filter((line) => line.id !== id))).toEqual([
      `The line ${id} is missing.`,
    ]);
  });

  test('has each line once', () => {
    expect(costMistakes([...DEFAULT_COSTS, paramedic])).toEqual([
      'The line staff.paramedic stands twice.',
    ]);
  });

  test('counts what may be avoided in its own unit', () => {
    expect(costMistakes(costsWith({ 'price.ed': { unit: 'run' } }))).toEqual([
      '“Emergency-department visit” has to be counted $ per visit.',
    ]);
  });
});

describe('setting', () => {
  test('gives the next version, with the whole document and why', () => {
    expect(setCosts({ ...shipped, last: 4 }, 0, PAYROLL, ' Own payroll. ')).toEqual([
      { type: 'costs.set', version: 5, lines: PAYROLL, note: 'Own payroll.' },
    ]);
  });

  test('what stands already changes nothing', () => {
    expect(setCosts(shipped, 0, DEFAULT_COSTS, 'The same.')).toEqual([]);
  });

  test('over a version nobody has read is refused', () => {
    const inForce: CostVersion = { ...SHIPPED_COSTS, version: 2 };
    const refused = setCosts({ inForce, last: 2 }, 1, PAYROLL, 'Own payroll.');
    expect(refused).toMatchObject({ refused: 'costs-changed' });
    expect(isRefusal(refused) && refused.because).toContain('version 2 counts now');
  });

  test('a line that cannot be is refused with its sentence', () => {
    const wrong = costsWith({ 'rate.ed': { low: 0.9 } });
    expect(setCosts(shipped, 0, wrong, 'More.')).toEqual({
      refused: 'cost-line',
      because:
        '“Emergency-department visits”: low (0.9) is above likely (0.4). Correct it and save again. Nothing was changed.',
    });
  });
});

describe('taking back', () => {
  const inForce: CostVersion = {
    version: 3,
    lines: PAYROLL,
    note: '',
    set: { by: dana, at: START },
    withdrawn: null,
  };

  test('is one step by one person', () => {
    expect(withdrawCosts({ inForce, last: 3 }, 3, ' Wrong year. ')).toEqual([
      { type: 'costs.withdrawn', version: 3, reason: 'Wrong year.' },
    ]);
  });

  test('ends at the shipped ones', () => {
    expect(withdrawCosts(shipped, 0, 'No.')).toMatchObject({ refused: 'shipped' });
  });

  test('of a version that does not count any more is refused', () => {
    expect(withdrawCosts({ inForce, last: 3 }, 2, 'No.')).toMatchObject({
      refused: 'costs-changed',
    });
  });
});

test('what was changed is said line by line', () => {
  const added = { ...paramedic, id: 'staff.nurse', label: 'Nurse' };
  const to = [
    ...costsWith({
      'staff.paramedic': { likely: 60 },
      'rate.ed': { weakness: 'Counted here.' },
    }).filter(({ id }) => id !== 'staff.emt'),
    added,
  ];
  expect(changedLines(DEFAULT_COSTS, to)).toEqual([
    'Paramedic: 45 / 55 / 75 → 45 / 60 / 75',
    'Emergency-department visits: words',
    'Nurse was added',
    'EMT was removed',
  ]);
  expect(changedLines(to, to)).toEqual([]);
});

test('whatever numbers are typed, a document that is taken has every spread in order', () => {
  const number = fc.double({ min: -5, max: 200 });
  fc.assert(
    fc.property(number, number, number, (low, likely, high) => {
      const decided = setCosts(shipped, 0, costsWith({ 'staff.emt': { low, likely, high } }), 'x');
      if (!isRefusal(decided)) expect(0 <= low && low <= likely && likely <= high).toBe(true);
      else expect(0 <= low && low <= likely && likely <= high).toBe(false);
    }),
  );
});
