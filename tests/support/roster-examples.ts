import type { DeskAtWork } from './desk-at-work.ts';
import type { Examples } from './topic-examples.ts';
import type { Input } from '#shared/contract/console-contract.ts';
import type { rosterTopics } from '#shared/contract/roster-topics.ts';
import type { ShiftId, UnitId } from '#shared/lib/brand.ts';
import { findShift, shiftsOfUnit } from '#db/board/shifts-projection.ts';

const M1 = 'M1' as UnitId;

/** The center's clock shows 12:00 of March 3 when the desk of the tests begins. */
export const TODAY = '2026-03-03';

export function plan(more: Partial<Input<'shift.plan'>> = {}): Input<'shift.plan'> {
  return {
    unitId: M1,
    name: 'Ana Ruiz',
    role: 'clinician',
    from: `${TODAY}T15:00`,
    to: `${TODAY}T23:00`,
    breaks: [{ from: `${TODAY}T18:30`, to: `${TODAY}T19:00` }],
    ...more,
  };
}

/** Plans a shift as Sam does; its id. */
export function planned(atWork: DeskAtWork, more: Partial<Input<'shift.plan'>> = {}): ShiftId {
  const { unitId, name } = plan(more);
  atWork.do(atWork.as('Sam'), 'shift.plan', plan(more));
  const shifts = shiftsOfUnit(atWork.desk.db, unitId, atWork.now().toISOString());
  const shift = shifts.findLast((each) => each.name === name);
  if (shift === undefined || findShift(atWork.desk.db, shift.shiftId) === null)
    throw new Error('The shift is not on the roster.');
  return shift.shiftId;
}

export const CSV = [
  'unit,role,name,from,to,breaks',
  'M1,paramedic,"Ruiz, Ana",2026-03-03 15:00,2026-03-03 23:00,18:30-19:00; 21:00-21:15',
  'M1,clinician,Bo Larsen,2026-03-03 22:00,2026-03-04 06:00,',
].join('\n');

const noShift = [{ shiftId: '' }, { shiftId: 7 }, { unitId: 'M1' }];
const noDays = [{ from: '3 March' }, { days: 0 }, { days: 8 }, { to: null }];
const noPlan = [
  { name: ' ' },
  { name: 'x'.repeat(121) },
  { role: '' },
  { from: '15:00' },
  { to: '2026-03-03 23:00' },
  { breaks: null },
  { breaks: [{ from: '18:30' }] },
  { breaks: Array(7).fill({ from: `${TODAY}T18:30`, to: `${TODAY}T19:00` }) },
  { calledOff: null },
];
const noCsv = [{ csv: '' }, { csv: null }, { csv: 'x'.repeat(600_001) }, { file: 'a.csv' }];

export const rosterExamples: Pick<
  Examples,
  keyof typeof rosterTopics | 'unit.add' | 'unit.set-duty'
> = {
  'unit.set-duty': {
    as: 'Sam',
    good: () => {
      return {
        unitId: M1,
        name: 'M1 clinician',
        role: 'clinician',
        onDuty: false,
        reason: 'Sick.',
      };
    },
    bad: [{ role: '' }, { onDuty: 'yes' }, { onDuty: undefined }, { name: '' }, { by: 'x' }],
  },
  'unit.add': {
    as: 'Ada',
    good: () => ({
      unitId: 'M9' as UnitId,
      teamType: 'behavioral-health',
      zone: 'North',
      crew: [],
      capabilities: [],
    }),
    bad: [
      { unitId: '' },
      { teamType: '' },
      { crew: null },
      { crew: [{ name: 'A' }] },
      { crew: [{ name: 'A', role: 'emt' }] },
      { crew: Array(9).fill({ name: 'A', role: 'emt', languages: [] }) },
      { capabilities: [''] },
      { status: 'available' },
    ],
  },

  'roster.view': { as: 'Sam', good: () => ({ from: TODAY, days: 7 }), bad: noDays },
  'shift.plan': { as: 'Sam', good: () => plan(), bad: [{ unitId: '' }, ...noPlan] },
  'shift.change': {
    as: 'Ada',
    good: (atWork) => {
      const { unitId: _unitId, ...rest } = plan({ to: `${TODAY}T22:00` });
      return { shiftId: planned(atWork), ...rest };
    },
    bad: [...noShift, ...noPlan],
  },
  'shift.remove': {
    as: 'Sam',
    good: (atWork) => ({ shiftId: planned(atWork) }),
    bad: noShift,
  },
  'shift.call-off': {
    as: 'Sam',
    good: (atWork) => ({ shiftId: planned(atWork), reason: 'Called in sick.' }),
    bad: [...noShift, { reason: ' ' }, { reason: null }, { reason: 'x'.repeat(301) }],
  },
  'roster.copy': {
    as: 'Sam',
    good: (atWork) => {
      planned(atWork);
      return { from: TODAY, days: 1, to: '2026-03-04', unitId: null };
    },
    bad: [{ from: null }, { days: 1.5 }, { to: 'tomorrow' }, { unitId: undefined }, { by: 'x' }],
  },
  'roster.read-file': { as: 'Sam', good: () => ({ csv: CSV }), bad: noCsv },
  'roster.import': { as: 'Ada', good: () => ({ csv: CSV }), bad: noCsv },
  'roster.export': { as: 'Sam', good: () => ({ from: TODAY, days: 1 }), bad: noDays },
  'unit.retire': {
    as: 'Sam',
    good: () => ({ unitId: M1, reason: 'Sold.' }),
    bad: [{ unitId: '' }, { reason: '' }, { reason: null }, { force: true }],
  },
  'unit.plan-posting': {
    as: 'Sam',
    good: () => {
      const posting = { from: '2026-03-09', teamType: 'substance-use', zone: 'South' };
      return { unitId: M1, posting };
    },
    bad: [
      { posting: undefined },
      { posting: { from: 'soon', teamType: 'substance-use', zone: 'South' } },
      { posting: { from: '2026-03-09', teamType: '', zone: 'South' } },
      { posting: { from: '2026-03-09', teamType: 'ems', zone: 'South', to: 'x' } },
      { unitId: 7 },
    ],
  },
};
