import type { MonitorEvent, StepDownEnd } from './monitor-events.ts';
import type { CallEvent } from '../call/call-events.ts';
import type { DispositionCode } from '../incident/disposition.ts';
import type { Incident } from '../incident/incident.ts';
import type { IncidentEvent } from '../incident/incident-events.ts';
import type { OperatorId } from '../lib/brand.ts';
import type { UnitOnIncidentEvent } from '../unit/unit-events.ts';
import { isThere, isUnderWay, UNIT_STATUS } from '../unit/unit-status.ts';

/** Whatever may end what a clinician asked for, or follows, on an incident. */
export type Cause = IncidentEvent | UnitOnIncidentEvent | CallEvent;

/** The only events it looks at: everything else costs nothing. */
export const CAUSES: ReadonlySet<string> = new Set<Cause['type']>([
  'incident.response-decided',
  'incident.upgraded',
  'incident.level-raised',
  'incident.medical-found',
  'incident.left-unarmed',
  'incident.caller-recontacted',
  'incident.closed',
  'phone.taken',
  'phone.transfer-accepted',
  'phone.transfer-dropped',
  'phone.escalated',
  'phone.resolved',
  'phone.caller-lost',
  'unit.status-changed',
]);

/** How a conversation ends that needs nobody in person: it went as the clinician said. */
const CALM: readonly DispositionCode[] = ['resolved-by-phone', 'referred', 'follow-up-scheduled'];

/**
 * What an event means for what stands on the incident: nothing of it is left waiting for an answer that
 * cannot come any more. `incident` is as before the event, `by` who caused it.
 */
export function monitorConsequences(
  incident: Incident,
  event: Cause,
  by: OperatorId,
): MonitorEvent[] {
  return [
    ...endedMonitors(incident, event),
    ...settledNomination(incident, event, by),
    ...endedStepDown(incident, event),
  ];
}

/** Somebody has signed off: they follow nothing, and nothing of theirs waits for an answer. */
export function afterSignOff(incident: Incident, leaving: OperatorId): MonitorEvent[] {
  const { incidentId, monitoring } = incident;
  const { monitors, nomination, stepDown } = monitoring;
  const followed = monitors.filter(({ clinician }) => clinician === leaving);
  return [
    ...followed.map(({ clinician }): MonitorEvent => {
      return { type: 'monitor.ended', incidentId, clinician, why: 'signed-off' };
    }),
    ...(nomination?.clinician === leaving ? [settled(incident, 'signed-off')] : []),
    ...(stepDown?.clinician === leaving ? ended(incident, 'signed-off') : []),
  ];
}

function endedMonitors({ incidentId, monitoring }: Incident, event: Cause): MonitorEvent[] {
  const why = event.type === 'phone.taken' ? 'took-call' : 'closed';
  if (event.type !== 'phone.taken' && event.type !== 'incident.closed') return [];
  return monitoring.monitors
    .filter(({ clinician }) => event.type !== 'phone.taken' || clinician === event.clinician)
    .map(({ clinician }) => ({ type: 'monitor.ended', incidentId, clinician, why }));
}

function settledNomination(incident: Incident, event: Cause, by: OperatorId): MonitorEvent[] {
  const { nomination } = incident.monitoring;
  if (nomination === null) return [];
  if (event.type === 'incident.closed') return [settled(incident, 'closed')];
  if (event.type !== 'incident.response-decided') return [];
  // Whoever nominated it may decide it too; that is no answer of dispatch to them.
  const approved =
    event.decision.response === nomination.response &&
    event.decision.how !== 'upgraded' &&
    by !== nomination.clinician;
  return [settled(incident, approved ? 'approved' : 'superseded')];
}

function settled(
  { incidentId, monitoring }: Incident,
  how: Extract<MonitorEvent, { type: 'monitor.nomination-settled' }>['how'],
): MonitorEvent {
  const clinician = monitoring.nomination?.clinician as OperatorId;
  return { type: 'monitor.nomination-settled', incidentId, clinician, how };
}

function endedStepDown(incident: Incident, event: Cause): MonitorEvent[] {
  const { stepDown } = incident.monitoring;
  if (stepDown === null) return [];
  const why = whyEnded(incident, event);
  return why === null ? [] : ended(incident, why);
}

function ended({ incidentId, monitoring }: Incident, why: StepDownEnd): MonitorEvent[] {
  const { stepDown } = monitoring;
  if (stepDown === null) return [];
  const { state, units } = stepDown;
  const agreed = state === 'agreed';
  return [{ type: 'monitor.step-down-ended', incidentId, agreed, units, why }];
}

function whyEnded(incident: Incident, event: Cause): StepDownEnd | null {
  const agreed = incident.monitoring.stepDown?.state === 'agreed';
  switch (event.type) {
    case 'incident.closed':
      return 'closed';
    case 'incident.upgraded':
      return 'police-ems-now';
    case 'incident.level-raised':
    case 'incident.medical-found':
    case 'incident.left-unarmed':
      return 'raised';
    case 'incident.caller-recontacted':
      return event.answer === 'worse' ? 'raised' : null;
    case 'incident.response-decided':
      // What was agreed on stands beside a new decision, and its clock goes on.
      return agreed ? null : 'superseded';
    case 'phone.resolved':
      return agreed && CALM.includes(event.outcome) ? 'calm' : 'line-ended';
    case 'phone.caller-lost':
      return 'line-ended';
    case 'phone.escalated':
      // Who stays on the line asks for more all the same.
      return event.stays ? 'raised' : 'line-ended';
    case 'phone.transfer-dropped':
      // The caller is gone: nobody can say any more that it is calm.
      return event.whose === 'caller' ? 'line-ended' : null;
    case 'phone.transfer-accepted':
      return event.to === 'clinician' ? null : 'line-ended';
    case 'unit.status-changed':
      return agreed ? afterMove(incident, event) : null;
    default:
      return null;
  }
}

/** A unit that was to wait, or not to come, has moved. */
function afterMove(
  { incidentId, monitoring, units: on }: Incident,
  { unitId, to, incidentId: moved }: Extract<Cause, { type: 'unit.status-changed' }>,
): StepDownEnd | null {
  const { stepDown } = monitoring;
  if (stepDown === null || moved !== incidentId || !stepDown.units.includes(unitId)) return null;
  if (stepDown.does === 'stand-down') return UNIT_STATUS[to].onIncident ? 'sent-again' : null;
  if (isThere(to)) return 'went-in';
  const waits = stepDown.units.some((each) => {
    const status =
      each === unitId
        ? to
        : on.find((unit) => unit.unitId === each && unit.releasedAt === null)?.status;
    return status !== undefined && isUnderWay(status);
  });
  return waits ? null : 'gone';
}
