import { report, type DeskAtWork } from './desk-at-work.ts';
import { forABehavioralTeam } from './unit-examples.ts';
import type { Examples } from './topic-examples.ts';
import type { IncidentId, UnitId } from '#shared/lib/brand.ts';

const M1 = 'M1' as UnitId;
const P11 = 'P11' as UnitId;

/** An incident a team was decided for, with police on its way there. */
export function withPolice(atWork: DeskAtWork): IncidentId {
  const incidentId = forABehavioralTeam(atWork);
  const dana = atWork.as('Dana');
  atWork.do(dana, 'incident.assign-unit', { incidentId, unitId: P11, reason: null });
  report(atWork, 'P11', 'en-route');
  return incidentId;
}

/** The same with M1 waiting near it. */
export function waitingForPolice(atWork: DeskAtWork): IncidentId {
  const incidentId = withPolice(atWork);
  const order = { unitId: M1, securedBy: P11, place: 'Lawrence and Broadway', reason: null };
  atWork.do(atWork.as('Dana'), 'incident.stage-unit', { incidentId, ...order });
  return incidentId;
}

export const STAGING_EXAMPLES: Pick<Examples, 'incident.stage-unit' | 'incident.secure-scene'> = {
  'incident.stage-unit': {
    as: 'Dana',
    good: (atWork) => ({
      incidentId: withPolice(atWork),
      unitId: M1,
      securedBy: P11,
      place: 'Lawrence and Broadway',
      reason: null,
    }),
    bad: [
      { securedBy: '' },
      { unitId: null },
      { place: 7 },
      { place: 'x'.repeat(301) },
      { reason: undefined },
      { secured: true },
    ],
  },
  'incident.secure-scene': {
    as: 'Dana',
    good: (atWork) => {
      const incidentId = waitingForPolice(atWork);
      report(atWork, 'P11', 'on-scene');
      return { incidentId };
    },
    bad: [{ incidentId: '' }, { incidentId: null }, { securedBy: 'P11' }],
  },
};
