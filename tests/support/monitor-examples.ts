import { accept, clearOfDanger, openedIncident, report, type DeskAtWork } from './desk-at-work.ts';
import type { Examples } from './topic-examples.ts';
import { forABehavioralTeam } from './unit-examples.ts';
import { findIncident } from '#db/board/incidents-projection.ts';
import type { Topic } from '#shared/contract/console-contract.ts';
import type { Incident } from '#shared/incident/incident.ts';
import type { CallId, IncidentId, UnitId } from '#shared/lib/brand.ts';

export const P11 = 'P11' as UnitId;
const ASKED = { response: 'clinician-phone', reason: 'He knows me from last week.' };
const CALM = { does: 'stage' as const, units: [P11], reason: 'Talks with me, sits down.' };

export function incidentAt(atWork: DeskAtWork, incidentId: IncidentId): Incident {
  return findIncident(atWork.desk.db, incidentId)!;
}

/** An incident with a team decided, which Cleo advises on; the id of the advice. */
export function advised(atWork: DeskAtWork, forTeam = false): [IncidentId, string] {
  const incidentId = forABehavioralTeam(atWork);
  const text = 'Speak slowly, one question at a time.';
  atWork.do(atWork.as('Cleo'), 'monitor.advise', { incidentId, text, forTeam });
  return [incidentId, incidentAt(atWork, incidentId).monitoring.advice.at(-1)!.adviceId];
}

export function nominated(atWork: DeskAtWork): IncidentId {
  const incidentId = forABehavioralTeam(atWork);
  atWork.do(atWork.as('Cleo'), 'monitor.nominate', { incidentId, ...ASKED });
  return incidentId;
}

export function waitingCall(atWork: DeskAtWork): CallId {
  const call = { ani: null, address: '1 W Lawrence, Uptown', words: 'Come.', callType: 'WELBNG' };
  return atWork.do(atWork.as('Pat'), 'call.receive', call).made as CallId;
}

export function nominatedCall(atWork: DeskAtWork): CallId {
  const callId = waitingCall(atWork);
  atWork.do(atWork.as('Cleo'), 'monitor.nominate', { callId, ...ASKED });
  return callId;
}

/** Cleo has the caller on the line, and police is on its way. */
export function withPoliceComing(atWork: DeskAtWork): IncidentId {
  const dana = atWork.as('Dana');
  const incidentId = openedIncident(atWork, dana);
  clearOfDanger(atWork, dana, incidentId);
  const no = ['information-only', 'in-person-need'];
  for (const fact of ['behavioral', 'can-talk', 'willing', 'safe-place', ...no]) {
    const answer = no.includes(fact) ? ('no' as const) : ('yes' as const);
    const answered = { incidentId, fact, answer, informant: 'caller-saw' as const };
    atWork.do(dana, 'incident.answer-fact', answered);
  }
  accept(atWork, dana, incidentId);
  atWork.do(atWork.as('Cleo'), 'phone.take', { incidentId });
  atWork.do(dana, 'incident.assign-unit', { incidentId, unitId: P11, reason: 'Asked for.' });
  report(atWork, P11, 'en-route');
  return incidentId;
}

export function proposed(atWork: DeskAtWork): IncidentId {
  const incidentId = withPoliceComing(atWork);
  atWork.do(atWork.as('Cleo'), 'monitor.propose-step-down', { incidentId, ...CALM });
  return incidentId;
}

export function agreed(atWork: DeskAtWork): IncidentId {
  const incidentId = proposed(atWork);
  atWork.do(atWork.as('Dana'), 'monitor.agree-step-down', consentTo(atWork, incidentId));
  return incidentId;
}

export function consentTo(atWork: DeskAtWork, incidentId: IncidentId) {
  const since = incidentAt(atWork, incidentId).monitoring.stepDown!.since;
  return { incidentId, since, place: 'Lawrence and Broadway', secondPerson: null };
}

const ID = [{ incidentId: '' }, { incidentId: null }, { by: 'Cleo' }];

export const MONITOR_EXAMPLES: Pick<Examples, Extract<Topic, `monitor.${string}`>> = {
  'monitor.join': {
    as: 'Cleo',
    good: (atWork) => ({ incidentId: forABehavioralTeam(atWork) }),
    bad: ID,
  },
  'monitor.leave': {
    as: 'Cleo',
    good: (atWork) => ({ incidentId: forABehavioralTeam(atWork) }),
    bad: ID,
  },
  'monitor.advise': {
    as: 'Cleo',
    good: (atWork) => ({
      incidentId: forABehavioralTeam(atWork),
      text: 'Speak slowly.',
      forTeam: true,
    }),
    bad: [...ID, { text: 7 }, { text: 'x'.repeat(301) }, { forTeam: 'yes' }],
  },
  'monitor.see-advice': {
    as: 'Dana',
    good: (atWork) => {
      const [incidentId, adviceId] = advised(atWork);
      return { incidentId, adviceId };
    },
    bad: [...ID, { adviceId: '' }, { adviceId: 'x'.repeat(65) }],
  },
  'monitor.answer-advice': {
    as: 'Dana',
    good: (atWork) => {
      const [incidentId, adviceId] = advised(atWork);
      return { incidentId, adviceId, followed: true, reason: null };
    },
    bad: [...ID, { followed: null }, { reason: undefined }, { reason: 'x'.repeat(301) }],
  },
  'monitor.nominate': {
    as: 'Cleo',
    good: (atWork) => ({ incidentId: forABehavioralTeam(atWork), ...ASKED }),
    bad: [{ incidentId: '' }, { response: null }, { reason: 7 }, { callId: 'c1' }],
  },
  'monitor.withdraw-nomination': {
    as: 'Cleo',
    good: (atWork) => ({ callId: nominatedCall(atWork) }),
    bad: [{ callId: '' }, { callId: 7 }, { reason: 'x' }],
  },
  'monitor.deny-nomination': {
    as: 'Dana',
    good: (atWork) => ({ incidentId: nominated(atWork), reason: 'Police is there already.' }),
    bad: [{ incidentId: null }, { reason: null }, { callId: 'c1' }],
  },
  'monitor.propose-step-down': {
    as: 'Cleo',
    good: (atWork) => ({ incidentId: withPoliceComing(atWork), ...CALM }),
    bad: [...ID, { does: 'lower' }, { units: 'P11' }, { units: [''] }, { reason: null }],
  },
  'monitor.withdraw-step-down': {
    as: 'Cleo',
    good: (atWork) => ({ incidentId: proposed(atWork) }),
    bad: ID,
  },
  'monitor.agree-step-down': {
    as: 'Dana',
    good: (atWork) => consentTo(atWork, proposed(atWork)),
    bad: [
      ...ID,
      { since: 'now' },
      { place: null },
      { secondPerson: 'Sam' },
      { secondPerson: { operatorId: 'sam' } },
    ],
  },
  'monitor.refuse-step-down': {
    as: 'Dana',
    good: (atWork) => ({ incidentId: proposed(atWork), reason: 'A weapon was seen.' }),
    bad: [...ID, { reason: null }],
  },
  'monitor.confirm-calm': {
    as: 'Cleo',
    good: (atWork) => ({ incidentId: agreed(atWork) }),
    bad: ID,
  },
  'monitor.resume-response': {
    as: 'Pat',
    good: (atWork) => ({ incidentId: agreed(atWork), reason: '' }),
    bad: [...ID, { reason: null }],
  },
};
