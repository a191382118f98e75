import type { MonitorEvent } from './monitor-events.ts';
import { MOST_ADVICE, type Advice } from './monitoring.ts';
import type { Incident } from '../incident/incident.ts';
import { openIncidentOnly } from '../incident/open-incident-only.ts';
import type { OperatorId } from '../lib/brand.ts';
import { refuse, type Refusal } from '../lib/refusal.ts';

type Decided = MonitorEvent[] | Refusal;

/** Follows an incident of others. It gives no ownership and changes nothing about who goes. */
export function joinAsMonitor(incident: Incident, by: OperatorId): Decided {
  const closed = openIncidentOnly(incident);
  if (closed !== null) return closed;
  if (isMonitor(incident, by)) return [];
  if (isOnTheLine(incident, by))
    return refuse(
      'on-the-line',
      `The caller of incident ${incident.number} is on the line with you: there is nothing to listen along to.`,
    );
  return [{ type: 'monitor.joined', incidentId: incident.incidentId, clinician: by }];
}

export function leaveAsMonitor(incident: Incident, by: OperatorId): Decided {
  return isMonitor(incident, by)
    ? [{ type: 'monitor.left', incidentId: incident.incidentId, clinician: by }]
    : [];
}

export function isMonitor({ monitoring }: Incident, operatorId: OperatorId): boolean {
  return monitoring.monitors.some(({ clinician }) => clinician === operatorId);
}

/** Has the caller, also while somebody else is asked to take over. */
export function isOnTheLine({ phone }: Incident, operatorId: OperatorId): boolean {
  return (
    (phone.state === 'with-clinician' || phone.state === 'transferring') &&
    phone.clinician === operatorId
  );
}

export interface AdviceGiven {
  readonly adviceId: string;
  readonly text: string;
  readonly forTeam: boolean;
}

export function advise(
  incident: Incident,
  { adviceId, text, forTeam }: AdviceGiven,
  by: OperatorId,
): Decided {
  const closed = openIncidentOnly(incident);
  if (closed !== null) return closed;
  const { incidentId, number, owner, monitoring } = incident;
  if (text.trim() === '')
    return refuse('empty-advice', 'The advice is empty, so nothing was sent to anybody.');
  if (owner === by)
    return refuse(
      'your-incident',
      `Incident ${number} is yours: nobody else would read the advice. Write a note instead.`,
    );
  if (monitoring.advice.filter(({ answer }) => answer === null).length >= MOST_ADVICE)
    return refuse(
      'too-much-advice',
      `${MOST_ADVICE} pieces of advice on incident ${number} wait for an answer. Nothing was sent; speak with the dispatcher.`,
    );
  return [{ type: 'monitor.advised', incidentId, adviceId, text: text.trim(), forTeam }];
}

/** Somebody at dispatch has read it. Twice is once. */
export function seeAdvice(incident: Incident, adviceId: string, by: OperatorId): Decided {
  const advice = find(incident, adviceId, by);
  if ('refused' in advice) return advice;
  const { incidentId } = incident;
  return advice.seen === null ? [{ type: 'monitor.advice-seen', incidentId, adviceId }] : [];
}

/** What is made of it: it is followed, or why it is not. */
export function answerAdvice(
  incident: Incident,
  {
    adviceId,
    followed,
    reason,
  }: { readonly adviceId: string; readonly followed: boolean; readonly reason: string | null },
  by: OperatorId,
): Decided {
  const closed = openIncidentOnly(incident);
  if (closed !== null) return closed;
  const advice = find(incident, adviceId, by);
  if ('refused' in advice) return advice;
  if (advice.answer !== null)
    return refuse(
      'answered-already',
      `That advice on incident ${incident.number} was answered already. Nothing was changed.`,
    );
  const why = reason?.trim() ?? '';
  if (!followed && why === '')
    return refuse('reason-needed', 'Say in a line why it is not followed. Nothing was sent yet.');
  const { incidentId } = incident;
  return [
    {
      type: 'monitor.advice-answered',
      incidentId,
      adviceId,
      followed,
      reason: why === '' ? null : why,
    },
  ];
}

function find(
  { monitoring, number }: Incident,
  adviceId: string,
  by: OperatorId,
): Advice | Refusal {
  const advice = monitoring.advice.find((each) => each.adviceId === adviceId);
  if (advice === undefined)
    return refuse('no-advice', `There is no such advice on incident ${number}.`);
  if (advice.by === by)
    return refuse('your-own', 'The advice is your own: somebody at dispatch has to answer it.');
  return advice;
}
