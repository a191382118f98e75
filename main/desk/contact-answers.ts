import { done, type Answers } from './answer.ts';
import { contactLine } from './contact-view.ts';
import { operatorOf, type DeskCore } from './desk-core.ts';
import type { Session } from './desk.ts';
import { onIncident } from './on-incident.ts';
import { wordsFor } from './partition/words-for.ts';
import { numberKey, safeOn } from './safe-contacts.ts';
import {
  contactsOfIncident,
  countOpenContacts,
  findContact,
  openContacts,
} from '#db/board/contacts-projection.ts';
import { followUpTemplates } from '#db/board/follow-up-templates-projection.ts';
import type { contactTopics } from '#shared/contract/contact-topics.ts';
import { setTemplates } from '#shared/contact/follow-up-templates.ts';
import { noteSafeContact } from '#shared/contact/safe-contact.ts';
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

/** Promised contacts, from the promise to how it ended. */
export function contactAnswers(core: DeskCore): Answers<keyof typeof contactTopics> {
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
    'follow-up.templates': () => followUpTemplates(core.db),
    'follow-up.set-templates': ({ templates }, session) =>
      done(
        core,
        core.commit(operatorOf(session).operatorId, () => setTemplates(templates)),
      ),
    'follow-up.promise-set': (input, session) => {
      const promise = onIncident<typeof input>(core, (incident, { template, ...draft }) => {
        const set = followUpTemplates(core.db).find(({ id }) => id === template);
        if (set === undefined)
          return refuse(
            'no-template',
            'This set of follow-ups is not the center’s any more. Nothing was promised; choose another one.',
          );
        const context = contextOf(session);
        const events: ContactEvent[] = [];
        for (const after of set.calls) {
          const contactId = core.options.newId() as ContactId;
          const promised = { kind: 'follow-up', after } as const;
          const one = promiseContact(contactId, incident, { ...draft, promised }, context);
          if (isRefusal(one)) return one;
          events.push(...one);
        }
        return events;
      });
      return promise(input, session);
    },
    'safe-contact.note': (input, session) => {
      const note = onIncident<typeof input>(core, ({ incidentId }, said) => {
        const { incidentId: _here, ...safe } = said;
        return noteSafeContact(incidentId, { ...safe, number: numberKey(safe.number) });
      });
      return note(input, session);
    },
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
    'contact.attempt': onContact<Parsed<'contact.attempt'>>((contact, input, context) =>
      attemptContact(contact, input, context, safeOn(core.db, contact.number)),
    ),
    'contact.went-elsewhere': onContact<Parsed<'contact.went-elsewhere'>>(
      (contact, { contactId: _contactId, ...went }) =>
        wentElsewhere(contact, went, core.local().date),
    ),
    'contact.end': onContact<Parsed<'contact.end'>>((contact, { outcome, note }, context) => {
      const ended = endContact(contact, outcome, note, context);
      if (isRefusal(ended) || outcome !== 'declined') return ended;
      // Who wants no more calls gets none of the others that were promised with it either.
      const others = contactsOfIncident(core.db, contact.incidentId).filter(
        ({ contactId, kind, number }) =>
          contactId !== contact.contactId &&
          kind === 'follow-up' &&
          numberKey(number) === numberKey(contact.number),
      );
      return [
        ...ended,
        ...others.map(({ contactId, incidentId }): ContactEvent => {
          return {
            type: 'contact.ended',
            contactId,
            incidentId,
            outcome,
            note: '',
            clinical: false,
          };
        }),
      ];
    }),
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
