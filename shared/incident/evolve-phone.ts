import type { Incident } from './incident.ts';
import type { IncidentEvent } from './incident-events.ts';

type PhoneEvent = Extract<IncidentEvent, { type: `phone.${string}` }>;

/** The incident after one more event of its phone side. */
export function evolvePhone(incident: Incident, event: PhoneEvent, at: string): Incident {
  const { phone } = incident;
  switch (event.type) {
    case 'phone.taken':
      return {
        ...incident,
        owner: event.clinician,
        phoneFrom: incident.owner,
        phone: { state: 'with-clinician', since: at, clinician: event.clinician },
      };
    case 'phone.transfer-started': {
      const { to, operatorId, from } = event;
      const transfer = { to, operatorId, from, startedAt: at };
      // The conversation goes on while somebody else is asked to take it: its clock runs through.
      const since = phone.state === 'with-clinician' ? phone.since : at;
      return {
        ...incident,
        phone: { state: 'transferring', since, clinician: from, transfer },
      };
    }
    case 'phone.transfer-accepted':
      if (event.to === 'clinician' && event.operatorId !== null)
        return {
          ...incident,
          owner: event.operatorId,
          phone: { state: 'with-clinician', since: at, clinician: event.operatorId },
        };
      return {
        ...incident,
        owner: event.operatorId ?? incident.owner,
        returned: event.to === 'dispatch' ? 'Transferred back to dispatch by the clinician' : null,
        phone: { state: 'ended', since: at },
      };
    case 'phone.transfer-returned':
      return {
        ...incident,
        bounces: incident.bounces + 1,
        phone:
          phone.state === 'transferring'
            ? { state: 'with-clinician', since: phone.since, clinician: phone.clinician }
            : phone,
      };
    case 'phone.escalated':
      return {
        ...incident,
        owner: incident.phoneFrom ?? incident.owner,
        hold: null,
        returned: event.reason,
        phone: { state: 'ended', since: at },
      };
    case 'phone.resolved':
      return { ...incident, phone: { state: 'ended', since: at } };
    case 'phone.return-changed':
      return { ...incident, phoneFrom: event.to };
  }
}
