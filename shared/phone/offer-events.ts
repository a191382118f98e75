import { freshOffer, type OfferedPhone, type Passed } from './offer.ts';
import type { AskedBecause } from './who-is-asked.ts';
import type { Incident } from '../incident/incident.ts';
import { standingLevel } from '../incident/phase.ts';
import type { IncidentId, OperatorId } from '../lib/brand.ts';
import { isHigher, type Level } from '../routing/level.ts';

type On<Type extends string, Body> = {
  readonly type: Type;
  readonly incidentId: IncidentId;
} & Readonly<Body>;

/** A call that waits for a clinician, from the first who is asked to whoever takes it in the end. */
export type OfferEvent =
  | On<'phone.offered', { clinician: OperatorId; until: string; because: AskedBecause }>
  | On<'phone.declined', { clinician: OperatorId; reason: string }>
  | On<'phone.offer-passed', { clinician: OperatorId; why: 'not-answered' | 'left' }>
  /** `ready` were so when it began to ring; who becomes ready later hears it too. */
  | On<'phone.rang-all', { ready: readonly OperatorId[] }>
  | On<'phone.fell-to-988', Record<never, never>>
  /** Whoever dialed 988 heard a yes: the conversation is theirs. */
  | On<'phone.taken-by-988', Record<never, never>>
  /** Neither a clinician nor 988 took it: dispatch decides again, and this response is recommended. */
  | On<'phone.fell-back', { response: string; level: Level; why: string }>;

export function evolveOffer(incident: Incident, event: OfferEvent, at: string): Incident {
  const { phone } = incident;
  if (phone.state !== 'offered') return incident;
  const asks = (changed: Partial<OfferedPhone>): Incident => ({
    ...incident,
    phone: { ...phone, ...changed },
  });
  switch (event.type) {
    case 'phone.offered': {
      const { clinician, until } = event;
      return asks({ asked: { who: 'one', clinician, from: at, until } });
    }
    case 'phone.declined':
      return asks(passedBy(phone, event.clinician, 'declined', event.reason, at));
    case 'phone.offer-passed':
      return asks(passedBy(phone, event.clinician, event.why, null, at));
    case 'phone.rang-all':
      return asks({ asked: { who: 'all', from: at } });
    case 'phone.fell-to-988':
      return asks({ asked: { who: '988', from: at } });
    case 'phone.taken-by-988':
      return { ...incident, hold: null, phone: { state: 'ended', since: at } };
    case 'phone.fell-back': {
      const { response, level, why } = event;
      const from = standingLevel(incident);
      const raised = from !== null && isHigher(level, from) ? { from, to: level, at } : null;
      return {
        ...incident,
        hold: null,
        raised: raised ?? incident.raised,
        returned: why,
        phone: { state: 'untaken', since: at, fallback: response },
      };
    }
  }
}

/** Once for each clinician: the last word counts. Who rings with all goes on ringing at the others. */
function passedBy(
  { asked, passed }: OfferedPhone,
  clinician: OperatorId,
  how: Passed['how'],
  reason: string | null,
  at: string,
): Partial<OfferedPhone> {
  const others = passed.filter((each) => each.clinician !== clinician);
  const alone = asked.who === 'one' && asked.clinician === clinician;
  return {
    asked: alone ? { who: 'nobody' } : asked,
    passed: [...others, { clinician, how, reason, at }],
  };
}

/** What was held back is offered anew from now on; anything else stays as it is. */
export function offeredAnew({ phone, hold }: Incident, at: string): Incident['phone'] {
  return phone.state === 'offered' && hold !== null ? freshOffer(at) : phone;
}
