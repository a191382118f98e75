import type { DeskAtWork } from './desk-at-work.ts';
import type { Examples } from './topic-examples.ts';
import type { safetyTopics } from '#shared/contract/safety-topics.ts';
import type { UnitId } from '#shared/lib/brand.ts';

const M1 = 'M1' as UnitId;
const badUnit = [{ unitId: '' }, { unitId: 7 }, { unitId: 'x'.repeat(65) }, { incidentId: 'i' }];

/** A unit in duress that asks for back-up as well. */
function alarmed(atWork: DeskAtWork): UnitId {
  atWork.do(atWork.as('Dana'), 'unit.ask-back-up', { unitId: M1 });
  atWork.do(atWork.as('Dana'), 'unit.duress', { unitId: M1 });
  return M1;
}

export const safetyExamples: Pick<Examples, keyof typeof safetyTopics> = {
  'unit.check-in': { as: 'Pat', good: () => ({ unitId: M1 }), bad: badUnit },
  'unit.ask-back-up': { as: 'Cleo', good: () => ({ unitId: M1 }), bad: badUnit },
  'unit.duress': { as: 'Dana', good: () => ({ unitId: M1 }), bad: badUnit },
  'unit.acknowledge-alarm': {
    as: 'Ada',
    good: (atWork) => ({ unitId: alarmed(atWork), alarm: 'duress' }),
    bad: [...badUnit, { alarm: 'fire' }, { alarm: null }],
  },
  'unit.clear-back-up': {
    as: 'Dana',
    good: (atWork) => ({ unitId: alarmed(atWork), reason: 'Two cars are there.' }),
    bad: [...badUnit, { reason: null }, { reason: 'x'.repeat(301) }],
  },
  'unit.clear-duress': {
    as: 'Sam',
    good: (atWork) => ({ unitId: alarmed(atWork), reason: 'Spoke to both of them.' }),
    bad: [...badUnit, { reason: null }, { reason: 'x'.repeat(301) }],
  },
};
