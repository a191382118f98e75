import type { Incident } from './incident.ts';
import type { IncidentEvent } from './incident-events.ts';
import type { OfferEvent } from '../phone/offer-events.ts';
import type { OutcomeEvent } from '../phone/outcome-events.ts';
import type { TransferEvent } from '../phone/transfer-events.ts';

type PhoneEvent = Exclude<
  Extract<IncidentEvent, { type: `phone.${string}` }>,
  TransferEvent | OfferEvent | OutcomeEvent
>;

/** The incident after one more event of its phone side; a transfer is a matter of its own. */
export function evolvePhone(incident: Incident, event: PhoneEvent, at: string): Incident {
  switch (event.type) {
    case 'phone.taken':
      return {
        ...incident,
        owner: event.clinician,
        phoneFrom: incident.owner,
        fromLine: null,
        consentRefused: null,
        phone: { state: 'with-clinician', since: at, clinician: event.clinician },
      };
    case 'phone.return-changed':
      return { ...incident, phoneFrom: event.to };
  }
}
