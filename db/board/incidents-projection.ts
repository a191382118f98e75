import { KnownStates } from './known-states.ts';
import type { Projection } from './projection.ts';
import { statement, type Database } from '../open-database.ts';
import {
  evolveIncident,
  type CallerEvent,
  type IncidentEvent,
} from '#shared/incident/incident-events.ts';
import type { Incident } from '#shared/incident/incident.ts';
import { happenedAt } from '#shared/journal/back-entry.ts';
import { incidentOf, type JournalEvent } from '#shared/journal/journal-event.ts';
import type { AsRead } from '#shared/partition/event-partitions.ts';
import { isOfMonitor, type MonitorEvent } from '#shared/phone/monitor-events.ts';
import { isOfUnitOn, type UnitOnIncidentEvent } from '#shared/unit/unit-events.ts';

const states = new KnownStates<Incident>(({ closed }) => closed !== null);

/** Bytes a state may have for three rows to fit into a page of 8 KiB with their other columns, and for one. */
const ROOMS = [2_500, 7_800];

/**
 * Incidents as the domain folds them; the open ones under an index of their own. A rowid table: in a
 * WITHOUT ROWID one a state of some kilobytes spills into overflow pages at every change. `room` is what an open one may
 * still grow by where it stands: without it a row that gets longer pushes its neighbours from page to page with
 * every answer, four pages to write instead of one.
 */
export const incidentsProjection: Projection = {
  name: 'board_incidents',
  version: 11,
  key: 'incident_id',
  ddl: `
    CREATE TABLE board_incidents (
      incident_id TEXT PRIMARY KEY,
      number INTEGER NOT NULL,
      open INTEGER NOT NULL,
      address TEXT NOT NULL,
      callback TEXT NOT NULL,
      state TEXT NOT NULL,
      room BLOB NOT NULL
    ) STRICT;
    CREATE INDEX board_incidents_open ON board_incidents (incident_id) WHERE open = 1;
    CREATE INDEX board_incidents_number ON board_incidents (number);
  `,
  apply(db, entry) {
    const { by, event } = entry;
    const incidentId = incidentOf(event);
    if (incidentId === null || !concernsIncident(event)) return;
    const before = event.type === 'incident.opened' ? null : findIncident(db, incidentId);
    const incident = evolveIncident(before, event, { at: happenedAt(entry), by });
    if (incident === null || incident === before) return;
    const open = incident.closed === null ? 1 : 0;
    const { address } = incident.place;
    const callback = incident.callback ?? '';
    const state = states.write(db, incidentId, incident);
    const room = open === 1 ? roomFor(state.length) : 0;
    if (before === null)
      statement(
        db,
        `INSERT INTO board_incidents (incident_id, number, open, address, callback, state, room)
         VALUES (?, ?, ?, ?, ?, ?, zeroblob(?))`,
      ).run(incidentId, incident.number, open, address, callback, state, room);
    else if ((before.closed === null) === (incident.closed === null))
      // Setting a column writes the pages of its indexes anew, also to what it was.
      statement(
        db,
        `UPDATE board_incidents SET address = ?, callback = ?, state = ?, room = zeroblob(?)
         WHERE incident_id = ?`,
      ).run(address, callback, state, room, incidentId);
    else
      statement(
        db,
        `UPDATE board_incidents SET open = ?, address = ?, callback = ?, state = ?, room = zeroblob(?)
         WHERE incident_id = ?`,
      ).run(open, address, callback, state, room, incidentId);
  },
};

/** Most calls that end early stay small, and three of them share a page. */
function roomFor(length: number): number {
  const fits = ROOMS.find((room) => length <= room) ?? length;
  return fits - length;
}

function concernsIncident(
  event: JournalEvent,
): event is AsRead<IncidentEvent> | CallerEvent | MonitorEvent | UnitOnIncidentEvent {
  return (
    event.type === 'call.joined' ||
    event.type === 'call.parted' ||
    event.type.startsWith('incident.') ||
    event.type.startsWith('phone.') ||
    isOfMonitor(event) ||
    isOfUnitOn(event.type)
  );
}

export function findIncident(db: Database, incidentId: string): Incident | null {
  const found = states.found(db, incidentId);
  if (found !== null) return found;
  const row = statement(
    db,
    'SELECT incident_id AS id, state FROM board_incidents WHERE incident_id = ?',
  ).get(incidentId);
  return stateOf(db, row);
}

export function findIncidentByNumber(db: Database, number: number): Incident | null {
  const row = statement(
    db,
    'SELECT incident_id AS id, state FROM board_incidents WHERE number = ?',
  ).get(number);
  return stateOf(db, row);
}

export function openIncidents(db: Database): Incident[] {
  const rows = statement(
    db,
    'SELECT incident_id AS id, state FROM board_incidents WHERE open = 1',
  ).all();
  return rows.map((row) => stateOf(db, row) as Incident);
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
    `SELECT incident_id AS id, state FROM board_incidents
     WHERE address LIKE ? ESCAPE '\\' OR callback LIKE ? ESCAPE '\\'
     ORDER BY number DESC LIMIT ?`,
  ).all(like, like, limit);
  return rows.map((row) => stateOf(db, row) as Incident);
}

function stateOf(db: Database, row: unknown): Incident | null {
  if (row === undefined) return null;
  const { id, state } = row as { id: string; state: string };
  return states.read(db, id, state);
}

/** Every incident there ever was, one after the other. For reports, never for a screen. */
export function* incidentStates(db: Database): Generator<Incident> {
  for (const row of db.prepare('SELECT state FROM board_incidents ORDER BY incident_id').iterate())
    yield JSON.parse((row as { state: string }).state) as Incident;
}
