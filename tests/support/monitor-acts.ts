import type { DeskAtWork } from './desk-at-work.ts';
import { pick, type Hand, type Played } from './hand.ts';
import { findIncident } from '#db/board/incidents-projection.ts';
import type { Incident } from '#shared/incident/incident.ts';
import type { IncidentId } from '#shared/lib/brand.ts';
import { STEP_DOWNS } from '#shared/phone/monitor-events.ts';

/** What a random hand does as a clinician who follows an incident, and as the dispatcher who answers. */
export const MONITOR_ACTS = [
  'join',
  'advise',
  'hear',
  'nominate',
  'nominate',
  'answer-nomination',
  'come',
  'step-down',
  'step-down',
  'answer-step-down',
  'answer-step-down',
  'calm',
  'sign-off',
] as const;
export type MonitorAct = (typeof MONITOR_ACTS)[number];

export function isMonitorAct(act: string): act is MonitorAct {
  return (MONITOR_ACTS as readonly string[]).includes(act);
}

/** Where such an act is looked for, when there is such an incident. */
export function isAskedFor(act: MonitorAct, { monitoring, phone }: Incident): boolean {
  const talking = phone.state === 'with-clinician' || phone.state === 'transferring';
  switch (act) {
    case 'hear':
      return monitoring.advice.length > 0;
    case 'answer-nomination':
      return monitoring.nomination !== null;
    case 'step-down':
      return talking && monitoring.stepDown === null;
    case 'answer-step-down':
    case 'calm':
      return monitoring.stepDown !== null;
    case 'come':
      return talking;
    default:
      return true;
  }
}

export function monitorAct(act: MonitorAct, { atWork, on, numbers, ask }: Hand): Played {
  const [a, b, c] = numbers;
  const { incidentId, monitoring, phone } = on;
  const line =
    phone.state === 'with-clinician' || phone.state === 'transferring'
      ? [phone.clinician === atWork.idOf('Cleo') ? 'Cleo' : 'Imani']
      : ['Cleo', 'Imani'];
  const reason = pick(['Knows the person.', 'Is calm.', ''], b);
  switch (act) {
    case 'join':
      return ask(pick(['monitor.join', 'monitor.leave'], b)!, { incidentId }, 'Cleo', 'Imani');
    case 'advise': {
      const given = { incidentId, text: 'Speak slowly.', forTeam: b % 2 === 0 };
      return ask('monitor.advise', given, 'Cleo', 'Imani');
    }
    case 'hear': {
      const adviceId = pick(monitoring.advice, a)?.adviceId ?? 'none';
      if (b % 2 === 0) return ask('monitor.see-advice', { incidentId, adviceId }, 'Dana', 'Pat');
      const answer = { incidentId, adviceId, followed: c % 3 === 0, reason: 'On scene already.' };
      return ask('monitor.answer-advice', answer, 'Dana', 'Theo');
    }
    case 'nominate': {
      const response = pick(['clinician-phone', 'behavioral-health', 'co-response', 'police'], a);
      return ask('monitor.nominate', { incidentId, response, reason }, 'Cleo', 'Imani');
    }
    case 'answer-nomination':
      if (b % 3 === 0) return ask('monitor.withdraw-nomination', { incidentId }, 'Cleo', 'Imani');
      return ask('monitor.deny-nomination', { incidentId, reason }, 'Dana', 'Sam');
    case 'come': {
      const unitId = pick(['P11', 'N1', 'M1'], a)!;
      return ask('incident.assign-unit', { incidentId, unitId, reason: 'Asked for.' }, 'Dana');
    }
    case 'step-down': {
      // What single random steps would hardly ever come to: police on its way to somebody in danger.
      const unitId = pick(['P11', 'N1'], b)!;
      ask('incident.assign-unit', { incidentId, unitId, reason: 'Asked for.' }, 'Dana');
      const threats = { fact: 'threats', answer: 'yes', informant: 'caller-saw' };
      if (c % 2 === 0) ask('incident.answer-fact', { incidentId, ...threats }, 'Dana');
      const before = incidentNow(atWork, incidentId);
      const named = before.units.filter(({ releasedAt }) => releasedAt === null);
      const proposal = {
        does: pick(STEP_DOWNS, a),
        units: named.slice(0, 1 + (b % 2)).map((unit) => unit.unitId),
      };
      const input = { incidentId, ...proposal, reason };
      return { ...ask('monitor.propose-step-down', input, ...line), before };
    }
    case 'answer-step-down': {
      if (b % 4 === 0) return ask('monitor.refuse-step-down', { incidentId, reason }, 'Dana');
      const since = monitoring.stepDown?.since ?? atWork.now().toISOString();
      const second = pick(['Sam', 'Sam', 'Dana', null], c);
      const secondPerson = second && { operatorId: atWork.idOf(second), passphrase: '' };
      const consent = { incidentId, since, place: 'Lawrence', secondPerson };
      return ask('monitor.agree-step-down', consent, 'Dana', 'Theo');
    }
    case 'calm':
      return b % 2 === 0
        ? ask('monitor.resume-response', { incidentId, reason }, 'Dana', 'Pat', ...line)
        : ask('monitor.confirm-calm', { incidentId }, ...line);
    case 'sign-off':
      return ask('operator.sign-off', { anyway: true }, 'Cleo', 'Imani');
  }
}

function incidentNow(atWork: DeskAtWork, incidentId: IncidentId): Incident {
  return findIncident(atWork.desk.db, incidentId)!;
}
