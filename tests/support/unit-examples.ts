import { accept, clearOfDanger, openedIncident, report, type DeskAtWork } from './desk-at-work.ts';
import type { Examples } from './topic-examples.ts';
import type { IncidentId, UnitId } from '#shared/lib/brand.ts';

const M1 = 'M1' as UnitId;

type UnitTopic =
  | 'unit.correct-status'
  | 'unit.stand-down'
  | 'unit.last-change'
  | 'unit.undo'
  | 'incident.stack-unit'
  | 'incident.pre-empt-unit';

/** An incident of Dana's that a behavioral-health team was decided for; of a call type when one is given. */
export function forABehavioralTeam(atWork: DeskAtWork, callType?: string): IncidentId {
  const dana = atWork.as('Dana');
  const incidentId = openedIncident(atWork, dana);
  clearOfDanger(atWork, dana, incidentId);
  atWork.do(dana, 'incident.answer-fact', {
    incidentId,
    fact: 'in-person-need',
    answer: 'yes',
    informant: 'caller-saw',
  });
  if (callType !== undefined) atWork.do(dana, 'incident.set-call-type', { incidentId, callType });
  accept(atWork, dana, incidentId);
  return incidentId;
}

/** The same with M1 on its way. */
export function underWay(atWork: DeskAtWork, callType?: string): IncidentId {
  const incidentId = forABehavioralTeam(atWork, callType);
  atWork.do(atWork.as('Dana'), 'incident.assign-unit', { incidentId, unitId: M1, reason: null });
  report(atWork, 'M1', 'en-route');
  return incidentId;
}

const noReason = [{ reason: null }, { reason: 'x'.repeat(301) }, { reason: undefined }];

export const UNIT_EXAMPLES: Pick<Examples, UnitTopic> = {
  'unit.correct-status': {
    as: 'Dana',
    good: () => ({ unitId: M1, status: 'out-of-service', reason: 'Pressed by mistake.' }),
    bad: [...noReason, { status: 'lost' }, { unitId: '' }, { from: 'available' }],
  },
  'unit.stand-down': {
    as: 'Dana',
    good: (atWork) => {
      underWay(atWork);
      return { unitId: M1, reason: null };
    },
    bad: [{ reason: 7 }, { reason: undefined }, { unitId: null }, { status: 'available' }],
  },
  'unit.last-change': {
    as: 'Dana',
    good: () => ({}),
    bad: [{ unitId: 'M1' }, [], 'text'],
  },
  'unit.undo': {
    as: 'Dana',
    good: (atWork) => {
      report(atWork, 'M1', 'out-of-service');
      return { seq: atWork.desk.journal.head() };
    },
    bad: [{ seq: 0 }, { seq: 1.5 }, { seq: '1' }, { seq: undefined }, { unitId: 'M1' }],
  },
  'incident.stack-unit': {
    as: 'Dana',
    good: (atWork) => {
      underWay(atWork);
      return { incidentId: forABehavioralTeam(atWork), unitId: M1, reason: 'Nearly done there.' };
    },
    bad: [...noReason, { unitId: '' }, { incidentId: 7 }, { after: 'x' }],
  },
  'incident.pre-empt-unit': {
    as: 'Dana',
    good: (atWork) => {
      underWay(atWork, 'WELBNG');
      const incidentId = forABehavioralTeam(atWork, 'SUITHR');
      return { incidentId, unitId: M1, reason: 'A higher priority.' };
    },
    bad: [...noReason, { unitId: '' }, { incidentId: null }, { force: true }],
  },
};
