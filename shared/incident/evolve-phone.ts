import type { Incident } from './incident.ts';
import type { IncidentEvent } from './incident-events.ts';
import type { OfferEvent } from '../phone/offer-events.ts';
import type { TransferEvent } from '../phone/transfer-events.ts';

type PhoneEvent = Exclude<
  Extract<IncidentEvent, { type: `phone.${string}` }>,
  TransferEvent | OfferEvent
>;

/** The incident after one more event of its phone side; a transfer is a matter of its own. */
export function evolvePhone(incident: Incident, event: PhoneEvent, at: string): Incident {
  switch (event.type) {
    case 'phone.taken':
      return {
        ...incident,
        owner: event.clinician,
        phoneFrom: incident.owner,
        consentRefused: null,
        phone: { state: 'with-clinician', since: at, clinician: event.clinician },
      };
    case 'phone.escalated':
      return {
        ...incident,
        owner: incident.phoneFrom ?? incident.owner,
        hold: null,
        returned: event.reason,
        cameBack: null,
        phone: { state: 'ended', since: at },
      };
    case 'phone.resolved':
      return { ...incident, cameBack: null, phone: { state: 'ended', since: at } };
    case 'phone.return-changed':
      return { ...incident, phoneFrom: event.to };
  }
}
