import type { DeskAtWork } from './desk-at-work.ts';
import type { Examples } from './topic-examples.ts';
import type { CostLine } from '#shared/outcomes/cost-lines.ts';
import { DEFAULT_COSTS } from '#shared/outcomes/default-costs.ts';

type CostTopic =
  | 'outcomes.cost'
  | 'outcomes.linkage'
  | 'costs.kept'
  | 'costs.export'
  | 'costs.set'
  | 'costs.withdraw';

/** The shipped lines with some of them changed. */
export function costsWith(
  changes: Readonly<Record<string, Partial<CostLine>>>,
  lines: readonly CostLine[] = DEFAULT_COSTS,
): CostLine[] {
  return lines.map((line) => ({ ...line, ...changes[line.id] }));
}

/** An hour of a clinician costs something else, from the payroll. */
export const PAYROLL = costsWith({
  'staff.clinician': { low: 50, likely: 64, high: 90, source: 'Own payroll', year: 2026 },
});

/** Sam has put the payroll in; the number of that version. */
export function payrollSet(atWork: DeskAtWork): number {
  const sam = atWork.as('Sam');
  const { version } = atWork.do(sam, 'costs.kept', {});
  atWork.do(sam, 'costs.set', { seen: version, lines: PAYROLL, note: 'Own payroll.' });
  return atWork.do(sam, 'costs.kept', {}).version;
}

const [first] = DEFAULT_COSTS as readonly [CostLine];
const oneLine = (line: unknown) => ({ lines: [line] });

const ofPeriod = {
  as: 'Sam',
  good: () => ({ period: { from: '2026-02-01', to: '2026-03-03' } }),
  bad: [
    { period: null },
    { period: { from: '2026-03-04', to: '2026-03-03' } },
    { period: { from: '2026-02-30', to: '2026-03-03' } },
    { period: { from: 'yesterday', to: '2026-03-03' } },
    { period: { from: '2026-02-01' } },
    { draws: 1 },
  ],
};

export const COST_EXAMPLES: Pick<Examples, CostTopic> = {
  'outcomes.cost': ofPeriod,
  'outcomes.linkage': ofPeriod,
  'costs.kept': { as: 'Sam', good: () => ({}), bad: [{ version: 1 }, [], 'text'] },
  'costs.export': { as: 'Sam', good: () => ({}), bad: [{ version: 1 }, [], 'text'] },
  'costs.set': {
    as: 'Sam',
    good: () => ({ seen: 0, lines: PAYROLL, note: 'Own payroll.' }),
    bad: [
      { seen: -1 },
      { seen: 'shipped' },
      { note: ' ' },
      { note: null },
      { lines: [] },
      { lines: null },
      oneLine(null),
      oneLine({ ...first, low: -1 }),
      oneLine({ ...first, high: Infinity }),
      oneLine({ ...first, likely: '55' }),
      oneLine({ ...first, part: 'savings' }),
      oneLine({ ...first, unit: 'offence avoided' }),
      oneLine({ ...first, label: ' ' }),
      oneLine({ ...first, year: 2020.5 }),
      oneLine({ ...first, verified: true }),
      { by: 'Sam' },
    ],
  },
  'costs.withdraw': {
    as: 'Sam',
    good: (atWork) => ({ version: payrollSet(atWork), reason: 'Wrong year.' }),
    bad: [{ version: null }, { version: -1 }, { reason: ' ' }, { reason: null }, { to: 0 }],
  },
};
