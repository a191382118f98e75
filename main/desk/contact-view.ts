import type { NameOf } from './incident-row.ts';
import { dayAndTime } from './local-moment.ts';
import type { WordsFor } from './partition/words-for.ts';
import { safeOn } from './safe-contacts.ts';
import {
  contactsOfIncident,
  contactsToWatch,
  findContact,
  shownContacts,
} from '#db/board/contacts-projection.ts';
import { incidentNumber } from '#db/board/incidents-projection.ts';
import type { Database } from '#db/open-database.ts';
import type { Announcement } from '#shared/board/board-rows.ts';
import type { ContactLine, ContactRow } from '#shared/board/contact-lines.ts';
import type { TimelineLine } from '#shared/board/incident-view.ts';
import {
  ATTEMPT_LABELS,
  CONTACT_OUTCOME_LABELS,
  contactLabel,
  stateOf,
  WHOM_LABELS,
  type Contact,
} from '#shared/contact/contact.ts';
import { SAID_BY_LABELS } from '#shared/contact/elsewhere.ts';
import { CHANNEL_LABELS } from '#shared/outcomes/go-to.ts';
import type { ContactEvent } from '#shared/contact/contact-events.ts';
import { mayAnswerOn, messageSafeOn } from '#shared/contact/safe-contact.ts';
import { watchContact } from '#shared/contact/decide-contact.ts';
import type { Incident } from '#shared/incident/incident.ts';
import type { JournalEvent } from '#shared/journal/journal-event.ts';
import type { AsRead } from '#shared/partition/event-partitions.ts';
import { isKept, type Kept } from '#shared/partition/partition.ts';

export interface ContactSources {
  readonly db: Database;
  readonly nameOf: NameOf;
}

/** Who owes a call and when, for every board: no number, no reason. */
export function contactRow({ db, nameOf }: ContactSources, contact: Contact): ContactRow {
  const { contactId, incidentId, owner, promisedAt, due, attempts } = contact;
  return {
    contactId,
    incidentId,
    incidentNumber: incidentNumber(db, incidentId) ?? 0,
    label: contactLabel(contact),
    owner,
    ownerName: nameOf(owner),
    state: stateOf(contact),
    promisedAt,
    due,
    attempts: attempts.length,
  };
}

/** With what is needed to call. Text that is kept apart from a reader is cut out here (invariant 12). */
export function contactLine(
  sources: ContactSources,
  contact: Contact,
  words: WordsFor,
): ContactLine {
  const { whom, number, reason, attempts } = contact;
  const safe = safeOn(sources.db, number);
  // Shown as it may be used: the stricter of the two.
  const message = messageSafeOn(contact.message, safe);
  const mayAnswer = mayAnswerOn(contact.mayAnswer, safe);
  return {
    ...contactRow(sources, contact),
    whom,
    number,
    message,
    mayAnswer,
    safe: safe && { ...safe, notedByName: sources.nameOf(safe.notedBy) },
    reason: words(reason),
    tried: attempts.map(({ result, note, at, by }) => {
      return { result, note: words(note), at, byName: sources.nameOf(by) };
    }),
  };
}

export function shownContactRows(sources: ContactSources): ContactRow[] {
  return shownContacts(sources.db).map((contact) => contactRow(sources, contact));
}

/** The row of a contact that some entry touched; null when no board shows it now. */
export function shownContactRow(sources: ContactSources, contactId: string): ContactRow | null {
  const contact = findContact(sources.db, contactId);
  if (contact === null || contact.ended !== null) return null;
  const shown = contact.kind === 'callback' || contact.dueAt !== null;
  return shown ? contactRow(sources, contact) : null;
}

/** What the watch writes about promised contacts at `now` (milliseconds). */
export function overdueContacts(db: Database, now: number): ContactEvent[] {
  return contactsToWatch(db, new Date(now).toISOString()).flatMap((contact) =>
    watchContact(contact, now),
  );
}

/** Why a person has to look at the incident: somebody waits for a promised call; null for nobody. */
export function contactAttention(db: Database, { incidentId }: Incident): string | null {
  const late = contactsOfIncident(db, incidentId).find((contact) => stateOf(contact) === 'late');
  return late === undefined ? null : `${contactLabel(late)} late`;
}

export function isOfContact(event: JournalEvent): event is AsRead<ContactEvent> {
  return event.type.startsWith('contact.');
}

/** A contact's event as the timeline says it to whoever the entry was read for. */
export function sayContact(
  event: AsRead<ContactEvent>,
  nameOf: NameOf,
  timeZone: string,
): Pick<TimelineLine, 'text' | 'kind'> {
  const words = (text: string | Kept) => (text === '' || isKept(text) ? '' : ` — ${text}`);
  switch (event.type) {
    case 'contact.promised': {
      const when = dayAndTime(event.due.from, timeZone);
      const what = `${contactLabel(event)} promised to ${WHOM_LABELS[event.whom]} for ${when}`;
      return { kind: 'phone', text: `${what}${words(event.reason)}` };
    }
    case 'contact.owner-changed':
      return {
        kind: 'phone',
        text: `${nameOf(event.owner)} makes the promised call instead of ${nameOf(event.from)}`,
      };
    case 'contact.fell-due':
      return event.why === 'time'
        ? { kind: 'phone', text: 'The promised call is due' }
        : {
            kind: 'alert',
            text: 'The clock of the PC was set back: the promised call is due now',
          };
    case 'contact.went-late':
      return { kind: 'alert', text: 'The promised call is late' };
    case 'contact.attempted': {
      const again = event.due === null ? '' : `, again at ${dayAndTime(event.due.from, timeZone)}`;
      const what = `Promised call: ${ATTEMPT_LABELS[event.result].toLowerCase()}${again}`;
      return { kind: 'phone', text: `${what}${words(event.note)}` };
    }
    case 'contact.went-elsewhere': {
      const { on, channel, saidBy, planUsed } = event;
      const plan = planUsed === null ? '' : `, ${planUsed ? 'as' : 'not as'} agreed for next time`;
      const door = CHANNEL_LABELS[channel];
      const text = `Instead of 911 on ${on}: ${door}${plan}, says ${SAID_BY_LABELS[saidBy]}`;
      return { kind: 'phone', text };
    }
    case 'contact.ended': {
      const how = CONTACT_OUTCOME_LABELS[event.outcome].toLowerCase();
      return { kind: 'phone', text: `Promised call: ${how}${words(event.note)}` };
    }
  }
}

/** Said aloud and shown once. No number and no reason: it may be said where the screen is veiled. */
export function announceContact(event: JournalEvent, sources: ContactSources): Announcement[] {
  if (event.type !== 'contact.fell-due' && event.type !== 'contact.went-late') return [];
  const contact = findContact(sources.db, event.contactId);
  if (contact === null) return [];
  const { label, incidentNumber: number, ownerName } = contactRow(sources, contact);
  const late = event.type === 'contact.went-late';
  // One that went late at once was said to be late; due as well would be said twice.
  if (!late && contact.lateAt !== null) return [];
  const text = `${label} of incident ${number} is ${late ? 'late' : 'due'}: ${ownerName}.`;
  return [{ text, sound: late ? 'alert' : null }];
}
