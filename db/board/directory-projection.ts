import type { Projection } from './projection.ts';
import { statement, type Database } from '../open-database.ts';
import {
  evolveDirectories,
  evolveNotes,
  NO_DIRECTORIES,
  type Directories,
  type DirectoryEvent,
  type ServiceEvent,
} from '#shared/directory/directory-events.ts';
import type { ServiceNotes } from '#shared/directory/service.ts';
import type { JournalEvent } from '#shared/journal/journal-event.ts';
import type { ServiceId } from '#shared/lib/brand.ts';

/** Which directory is in force: one row, and none of its content. */
export const directoryProjection: Projection = {
  name: 'board_directory',
  version: 1,
  key: 'name',
  ddl: `CREATE TABLE board_directory (name TEXT PRIMARY KEY, state TEXT NOT NULL) STRICT;`,
  apply(db, { at, by, event }) {
    if (!isOfDirectory(event)) return;
    const state = evolveDirectories(directories(db), event, { at, by });
    statement(
      db,
      `INSERT INTO board_directory (name, state) VALUES ('kept', ?)
       ON CONFLICT (name) DO UPDATE SET state = excluded.state`,
    ).run(JSON.stringify(state));
  },
};

/** What this center found out about services, by the id they have in every directory. */
export const serviceNotesProjection: Projection = {
  name: 'board_service_notes',
  version: 1,
  key: 'service_id',
  ddl: `CREATE TABLE board_service_notes (service_id TEXT PRIMARY KEY, state TEXT NOT NULL) STRICT;`,
  apply(db, { at, event }) {
    if (!isOfService(event)) return;
    const notes = evolveNotes(notesOf(db, event.serviceId), event, { at });
    statement(
      db,
      `INSERT INTO board_service_notes (service_id, state) VALUES (?, ?)
       ON CONFLICT (service_id) DO UPDATE SET state = excluded.state`,
    ).run(event.serviceId, JSON.stringify(notes));
  },
};

function isOfDirectory(event: JournalEvent): event is DirectoryEvent {
  return event.type.startsWith('directory.');
}

function isOfService(event: JournalEvent): event is ServiceEvent {
  return event.type.startsWith('service.');
}

export function directories(db: Database): Directories {
  const row = statement(db, "SELECT state FROM board_directory WHERE name = 'kept'").get();
  return row === undefined
    ? NO_DIRECTORIES
    : (JSON.parse((row as { state: string }).state) as Directories);
}

export function notesOf(db: Database, serviceId: ServiceId): ServiceNotes | null {
  const row = statement(db, 'SELECT state FROM board_service_notes WHERE service_id = ?').get(
    serviceId,
  );
  return row === undefined ? null : (JSON.parse((row as { state: string }).state) as ServiceNotes);
}

/** The notes of every service that has any: as many as people asked about. */
export function allNotes(db: Database): Map<string, ServiceNotes> {
  const rows = statement(db, 'SELECT service_id AS id, state FROM board_service_notes').all();
  return new Map(
    (rows as { id: string; state: string }[]).map(({ id, state }) => [
      id,
      JSON.parse(state) as ServiceNotes,
    ]),
  );
}
