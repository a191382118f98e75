import { isFreeForPhone, type Clinician } from './clinician.ts';
import { hasDeclined, isAsked, whoHasTheCaller, runningOffer, to988At } from './offer.ts';
import type { OfferEvent } from './offer-events.ts';
import { whoIsAsked } from './who-is-asked.ts';
import type { Incident } from '../incident/incident.ts';
import type { IncidentEvent } from '../incident/incident-events.ts';
import { openIncidentOnly } from '../incident/open-incident-only.ts';
import type { OperatorId } from '../lib/brand.ts';
import { refuse, type Refusal } from '../lib/refusal.ts';
import { phoneDeskOf } from '../policy/phone-desk.ts';
import { findResponse, type Policy } from '../policy/policy.ts';
import { secondsAfter } from '../timers/running.ts';

type Answered = IncidentEvent[] | Refusal;

/** How a sentence names people and moments. */
export interface Naming {
  readonly nameOf: (operatorId: OperatorId) => string;
  /** “14:02:10” on the center's clock. */
  readonly say: (instant: string) => string;
}

/** Asks the next clinician, or rings at all who are ready. Nothing while nobody has to be asked. */
export function askNext(
  incident: Incident,
  clinicians: readonly Clinician[],
  policy: Policy,
  now: string,
): OfferEvent[] {
  const phone = runningOffer(incident);
  if (phone === null || phone.asked.who !== 'nobody') return [];
  const { incidentId, language } = incident;
  const { offerSeconds, capacity } = phoneDeskOf(policy);
  const next = whoIsAsked(clinicians, phone, language, capacity);
  if (next !== null) {
    const [until = now] = [secondsAfter(now, offerSeconds), to988At(phone, policy)].sort();
    return [{ type: 'phone.offered', incidentId, ...next, until }];
  }
  const ready = clinicians
    .filter((each) => isFreeForPhone(each, capacity) && !hasDeclined(phone, each.operatorId))
    .map(({ operatorId }) => operatorId);
  return [{ type: 'phone.rang-all', incidentId, ready }];
}

/**
 * A clinician takes the call: whoever is asked, and until somebody has it any other clinician who wants to.
 * The first wins; the next one is told who has it.
 */
export function takePhone(incident: Incident, by: OperatorId, { nameOf, say }: Naming): Answered {
  const closed = openIncidentOnly(incident);
  if (closed !== null) return closed;
  const { phone, incidentId, number } = incident;
  const line = whoHasTheCaller(incident);
  if (line === by && phone.state === 'with-clinician') return [];
  if (line !== null && phone.state !== 'none')
    return refuse(
      'taken',
      `${nameOf(line)} has had the call of incident ${number} since ${say(sinceOf(phone))}. The caller stays with them, and nothing was changed.`,
    );
  if (phone.state !== 'offered')
    return refuse(
      'not-offered',
      phone.state === 'untaken'
        ? `The call of incident ${number} went back to dispatch at ${say(phone.since)}. Ask dispatch to decide for the phone again.`
        : `Incident ${number} is not waiting for a clinician. Nothing was changed.`,
    );
  return [{ type: 'phone.taken', incidentId, clinician: by }];
}

/** A clinician who is asked says no, and why; the next one is asked at once. */
export function declineOffer(
  incident: Incident,
  reason: string,
  by: OperatorId,
  { nameOf, say }: Naming,
): Answered {
  const closed = openIncidentOnly(incident);
  if (closed !== null) return closed;
  const { incidentId, number } = incident;
  const phone = runningOffer(incident);
  if (phone === null || !isAsked(phone, by)) {
    const asked = phone?.asked;
    const who =
      asked?.who === 'one'
        ? `${nameOf(asked.clinician)} has been asked since ${say(asked.from)}`
        : 'nobody waits for your answer';
    return refuse(
      'not-asked',
      `The call of incident ${number} is not offered to you any more: ${who}. Nothing was changed.`,
    );
  }
  const text = reason.trim();
  if (text === '') return refuse('reason-needed', 'Say why not. The call is still offered to you.');
  return [{ type: 'phone.declined', incidentId, clinician: by, reason: text }];
}

/** Who is asked cannot answer any more: gone, on a break, signed off. */
export function leaveOffer(incident: Incident, clinician: OperatorId): OfferEvent[] {
  const asked = runningOffer(incident)?.asked;
  if (asked?.who !== 'one' || asked.clinician !== clinician) return [];
  const { incidentId } = incident;
  return [{ type: 'phone.offer-passed', incidentId, clinician, why: 'left' }];
}

/** What 988 said to whoever dialed it: it takes the call, or it does not and dispatch decides again. */
export function answer988(incident: Incident, accepted: boolean, policy: Policy): Answered {
  const closed = openIncidentOnly(incident);
  if (closed !== null) return closed;
  const { incidentId, number } = incident;
  if (runningOffer(incident)?.asked.who !== '988')
    return refuse(
      'not-at-988',
      `The call of incident ${number} is not at the point where 988 takes over. Nothing was changed.`,
    );
  return accepted ? [{ type: 'phone.taken-by-988', incidentId }] : fallBack(incident, policy);
}

/** Nobody took it: it goes back to dispatch, raised, with what to send (invariants 7 and 8). */
export function fallBack({ incidentId }: Incident, policy: Policy): OfferEvent[] {
  const { label, level, id } = findResponse(policy, phoneDeskOf(policy).fallback);
  const why = `Nobody took the call by phone, 988 neither. Send: ${label}`;
  return [{ type: 'phone.fell-back', incidentId, response: id, level, why }];
}

function sinceOf(phone: Exclude<Incident['phone'], { state: 'none' }>): string {
  return phone.since;
}
