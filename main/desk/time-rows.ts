import type { Announcement, LimitRow } from '#shared/board/board-rows.ts';
import type { IncidentView, TimelineLine } from '#shared/board/incident-view.ts';
import type { Incident } from '#shared/incident/incident.ts';
import type { RecontactAdvice } from '#shared/incident/recontact-events.ts';
import { adviceAfter, recommendsSending, recontactOf } from '#shared/incident/recontact.ts';
import type { JournalEvent } from '#shared/journal/journal-event.ts';
import { LOST_CHECK_LABELS, type LostCheck } from '#shared/phone/lost-caller.ts';
import type { Policy } from '#shared/policy/policy.ts';
import { statusTimeOf } from '#shared/unit/status-clock.ts';
import type { Unit } from '#shared/unit/unit.ts';
import { UNIT_STATUS, type UnitStatus } from '#shared/unit/unit-status.ts';

/** The limit of the status a unit is in, as its row shows it; null when none runs. */
export function limitRow(unit: Unit, incident: Incident | null, policy: Policy): LimitRow | null {
  const time = statusTimeOf(unit, incident, policy);
  if (time === null) return null;
  const { from, warnAt, alertAt } = time;
  return { from, warnAt, alertAt, overdue: unit.clock.overdueAt !== null };
}

/** Units of an incident that are in their status for too long. */
export function overdueOn(
  incident: Incident,
  units: readonly Unit[],
  policy: Policy,
): IncidentView['overdue'] {
  return units.flatMap((unit) => {
    if (unit.incidentId !== incident.incidentId || unit.clock.overdueAt === null) return [];
    const minutes = statusTimeOf(unit, incident, policy)?.alertMinutes ?? null;
    return [{ unitId: unit.unitId, status: unit.status, since: unit.clock.from, minutes }];
  });
}

/** Why a person has to look at the incident: a unit that is too long in its status; null for none. */
export function overdueAttention(incident: Incident, units: readonly Unit[]): string | null {
  const unit = units.find(
    ({ incidentId, clock }) => incidentId === incident.incidentId && clock.overdueAt !== null,
  );
  return unit === undefined ? null : `${unit.unitId} ${stays(unit.status)} too long`;
}

/** The next call back to the caller, as the incident shows it; null while nobody waits. */
export function recontactView(incident: Incident, policy: Policy): IncidentView['recontact'] {
  const next = recontactOf(incident, policy);
  const { at, unanswered } = incident.recontact;
  const recommends = adviceNow(incident, policy);
  return next === null ? null : { ...next, lastAt: at, unanswered, recommends };
}

function adviceNow(incident: Incident, policy: Policy): RecontactAdvice | null {
  if (incident.phone.state === 'lost')
    return adviceAfter(incident, incident.recontact.unanswered, policy);
  return recommendsSending(incident) ? 'send' : null;
}

/** The same as a reason to look at the incident; null for none. */
export function recontactAttention(incident: Incident, policy: Policy): string | null {
  const next = recontactOf(incident, policy);
  if (next === null) return null;
  const advice = adviceNow(incident, policy);
  if (advice === 'send') return 'No answer twice';
  if (advice !== null) return ADVICE_ATTENTION[advice];
  if (incident.recontact.missedFrom === next.from) return 'Call the caller again';
  return incident.phone.state === 'lost' ? 'Caller lost' : null;
}

const ADVICE_ATTENTION: Readonly<Record<LostCheck, string>> = {
  'location-check': 'Caller lost: where is the phone?',
  'welfare-check': 'Caller lost: send a check',
};

/** Limits that passed, and calls back, in the timeline of an incident; null for other events. */
export function sayTimes(event: JournalEvent): Pick<TimelineLine, 'text' | 'kind'> | null {
  switch (event.type) {
    case 'unit.status-overdue':
      return { kind: 'alert', text: overdueText(event) };
    case 'unit.status-clock-set':
      return {
        kind: 'alert',
        text: `The clock of the PC was set back: how long ${event.unitId} is in its status is not known, so it warns now`,
      };
    case 'incident.clock-set-back':
      return {
        kind: 'alert',
        text: 'The clock of the PC was set back: what ran on this incident counts as due',
      };
    case 'incident.recontact-missed':
      return { kind: 'alert', text: 'The caller was not called again in time' };
    case 'incident.caller-recontacted':
      return sayRecontact(event);
    default:
      return null;
  }
}

function sayRecontact({
  answer,
  unanswered,
  recommends,
}: Extract<JournalEvent, { type: 'incident.caller-recontacted' }>): ReturnType<typeof sayTimes> {
  switch (answer) {
    case 'still-safe':
      return { kind: 'call', text: 'Called the caller again: still safe' };
    case 'worse':
      return { kind: 'alert', text: 'Called the caller again: worse. Ask again and decide again' };
    case 'no-answer': {
      const times = unanswered === 1 ? '' : `, ${unanswered} times in a row`;
      const text = `Called the caller again: no answer${times}`;
      return recommends === null
        ? { kind: 'call', text }
        : { kind: 'alert', text: `${text}. Recommended: ${sayAdvice(recommends)}` };
    }
  }
}

/** What is said aloud of it; `about` names the incident. */
export function announceTimes(
  event: JournalEvent,
  about: (incidentId: string) => string,
): Announcement[] {
  switch (event.type) {
    case 'unit.status-overdue': {
      const on = event.incidentId === null ? '' : `${about(event.incidentId)}: `;
      return [{ text: `${on}${overdueText(event)}.`, sound: 'alert' }];
    }
    case 'incident.recontact-missed':
      return [{ text: `${about(event.incidentId)}: call the caller again.`, sound: 'alert' }];
    case 'incident.caller-recontacted': {
      const { answer, recommends, incidentId } = event;
      if (answer === 'worse')
        return [
          { text: `${about(incidentId)}: the caller says it is worse. Ask again.`, sound: 'alert' },
        ];
      return recommends === null
        ? []
        : [
            {
              text: `${about(incidentId)}: nobody answers. Recommended: ${sayAdvice(recommends)}.`,
              sound: 'alert',
            },
          ];
    }
    default:
      return [];
  }
}

function sayAdvice(advice: RecontactAdvice): string {
  return advice === 'send' ? 'send somebody' : LOST_CHECK_LABELS[advice];
}

function overdueText({
  unitId,
  status,
  minutes,
}: Extract<JournalEvent, { type: 'unit.status-overdue' }>): string {
  return `${unitId} ${stays(status)} for more than ${minutes} min`;
}

function stays(status: UnitStatus): string {
  return UNIT_STATUS[status].label.toLowerCase();
}
