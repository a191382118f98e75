import type { Projection } from './projection.ts';
import { statement, type Database } from '../open-database.ts';
import type { SafeContact } from '#shared/contact/safe-contact.ts';

/** What is safe on a number, as it was said last. */
export const safeContactsProjection: Projection = {
  name: 'board_safe_contacts',
  version: 1,
  key: 'number',
  ddl: `
    CREATE TABLE board_safe_contacts (
      number TEXT PRIMARY KEY,
      state TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
  apply(db, { at, by, event }) {
    if (event.type !== 'safe-contact.noted') return;
    const { type: _type, incidentId: _incidentId, backEntry: _backEntry, ...said } = event;
    const known: SafeContact = { ...said, notedAt: at, notedBy: by };
    statement(db, 'INSERT OR REPLACE INTO board_safe_contacts (number, state) VALUES (?, ?)').run(
      known.number,
      JSON.stringify(known),
    );
  },
};

export function findSafeContact(db: Database, number: string): SafeContact | null {
  const row = statement(db, 'SELECT state FROM board_safe_contacts WHERE number = ?').get(number);
  return row === undefined ? null : (JSON.parse((row as { state: string }).state) as SafeContact);
}
