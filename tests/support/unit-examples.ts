import { accept, clearOfDanger, openedIncident, report, type DeskAtWork } from './desk-at-work.ts';
import type { Examples } from './topic-examples.ts';
import type { IncidentId, UnitId } from '#shared/lib/brand.ts';

const M1 = 'M1' as UnitId;

type UnitTopic =
  | 'unit.correct-status'
  | 'unit.report-position'
  | 'unit.stand-down'
  | 'act.last'
  | 'act.undo'
  | 'unit.unstack'
  | 'incident.reassign-unit'
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

/** The same with M1 coming to a second incident afterwards: the first and the second. */
export function stacked(atWork: DeskAtWork): [IncidentId, IncidentId] {
  const both: [IncidentId, IncidentId] = [underWay(atWork), forABehavioralTeam(atWork)];
  const reason = 'Knows the person.';
  const [, incidentId] = both;
  atWork.do(atWork.as('Dana'), 'incident.stack-unit', { incidentId, unitId: M1, reason });
  return both;
}

const noReason = [{ reason: null }, { reason: 'x'.repeat(301) }, { reason: undefined }];

export const UNIT_EXAMPLES: Pick<Examples, UnitTopic> = {
  'unit.correct-status': {
    as: 'Dana',
    good: () => ({ unitId: M1, status: 'out-of-service', reason: 'Pressed by mistake.' }),
    bad: [...noReason, { status: 'lost' }, { unitId: '' }, { from: 'available' }],
  },
  'unit.report-position': {
    as: 'Dana',
    good: () => ({ unitId: M1, spot: { position: { lat: 41.97, lon: -87.66 } }, source: 'radio' }),
    bad: [
      { source: 'guessed' },
      { spot: null },
      { spot: {} },
      { spot: { areaId: '' } },
      { spot: { areaId: 'uptown', position: { lat: 41.97, lon: -87.66 } } },
      ...[
        { lat: 91, lon: 0 },
        { lat: 0, lon: 181 },
        { lat: NaN, lon: 0 },
        { lat: 0, lon: Infinity },
        { lat: '41', lon: '-87' },
        { lat: 41 },
        { lat: 41, lon: -87, height: 3 },
      ].map((position) => ({ spot: { position } })),
    ],
  },
  'unit.stand-down': {
    as: 'Dana',
    good: (atWork) => {
      underWay(atWork);
      return { unitId: M1, reason: null };
    },
    bad: [{ reason: 7 }, { reason: undefined }, { unitId: null }, { status: 'available' }],
  },
  'act.last': {
    as: 'Pat',
    good: () => ({}),
    bad: [{ unitId: 'M1' }, [], 'text'],
  },
  'act.undo': {
    as: 'Dana',
    good: (atWork) => {
      report(atWork, 'M1', 'out-of-service');
      return { seq: atWork.desk.journal.head() };
    },
    bad: [{ seq: 0 }, { seq: 1.5 }, { seq: '1' }, { seq: undefined }, { unitId: 'M1' }],
  },
  'unit.unstack': {
    as: 'Dana',
    good: (atWork) => {
      stacked(atWork);
      return { unitId: M1, reason: 'The first one takes too long.' };
    },
    bad: [...noReason, { unitId: '' }, { incidentId: 'x' }],
  },
  'incident.reassign-unit': {
    as: 'Dana',
    good: (atWork) => {
      underWay(atWork, 'SUITHR');
      const incidentId = forABehavioralTeam(atWork, 'WELBNG');
      return { incidentId, unitId: M1, reason: 'Knows the person.' };
    },
    bad: [...noReason, { unitId: '' }, { incidentId: null }, { force: true }],
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
