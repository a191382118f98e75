import { ANSWER_MINUTES, type AcceptedShift, type HandOver } from './hand-over.ts';
import type { HandOverEvent } from './hand-over-events.ts';
import type { ContactEvent } from '../contact/contact-events.ts';
import type { Contact } from '../contact/contact.ts';
import type { IncidentEvent } from '../incident/incident-events.ts';
import type { Incident } from '../incident/incident.ts';
import type { HandOverId, OperatorId } from '../lib/brand.ts';
import { refuse, type Refusal } from '../lib/refusal.ts';
import type { Operator } from '../roster/operator.ts';
import { may } from '../roster/permission.ts';
import { isSetBack } from '../timers/running.ts';

/** The open work of one person: what would be nobody's if they just went. */
export interface Held {
  readonly incidents: readonly Incident[];
  readonly contacts: readonly Contact[];
  /** With a clinician now; an escalation comes back to this person. */
  readonly onPhone: readonly Incident[];
}

/** Why the work of `from` cannot go to `to` as it stands; null when it can. */
export function handOverBar(
  { incidents, contacts }: Held,
  from: OperatorId,
  to: Operator,
): Refusal | null {
  if (to.operatorId === from)
    return refuse('same-person', 'Somebody else has to take over. Nothing was offered.');
  if (!to.active || !may(to.role, 'take-calls'))
    return refuse(
      'takes-no-calls',
      `${to.name} takes no calls here, so nothing was handed over. Choose somebody who does.`,
    );
  const line = incidents.find(({ phone }) => isOnTheLine(phone, from));
  if (line !== undefined)
    return refuse(
      'on-the-line',
      `Incident ${line.number} is still on the line. Nothing was handed over; end the call or transfer it first.`,
    );
  if (contacts.some(({ clinical }) => clinical) && !may(to.role, 'read-clinical'))
    return refuse(
      'clinical-reason',
      `Some promised calls have clinical reasons, which ${to.name} may not read. Nothing was handed over; choose a clinician, or end those calls first.`,
    );
  return null;
}

function isOnTheLine(phone: Incident['phone'], who: OperatorId): boolean {
  const talking = phone.state === 'with-clinician' || phone.state === 'transferring';
  return talking && phone.clinician === who;
}

/** Offers it to one person. Nothing moves yet; an earlier offer of the same person ends. */
export function offerHandOver(
  handOverId: HandOverId,
  { from, to }: { readonly from: Operator; readonly to: Operator },
  remark: string,
  held: Held,
  { earlier, now }: { readonly earlier: HandOver | null; readonly now: string },
): HandOverEvent[] | Refusal {
  const barred = handOverBar(held, from.operatorId, to);
  if (barred !== null) return barred;
  const before =
    earlier?.state.is === 'offered' ? returned(earlier, 'offered-anew') : ([] as HandOverEvent[]);
  const text = remark.trim();
  return [
    ...before,
    {
      type: 'hand-over.offered',
      handOverId,
      from: from.operatorId,
      to: to.operatorId,
      remark: text,
      clinical: text !== '' && may(from.role, 'read-clinical'),
      answerBy: new Date(Date.parse(now) + ANSWER_MINUTES * 60_000).toISOString(),
    },
  ];
}

/**
 * Moves everything at once, so that nothing is nobody's for a moment. `changes` says what is otherwise than
 * when it was read: nobody signs for what they have not seen.
 */
export function acceptHandOver(
  handOver: HandOver,
  to: Operator,
  held: Held,
  changes: readonly string[],
  accepted: AcceptedShift,
): (HandOverEvent | IncidentEvent | ContactEvent)[] | Refusal {
  if (handOver.state.is !== 'offered') return notOffered(handOver);
  const { handOverId, from } = handOver;
  const barred = handOverBar(held, from, to);
  if (barred !== null) return barred;
  if (changes.length > 0) {
    const more = changes.length > 3 ? `; and ${changes.length - 3} more` : '';
    return refuse(
      'changed-since-read',
      `Since you read it: ${changes.slice(0, 3).join('; ')}${more}. Nothing was taken over; read it again, then accept.`,
    );
  }
  const owner = to.operatorId;
  return [
    ...held.incidents.map(
      ({ incidentId }) => ({ type: 'incident.owner-changed', incidentId, from, owner }) as const,
    ),
    ...held.contacts.map(
      ({ contactId, incidentId }) =>
        ({ type: 'contact.owner-changed', contactId, incidentId, from, owner }) as const,
    ),
    ...held.onPhone.map(
      ({ incidentId }) => ({ type: 'phone.return-changed', incidentId, from, to: owner }) as const,
    ),
    // Last, so that what is taken back afterwards is never one incident out of the whole.
    { type: 'hand-over.accepted', handOverId, from, to: owner, accepted },
  ];
}

/** The oncoming person does not take it; the work stays where it was. */
export function declineHandOver(handOver: HandOver, reason: string): HandOverEvent[] | Refusal {
  if (handOver.state.is !== 'offered') return notOffered(handOver);
  const { handOverId, from, to } = handOver;
  if (reason.trim() === '')
    return refuse('reason-needed', 'Say why you do not take over. The offer still stands.');
  return [{ type: 'hand-over.declined', handOverId, from, to, reason: reason.trim() }];
}

/** Taken back by who made it. Once it is answered there is nothing to take back. */
export function withdrawHandOver(handOver: HandOver): HandOverEvent[] | Refusal {
  return handOver.state.is === 'offered' ? returned(handOver, 'withdrawn') : notOffered(handOver);
}

/** What the watch writes of an offer at `now` (milliseconds): once, whatever the clock does. */
export function watchHandOver(handOver: HandOver, now: number): HandOverEvent[] {
  if (handOver.state.is !== 'offered') return [];
  if (isSetBack(handOver.offeredAt, now)) return returned(handOver, 'clock-set-back');
  return now < Date.parse(handOver.answerBy) ? [] : returned(handOver, 'not-answered');
}

function returned(
  { handOverId, from, to }: HandOver,
  why: Extract<HandOverEvent, { type: 'hand-over.returned' }>['why'],
): HandOverEvent[] {
  return [{ type: 'hand-over.returned', handOverId, from, to, why }];
}

function notOffered({ state }: HandOver): Refusal {
  const what = state.is === 'accepted' ? 'was accepted already' : 'is no longer offered';
  return refuse(
    'not-offered',
    `This hand-over ${what}. Nothing was changed; open the hand-over again with g h.`,
  );
}
