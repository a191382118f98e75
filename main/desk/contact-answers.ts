import { done, type Answers } from './answer.ts';
import { contactLine } from './contact-view.ts';
import { operatorOf, type DeskCore } from './desk-core.ts';
import type { Session } from './desk.ts';
import { onIncident } from './on-incident.ts';
import { wordsFor } from './partition/words-for.ts';
import {
  contactsOfIncident,
  countOpenContacts,
  findContact,
  openContacts,
} from '#db/board/contacts-projection.ts';
import type { ContactEvent } from '#shared/contact/contact-events.ts';
import type { Contact } from '#shared/contact/contact.ts';
import {
  attemptContact,
  endContact,
  giveContact,
  promiseContact,
  type ContactContext,
} from '#shared/contact/decide-contact.ts';
import { wentElsewhere } from '#shared/contact/elsewhere.ts';
import type { Parsed } from '#shared/contract/console-contract.ts';
import type { Done } from '#shared/contract/endpoint.ts';
import type { ContactId } from '#shared/lib/brand.ts';
import { isRefusal, refuse, type Refusal } from '#shared/lib/refusal.ts';
import { may } from '#shared/roster/permission.ts';

type ContactTopic =
  | 'contact.promise'
  | 'contact.take'
  | 'contact.attempt'
  | 'contact.went-elsewhere'
  | 'contact.end'
  | 'contact.open';

/** Promised contacts, from the promise to how it ended. */
export function contactAnswers(core: DeskCore): Answers<ContactTopic> {
  const contextOf = (session: Session): ContactContext => {
    const { operatorId: by, role } = operatorOf(session);
    return { by, now: core.now().toISOString(), clinical: may(role, 'read-clinical') };
  };
  const onContact =
    <Input extends { readonly contactId: ContactId }>(
      decide: (contact: Contact, input: Input, context: ContactContext) => ContactEvent[] | Refusal,
    ) =>
    (input: Input, session: Session): Done | Refusal => {
      const context = contextOf(session);
      const outcome = core.commit(context.by, () => {
        const contact = findContact(core.db, input.contactId);
        return contact === null
          ? refuse('no-contact', 'This promised contact does not exist here. Nothing was changed.')
          : decide(contact, input, context);
      });
      return done(core, outcome);
    };

  return {
    'contact.promise': (input, session) => {
      const contactId = core.options.newId() as ContactId;
      const promise = onIncident<typeof input>(core, (incident, draft) =>
        promiseContact(contactId, incident, draft, contextOf(session)),
      );
      const promised = promise(input, session);
      return isRefusal(promised) ? promised : { ...promised, made: contactId };
    },
    'contact.take': onContact((contact, _input, { by, clinical }) =>
      contact.clinical && !clinical ? clinicianOnly() : giveContact(contact, by),
    ),
    'contact.attempt': onContact<Parsed<'contact.attempt'>>(attemptContact),
    'contact.went-elsewhere': onContact<Parsed<'contact.went-elsewhere'>>(
      (contact, { contactId: _contactId, ...went }) =>
        wentElsewhere(contact, went, core.local().date),
    ),
    'contact.end': onContact<Parsed<'contact.end'>>((contact, { outcome, note }, context) =>
      endContact(contact, outcome, note, context),
    ),
    'contact.open': ({ incidentId, lines }, session) => {
      const words = wordsFor(core.db, [operatorOf(session).role]);
      const found =
        incidentId === null
          ? openContacts(core.db, lines)
          : contactsOfIncident(core.db, incidentId).slice(0, lines);
      return {
        lines: found.map((contact) => contactLine(core, contact, words)),
        open: incidentId === null ? countOpenContacts(core.db) : found.length,
      };
    },
  };
}

function clinicianOnly(): Refusal {
  return refuse(
    'clinical-reason',
    'A clinician promised this call for a clinical reason, which you may not read. Nothing was changed; ask a clinician to take it.',
  );
}
