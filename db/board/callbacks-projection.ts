import type { Projection } from './projection.ts';
import { statement, type Database } from '../open-database.ts';
import { happenedAt } from '#shared/journal/back-entry.ts';
import type { IncidentId } from '#shared/lib/brand.ts';

/** A number as it is looked up: its last ten digits, however it was written. Whoever asks compares exactly. */
const DIGITS = 10;
/** Fewer digits are a service or an extension, and lead to nobody. */
const FEWEST = 7;

/** Incidents by the number to call back, to find those that came from one number. */
export const callbacksProjection: Projection = {
  name: 'board_callbacks',
  version: 1,
  key: 'incident_id',
  ddl: `
    CREATE TABLE board_callbacks (
      incident_id TEXT PRIMARY KEY,
      digits TEXT NOT NULL,
      opened_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX board_callbacks_digits ON board_callbacks (digits, opened_at);
  `,
  apply(db, entry) {
    const { event } = entry;
    if (event.type !== 'incident.opened' && event.type !== 'incident.place-set') return;
    const { incidentId } = event;
    const digits = digitsOf(event.callback ?? '');
    if (digits.length < FEWEST)
      statement(db, 'DELETE FROM board_callbacks WHERE incident_id = ?').run(incidentId);
    else
      statement(
        db,
        `INSERT INTO board_callbacks (incident_id, digits, opened_at) VALUES (?, ?, ?)
         ON CONFLICT (incident_id) DO UPDATE SET digits = excluded.digits
         WHERE digits <> excluded.digits`,
      ).run(incidentId, digits, happenedAt(entry));
  },
};

function digitsOf(number: string): string {
  return number.replace(/\D/gu, '').slice(-DIGITS);
}

/** Incidents called back at a number that ends alike, the latest first. */
export function incidentsFrom(db: Database, number: string, limit: number): IncidentId[] {
  const rows = statement(
    db,
    `SELECT incident_id AS id FROM board_callbacks WHERE digits = ?
     ORDER BY opened_at DESC LIMIT ?`,
  ).all(digitsOf(number), limit) as { id: IncidentId }[];
  return rows.map(({ id }) => id);
}
