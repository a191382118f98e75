import type { Announcement } from '#shared/board/board-rows.ts';
import type { TimelineLine } from '#shared/board/incident-view.ts';
import type { OfferRow, OfferView } from '#shared/board/offer-lines.ts';
import type { Incident } from '#shared/incident/incident.ts';
import type { JournalEvent } from '#shared/journal/journal-event.ts';
import { fallbackAt, to988At } from '#shared/phone/offer.ts';
import type { AskedBecause } from '#shared/phone/who-is-asked.ts';
import { phoneDeskOf } from '#shared/policy/phone-desk.ts';
import type { Policy } from '#shared/policy/policy.ts';

/** Who is asked to take the call; null unless it waits for a clinician. */
export function offerRow({ phone }: Incident, policy: Policy): OfferRow | null {
  if (phone.state !== 'offered') return null;
  const { asked, since, passed } = phone;
  const one = asked.who === 'one' ? asked : null;
  return {
    asks: asked.who,
    clinician: one?.clinician ?? null,
    from: asked.who === 'nobody' ? since : asked.from,
    until: one?.until ?? fallbackAt(phone, policy) ?? to988At(phone, policy),
    declined: passed.filter(({ how }) => how === 'declined').map(({ clinician }) => clinician),
  };
}

/** What follows when nobody takes it, and what was to be sent when nobody did. */
export function offerView({ phone }: Incident, policy: Policy): OfferView | null {
  if (phone.state !== 'offered' && phone.state !== 'untaken') return null;
  const desk = phoneDeskOf(policy);
  const id = phone.state === 'untaken' ? phone.fallback : desk.fallback;
  return {
    to988At: phone.state === 'offered' ? to988At(phone, policy) : phone.since,
    fallbackAt: phone.state === 'offered' ? fallbackAt(phone, policy) : null,
    fallback: { id, label: policy.responses.find((each) => each.id === id)?.label ?? id },
    dial988: desk.receivers.find(({ kind }) => kind === '988')?.dial ?? null,
  };
}

const BECAUSE: Readonly<Record<AskedBecause, string>> = {
  'only-one': 'the only one ready with room for a call',
  language: 'speaks the language that is needed',
  'longest-free': 'ready for longest without a call',
  'fewest-calls': 'has the fewest calls',
};

/** The steps of an offer in the timeline of an incident; null for other events. */
export function sayOffer(
  event: JournalEvent,
  nameOf: (operatorId: string) => string,
): Pick<TimelineLine, 'text' | 'kind'> | null {
  switch (event.type) {
    case 'phone.offered':
      return {
        kind: 'phone',
        text: `Offered to ${nameOf(event.clinician)}: ${BECAUSE[event.because]}`,
      };
    case 'phone.declined':
      return { kind: 'phone', text: `${nameOf(event.clinician)} said no: ${event.reason}` };
    case 'phone.offer-passed': {
      const how = event.why === 'left' ? 'is not there any more' : 'did not answer in time';
      return { kind: 'phone', text: `${nameOf(event.clinician)} ${how}` };
    }
    case 'phone.rang-all':
      return {
        kind: 'alert',
        text:
          event.ready.length === 0
            ? 'No clinician is ready who could be asked'
            : `Rings at everybody who is ready: ${event.ready.map(nameOf).join(', ')}`,
      };
    case 'phone.fell-to-988':
      return { kind: 'alert', text: 'No clinician took it: hand it to 988' };
    case 'phone.taken-by-988':
      return { kind: 'phone', text: '988 took the call' };
    case 'phone.fell-back':
      return { kind: 'alert', text: event.why };
    default:
      return null;
  }
}

/** What is said aloud of an offer, and to whom; `about` names the incident. */
export function announceOffer(
  event: JournalEvent,
  about: (incidentId: string) => string,
): Announcement[] {
  switch (event.type) {
    case 'phone.offered': {
      const text = `${about(event.incidentId)} is offered to you: it stands on top of your list.`;
      return [{ text, sound: 'new-call', to: [event.clinician] }];
    }
    case 'phone.rang-all': {
      const at = about(event.incidentId);
      const { ready } = event;
      if (ready.length === 0)
        return [{ text: `${at} waits, and no clinician is ready.`, sound: 'alert' }];
      const text = `${at} rings at everybody who is ready. Enter takes it.`;
      return [{ text, sound: 'new-call', to: ready }];
    }
    case 'phone.fell-to-988':
      return [
        {
          text: `${about(event.incidentId)}: no clinician took it. Hand it to 988.`,
          sound: 'alert',
        },
      ];
    case 'phone.fell-back':
      return [{ text: `${about(event.incidentId)}: ${event.why}. Decide again.`, sound: 'alert' }];
    case 'operator.availability-changed':
      return event.availability === 'ready' && event.why === 'time'
        ? [
            {
              text: 'Writing up is over: calls are offered to you again.',
              sound: null,
              to: [event.operatorId],
            },
          ]
        : [];
    default:
      return [];
  }
}
