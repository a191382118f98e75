import type { MonitorEvent } from './monitor-events.ts';
import { nominationBar } from './nomination.ts';
import { isWaiting, type Call } from '../call/call.ts';
import type { CallEvent } from '../call/call-events.ts';
import type { DecideContext } from '../incident/context.ts';
import type { Incident } from '../incident/incident.ts';
import { openIncidentOnly } from '../incident/open-incident-only.ts';
import { needsDecision } from '../incident/phase.ts';
import type { OperatorId } from '../lib/brand.ts';
import { refuse, type Refusal } from '../lib/refusal.ts';
import { findResponse } from '../policy/policy.ts';

export interface Asked {
  readonly response: string;
  readonly reason: string;
}

/**
 * A clinician asks that an incident goes to the phone or to a team. It decides nothing: a dispatcher approves it by
 * deciding so, with every rule of a decision, or denies it.
 */
export function nominate(
  incident: Incident,
  { response, reason }: Asked,
  { by, policy }: DecideContext,
): MonitorEvent[] | Refusal {
  const closed = openIncidentOnly(incident);
  if (closed !== null) return closed;
  const bar = nominationBar(incident.monitoring.nomination, response, reason, policy);
  if (bar !== null) return bar;
  const { incidentId, number, decision, phone } = incident;
  const { byPhone, label } = findResponse(policy, response);
  if (byPhone && (phone.state === 'with-clinician' || phone.state === 'transferring'))
    return refuse(
      'on-phone-already',
      `A clinician is on the phone for incident ${number} already. Nothing was asked.`,
    );
  if (!needsDecision(incident) && decision?.response === response)
    return refuse(
      'decided-so',
      `${label} is what was decided for incident ${number}. Nothing was asked.`,
    );
  const asked = { clinician: by, response, reason: reason.trim(), since: null };
  return [{ type: 'monitor.nominated', incidentId, ...asked }];
}

/** Nobody has answered the call yet: whoever does finds the nomination on its incident. */
export function nominateCall(
  call: Call,
  { response, reason }: Asked,
  { by, policy }: DecideContext,
): CallEvent[] | Refusal {
  const bar = waitingOnly(call) ?? nominationBar(call.nomination, response, reason, policy);
  if (bar !== null) return bar;
  const { callId } = call;
  return [{ type: 'call.nominated', callId, clinician: by, response, reason: reason.trim() }];
}

export function denyNomination(
  incident: Incident,
  reason: string,
  by: OperatorId,
): MonitorEvent[] | Refusal {
  const { incidentId, monitoring, number } = incident;
  const { nomination } = monitoring;
  if (nomination === null) return nothingAsked(`incident ${number}`);
  const bar = denialBar(nomination.clinician, reason, by);
  if (bar !== null) return bar;
  const { clinician } = nomination;
  return [{ type: 'monitor.nomination-denied', incidentId, clinician, reason: reason.trim() }];
}

export function denyCallNomination(
  call: Call,
  reason: string,
  by: OperatorId,
): CallEvent[] | Refusal {
  const { callId, nomination, number } = call;
  if (nomination === null || !isWaiting(call)) return nothingAsked(`call ${number}`);
  const bar = denialBar(nomination.clinician, reason, by);
  if (bar !== null) return bar;
  const { clinician } = nomination;
  return [{ type: 'call.nomination-denied', callId, clinician, reason: reason.trim() }];
}

export function withdrawNomination(
  { incidentId, monitoring, number }: Incident,
  by: OperatorId,
): MonitorEvent[] | Refusal {
  const { nomination } = monitoring;
  if (nomination === null) return nothingAsked(`incident ${number}`);
  if (nomination.clinician !== by) return notYours();
  return [{ type: 'monitor.nomination-withdrawn', incidentId, clinician: by }];
}

export function withdrawCallNomination(call: Call, by: OperatorId): CallEvent[] | Refusal {
  const { callId, nomination, number } = call;
  if (nomination === null || !isWaiting(call)) return nothingAsked(`call ${number}`);
  if (nomination.clinician !== by) return notYours();
  return [{ type: 'call.nomination-withdrawn', callId, clinician: by }];
}

/** What an answered call hands to its incident, with the time it was asked at. */
export function carriedNomination(
  { nomination }: Call,
  incidentId: Incident['incidentId'],
): MonitorEvent[] {
  if (nomination === null) return [];
  const { clinician, response, reason, since } = nomination;
  return [{ type: 'monitor.nominated', incidentId, clinician, response, reason, since }];
}

function waitingOnly(call: Call): Refusal | null {
  return isWaiting(call)
    ? null
    : refuse(
        'already-answered',
        `Call ${call.number} is answered. Nothing was asked; nominate its incident.`,
      );
}

function denialBar(clinician: OperatorId, reason: string, by: OperatorId): Refusal | null {
  if (clinician === by)
    return refuse('your-own', 'The nomination is your own: withdraw it, or let dispatch answer.');
  return reason.trim() === ''
    ? refuse('reason-needed', 'Say in a line why not. The nomination still waits.')
    : null;
}

function nothingAsked(what: string): Refusal {
  return refuse('no-nomination', `No nomination waits on ${what}. It may be settled already.`);
}

function notYours(): Refusal {
  return refuse('not-yours', 'Only who nominated it can withdraw it. It still waits.');
}
