import { NOTHING_KEPT, readEvent, type StoredRow } from './read-event.ts';
import { statement, type Database } from '../open-database.ts';
import type { JournalEvent } from '#shared/journal/journal-event.ts';

/**
 * The event under a sequence, as it is read today; null when none can be read there. Like all events here
 * without the words of a protected partition: replay and what-if read decisions.
 */
export function eventAt(db: Database, seq: number): JournalEvent | null {
  const row = statement(db, 'SELECT seq, body FROM journal WHERE seq = ?').get(seq);
  return row === undefined ? null : readable(db, row as StoredRow);
}

export interface StoredEvent {
  readonly seq: number;
  /** As the journal files it. */
  readonly type: string;
  readonly incidentId: string | null;
  /** Null when the stored text cannot be read: somebody changed the file. */
  readonly event: JournalEvent | null;
}

interface Row extends StoredRow {
  readonly type: string;
  readonly incidentId: string | null;
}

/**
 * The events of some types in the order they were written, one after the other. Only those are read as
 * JSON, so a million imported calls beside them cost little. In the order of the table, not of its index: nothing
 * has to be sorted. Write nothing while it runs.
 */
export function* storedEvents(
  db: Database,
  types: readonly JournalEvent['type'][],
): IterableIterator<StoredEvent> {
  const rows = statement(
    db,
    `SELECT seq, type, incident_id AS incidentId, body FROM journal
     WHERE +type IN (SELECT value FROM json_each(?)) ORDER BY seq`,
  ).iterate(JSON.stringify(types)) as IterableIterator<Row>;
  for (const { seq, type, incidentId, body } of rows)
    yield { seq, type, incidentId, event: readable(db, { seq, body }) };
}

function readable(db: Database, row: StoredRow): JournalEvent | null {
  try {
    return readEvent(db, row, NOTHING_KEPT);
  } catch {
    return null;
  }
}

/** The last dispatch notes of an incident, oldest first. Others are not even read. */
export function dispatchNotes(
  db: Database,
  incidentId: string,
  last: number,
): { readonly at: string; readonly text: string }[] {
  const rows = statement(
    db,
    `SELECT at, json_extract(body, '$.text') AS text FROM journal
     WHERE incident_id = ? AND +type = 'incident.note-added'
       AND json_extract(body, '$.kind') = 'dispatch'
     ORDER BY seq DESC LIMIT ?`,
  ).all(incidentId, last);
  return (rows as { at: string; text: string }[]).reverse();
}
