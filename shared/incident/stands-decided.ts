import type { Incident } from './incident.ts';
import { freshOffer } from '../phone/offer.ts';

/** The incident once somebody has decided, on the picture as it is then. */
export function standsDecided(
  incident: Incident,
  decision: NonNullable<Incident['decision']>,
): Incident {
  // A conversation under way is never cut off by a new decision, nor is a lost caller given up by it.
  const talking = ['with-clinician', 'transferring', 'lost'].includes(incident.phone.state);
  const opensPhone = decision.fill === 'clinician' && !talking;
  return {
    ...incident,
    decision,
    raised: null,
    returned: null,
    lost: null,
    phone: opensPhone
      ? freshOffer(decision.at)
      : incident.phone.state === 'offered' || incident.phone.state === 'untaken'
        ? { state: 'none' }
        : incident.phone,
  };
}
