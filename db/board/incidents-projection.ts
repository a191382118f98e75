import type { Projection } from './projection.ts';
import { statement, type Database } from '../open-database.ts';
import { evolveIncident, type IncidentEvent } from '#shared/incident/incident-events.ts';
import type { Incident } from '#shared/incident/incident.ts';
import { incidentOf, type JournalEvent } from '#shared/journal/journal-event.ts';
import { isOfUnitOn, type UnitOnIncidentEvent } from '#shared/unit/unit-events.ts';

/**
 * Incidents as the domain folds them; the open ones under an index of their own. A rowid table: in a
 * WITHOUT ROWID one a state of some kilobytes spills into overflow pages at every change.
 */
export const incidentsProjection: Projection = {
  name: 'board_incidents',
  version: 4,
  key: 'incident_id',
  ddl: `
    CREATE TABLE board_incidents (
      incident_id TEXT PRIMARY KEY,
      number INTEGER NOT NULL,
      open INTEGER NOT NULL,
      address TEXT NOT NULL,
      callback TEXT NOT NULL,
      state TEXT NOT NULL
    ) STRICT;
    CREATE INDEX board_incidents_open ON board_incidents (incident_id) WHERE open = 1;
    CREATE INDEX board_incidents_number ON board_incidents (number);
  `,
  apply(db, { at, by, event }) {
    const incidentId = incidentOf(event);
    if (incidentId === null || !concernsIncident(event)) return;
    const before = event.type === 'incident.opened' ? null : findIncident(db, incidentId);
    const incident = evolveIncident(before, event, { at, by });
    if (incident === null || incident === before) return;
    statement(
      db,
      `INSERT INTO board_incidents (incident_id, number, open, address, callback, state)
       VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (incident_id) DO UPDATE SET open = excluded.open, address = excluded.address,
         callback = excluded.callback, state = excluded.state`,
    ).run(
      incidentId,
      incident.number,
      incident.closed === null ? 1 : 0,
      incident.place.address,
      incident.callback ?? '',
      JSON.stringify(incident),
    );
  },
};

function concernsIncident(event: JournalEvent): event is IncidentEvent | UnitOnIncidentEvent {
  return (
    event.type.startsWith('incident.') || event.type.startsWith('phone.') || isOfUnitOn(event.type)
  );
}

export function findIncident(db: Database, incidentId: string): Incident | null {
  const row = statement(db, 'SELECT state FROM board_incidents WHERE incident_id = ?').get(
    incidentId,
  );
  return stateOf(row);
}

export function findIncidentByNumber(db: Database, number: number): Incident | null {
  return stateOf(statement(db, 'SELECT state FROM board_incidents WHERE number = ?').get(number));
}

export function openIncidents(db: Database): Incident[] {
  const rows = statement(db, 'SELECT state FROM board_incidents WHERE open = 1').all();
  return rows.map((row) => stateOf(row) as Incident);
}

export function incidentNumber(db: Database, incidentId: string): number | null {
  const row = statement(db, 'SELECT number FROM board_incidents WHERE incident_id = ?').get(
    incidentId,
  );
  return (row as { number: number } | undefined)?.number ?? null;
}

/** Incidents, open or closed, by part of the address or the callback number, newest first. */
export function searchIncidents(db: Database, text: string, limit: number): Incident[] {
  const like = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  const rows = statement(
    db,
    `SELECT state FROM board_incidents
     WHERE address LIKE ? ESCAPE '\\' OR callback LIKE ? ESCAPE '\\'
     ORDER BY number DESC LIMIT ?`,
  ).all(like, like, limit);
  return rows.map((row) => stateOf(row) as Incident);
}

function stateOf(row: unknown): Incident | null {
  return row === undefined ? null : (JSON.parse((row as { state: string }).state) as Incident);
}
