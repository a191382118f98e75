import type { Projection } from './projection.ts';
import { statement, type Database } from '../open-database.ts';
import { evolveContact, type ContactEvent } from '#shared/contact/contact-events.ts';
import type { Contact } from '#shared/contact/contact.ts';
import type { JournalEvent } from '#shared/journal/journal-event.ts';
import type { AsRead } from '#shared/partition/event-partitions.ts';

/**
 * Promised contacts by when somebody next has to look: `next_at` is when an open one falls due, then when
 * it goes late, then empty. The watch and the board read only open ones, so they do not grow with history.
 */
export const contactsProjection: Projection = {
  name: 'board_contacts',
  version: 3,
  key: 'contact_id',
  ddl: `
    CREATE TABLE board_contacts (
      contact_id TEXT PRIMARY KEY,
      incident_id TEXT NOT NULL,
      open INTEGER NOT NULL,
      owner TEXT NOT NULL,
      promised_at TEXT NOT NULL,
      due_from TEXT NOT NULL,
      next_at TEXT NOT NULL,
      shown INTEGER NOT NULL,
      first_due TEXT NOT NULL,
      state TEXT NOT NULL
    ) STRICT;
    CREATE INDEX board_contacts_next ON board_contacts (next_at) WHERE open = 1 AND next_at <> '';
    CREATE INDEX board_contacts_coming ON board_contacts (promised_at)
      WHERE open = 1 AND next_at <> '';
    CREATE INDEX board_contacts_incident ON board_contacts (incident_id) WHERE open = 1;
    CREATE INDEX board_contacts_owner ON board_contacts (owner) WHERE open = 1;
    CREATE INDEX board_contacts_shown ON board_contacts (due_from) WHERE open = 1 AND shown = 1;
    CREATE INDEX board_contacts_open ON board_contacts (next_at <> '', due_from) WHERE open = 1;
    CREATE INDEX board_contacts_first_due ON board_contacts (first_due) WHERE first_due <> '';
  `,
  apply(db, { at, by, event }) {
    if (!isOfContact(event)) return;
    const contact = evolveContact(findContact(db, event.contactId), event, { at, by });
    if (contact === null) return;
    const { contactId, incidentId, owner, promisedAt, due, dueAt, lateAt, ended, kind } = contact;
    const firstDue = kind === 'follow-up' ? contact.firstDue.from : '';
    statement(
      db,
      `INSERT INTO board_contacts
         (contact_id, incident_id, open, owner, promised_at, due_from, next_at, shown, first_due,
          state)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (contact_id) DO UPDATE SET open = excluded.open, owner = excluded.owner,
         promised_at = excluded.promised_at, due_from = excluded.due_from,
         next_at = excluded.next_at, shown = excluded.shown, state = excluded.state`,
    ).run(
      contactId,
      incidentId,
      ended === null ? 1 : 0,
      owner,
      promisedAt,
      due.from,
      lateAt !== null ? '' : dueAt !== null ? due.by : due.from,
      kind === 'callback' || dueAt !== null ? 1 : 0,
      firstDue,
      JSON.stringify(contact),
    );
  },
};

function isOfContact(event: JournalEvent): event is AsRead<ContactEvent> {
  return event.type.startsWith('contact.');
}

export function findContact(db: Database, contactId: string): Contact | null {
  const row = statement(db, 'SELECT state FROM board_contacts WHERE contact_id = ?').get(contactId);
  return row === undefined ? null : stateOf(row);
}

/** Those the watch has to look at: a time has come, or the promise lies ahead of the clock. */
export function contactsToWatch(db: Database, now: string): Contact[] {
  return [
    ...statement(
      db,
      `SELECT state FROM board_contacts WHERE open = 1 AND next_at <> '' AND next_at <= ?
       ORDER BY next_at, contact_id`,
    ).all(now),
    ...statement(
      db,
      `SELECT state FROM board_contacts
       WHERE open = 1 AND next_at <> '' AND promised_at > ? AND next_at > ?
       ORDER BY promised_at, contact_id`,
    ).all(now, now),
  ].map(stateOf);
}

/** Open ones of one incident, the next first. */
export function contactsOfIncident(db: Database, incidentId: string): Contact[] {
  return statement(
    db,
    'SELECT state FROM board_contacts WHERE open = 1 AND incident_id = ? ORDER BY due_from, contact_id',
  )
    .all(incidentId)
    .map(stateOf);
}

/** Open ones of one person, the next first. */
export function contactsOwnedBy(db: Database, owner: string): Contact[] {
  return statement(
    db,
    'SELECT state FROM board_contacts WHERE open = 1 AND owner = ? ORDER BY due_from, contact_id',
  )
    .all(owner)
    .map(stateOf);
}

/** What every board shows: each callback, and each follow-up that is due. */
export function shownContacts(db: Database): Contact[] {
  return statement(
    db,
    'SELECT state FROM board_contacts WHERE open = 1 AND shown = 1 ORDER BY due_from, contact_id',
  )
    .all()
    .map(stateOf);
}

/** Open ones: those that are late on top, then the next first. */
export function openContacts(db: Database, limit: number): Contact[] {
  return statement(
    db,
    `SELECT state FROM board_contacts WHERE open = 1
     ORDER BY next_at <> '', due_from, contact_id LIMIT ?`,
  )
    .all(limit)
    .map(stateOf);
}

/** Follow-ups that were first due from one instant up to and without another, whatever became of them. */
export function followUpsDueIn(db: Database, from: string, until: string): Contact[] {
  return statement(
    db,
    `SELECT state FROM board_contacts WHERE first_due <> '' AND first_due >= ? AND first_due < ?
     ORDER BY first_due, contact_id`,
  )
    .all(from, until)
    .map(stateOf);
}

export function countOpenContacts(db: Database): number {
  const row = statement(db, 'SELECT COUNT(*) AS open FROM board_contacts WHERE open = 1').get();
  return (row as { open: number }).open;
}

function stateOf(row: unknown): Contact {
  return JSON.parse((row as { state: string }).state) as Contact;
}
