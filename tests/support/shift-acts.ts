import type { DeskAtWork } from './desk-at-work.ts';
import { openContacts } from '#db/board/contacts-projection.ts';
import { standingHandOvers } from '#db/board/hand-overs-projection.ts';
import type { ShiftSheet } from '#shared/board/hand-over-sheet.ts';
import { ATTEMPTS, CONTACT_OUTCOMES, FOLLOW_UPS } from '#shared/contact/contact.ts';
import type { Topic } from '#shared/contract/console-contract.ts';
import type { Incident } from '#shared/incident/incident.ts';

/** What a random hand does with promised calls and with its own shift. */
export const SHIFT_ACTS = [
  'promise',
  'attempt',
  'end-contact',
  'take-contact',
  'offer-shift',
  'offer-shift',
  'accept-shift',
  'accept-shift',
  'decline-shift',
  'withdraw-shift',
  'leave',
] as const;
export type ShiftAct = (typeof SHIFT_ACTS)[number];

export function isShiftAct(act: string): act is ShiftAct {
  return (SHIFT_ACTS as readonly string[]).includes(act);
}

const PEOPLE = ['Dana', 'Theo', 'Cleo', 'Imani', 'Sam', 'Pat'];

/** The command of such an act and who gives it; null when there is nothing on the board to do it to. */
export function shiftAct(
  act: ShiftAct,
  atWork: DeskAtWork,
  incident: Incident | null,
  [a, b, c]: readonly [number, number, number],
  marker: string,
): readonly [topic: Topic, input: unknown, name: string] | null {
  const { db } = atWork.desk;
  const someone = PEOPLE[c % PEOPLE.length]!;
  const nameOf = (id: string) => PEOPLE.find((name) => atWork.idOf(name) === id) ?? 'Sam';
  const contacts = openContacts(db, 100);
  const contact = contacts[a % Math.max(1, contacts.length)];
  const offers = standingHandOvers(db).filter(({ state }) => state.is === 'offered');
  const offer = offers[a % Math.max(1, offers.length)];
  switch (act) {
    case 'promise': {
      if (incident === null) return null;
      const promised =
        b % 2 === 0
          ? { kind: 'callback', minutes: 1 + (a % 60) }
          : { kind: 'follow-up', after: FOLLOW_UPS[a % FOLLOW_UPS.length] };
      const clinical = c % 3 === 0;
      const reason = clinical && marker !== '' ? marker : 'Tell her which team comes.';
      const rest = { whom: 'caller', number: '312-555-0100', message: 'no', reason };
      const name = clinical ? 'Cleo' : 'Dana';
      return ['contact.promise', { incidentId: incident.incidentId, promised, ...rest }, name];
    }
    case 'attempt': {
      const result = ATTEMPTS[b % ATTEMPTS.length];
      const againMinutes = c % 2 === 0 ? null : 10;
      const tried = { contactId: contact?.contactId, result, note: marker, againMinutes };
      return contact === undefined ? null : ['contact.attempt', tried, 'Cleo'];
    }
    case 'end-contact': {
      const outcome = CONTACT_OUTCOMES[b % CONTACT_OUTCOMES.length];
      const ended = { contactId: contact?.contactId, outcome, note: marker || 'Came herself.' };
      return contact === undefined ? null : ['contact.end', ended, 'Imani'];
    }
    case 'take-contact':
      return contact === undefined
        ? null
        : ['contact.take', { contactId: contact.contactId }, someone];
    case 'offer-shift': {
      // As a rule somebody who has something to give.
      const from = incident === null || c % 4 === 0 ? someone : nameOf(incident.owner);
      const remark = from === 'Cleo' ? marker : '';
      const to = atWork.idOf(PEOPLE[b % PEOPLE.length]!);
      return ['hand-over.offer', { to, remark }, from];
    }
    case 'accept-shift': {
      if (offer === undefined) return null;
      const { handOverId } = offer;
      const to = nameOf(offer.to);
      const read = atWork.desk.answer('hand-over.sheet', { handOverId }, atWork.as(to));
      const seen = read.ok ? (read.value as ShiftSheet).signed : [];
      // As a rule what was read; now and then blindly, or at the console of who goes.
      const blind = b % 5 === 0 ? seen.slice(1) : seen;
      const input = { handOverId, seen: blind, passphrase: b % 3 === 0 ? '' : null };
      return ['hand-over.accept', input, b % 3 === 0 ? nameOf(offer.from) : to];
    }
    case 'decline-shift':
      return offer === undefined
        ? null
        : [
            'hand-over.decline',
            { handOverId: offer.handOverId, reason: 'On the radio.' },
            nameOf(offer.to),
          ];
    case 'withdraw-shift':
      return offer === undefined
        ? null
        : ['hand-over.withdraw', { handOverId: offer.handOverId }, nameOf(offer.from)];
    case 'leave':
      return [
        'operator.sign-off',
        { anyway: b % 2 === 0 },
        incident === null || c % 2 === 0 ? someone : nameOf(incident.owner),
      ];
  }
}
