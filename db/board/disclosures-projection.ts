import type { Projection } from './projection.ts';
import { statement, type Database } from '../open-database.ts';
import { awaitsReview, type Disclosure } from '#shared/disclosure/disclosure.ts';
import { evolveDisclosure, type DisclosureEvent } from '#shared/disclosure/disclosure-events.ts';
import type { JournalEvent } from '#shared/journal/journal-event.ts';

/**
 * What left the center, by incident; emergency disclosures also by when they were made. `waits` is 1 until a
 * supervisor has reviewed it, and `watched` until the watch has said that it is overdue.
 */
export const disclosuresProjection: Projection = {
  name: 'board_disclosures',
  version: 1,
  key: 'disclosure_id',
  ddl: `
    CREATE TABLE board_disclosures (
      disclosure_id TEXT PRIMARY KEY,
      incident_id TEXT NOT NULL,
      at TEXT NOT NULL,
      emergency INTEGER NOT NULL,
      waits INTEGER NOT NULL,
      watched INTEGER NOT NULL,
      state TEXT NOT NULL
    ) STRICT;
    CREATE INDEX board_disclosures_incident ON board_disclosures (incident_id);
    CREATE INDEX board_disclosures_emergency ON board_disclosures (waits DESC, at) WHERE emergency = 1;
    CREATE INDEX board_disclosures_watched ON board_disclosures (at) WHERE watched = 1;
  `,
  apply(db, { at, by, event }) {
    if (!isOfDisclosure(event)) return;
    const disclosure = evolveDisclosure(findDisclosure(db, event.disclosureId), event, { at, by });
    if (disclosure === null) return;
    const { disclosureId, incidentId, emergency, overdueAt } = disclosure;
    const waits = awaitsReview(disclosure);
    statement(
      db,
      `INSERT INTO board_disclosures
         (disclosure_id, incident_id, at, emergency, waits, watched, state)
       VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (disclosure_id) DO UPDATE SET waits = excluded.waits, watched = excluded.watched,
         state = excluded.state`,
    ).run(
      disclosureId,
      incidentId,
      disclosure.at,
      emergency === null ? 0 : 1,
      waits ? 1 : 0,
      waits && overdueAt === null ? 1 : 0,
      JSON.stringify(disclosure),
    );
  },
};

export function isOfDisclosure(event: JournalEvent): event is DisclosureEvent {
  return event.type.startsWith('disclosure.');
}

export function findDisclosure(db: Database, disclosureId: string): Disclosure | null {
  const row = statement(db, 'SELECT state FROM board_disclosures WHERE disclosure_id = ?').get(
    disclosureId,
  );
  return row === undefined ? null : stateOf(row);
}

/** Everything that went of an incident, in the order it went. */
export function disclosuresOfIncident(db: Database, incidentId: string): Disclosure[] {
  return statement(
    db,
    'SELECT state FROM board_disclosures WHERE incident_id = ? ORDER BY at, disclosure_id',
  )
    .all(incidentId)
    .map(stateOf);
}

/** Emergency disclosures: those that wait first, the oldest of them on top, then those reviewed. */
export function emergencyDisclosures(db: Database, limit: number): Disclosure[] {
  return statement(
    db,
    `SELECT state FROM board_disclosures WHERE emergency = 1
     ORDER BY waits DESC, CASE waits WHEN 1 THEN at END, at DESC LIMIT ?`,
  )
    .all(limit)
    .map(stateOf);
}

export function countUnreviewed(db: Database): number {
  const row = statement(
    db,
    'SELECT COUNT(*) AS waiting FROM board_disclosures WHERE emergency = 1 AND waits = 1',
  ).get();
  return (row as { waiting: number }).waiting;
}

/** Those made before `since`, or ahead of `now` by a clock that was set back. */
export function reviewsToWatch(db: Database, since: string, now: string): Disclosure[] {
  return statement(
    db,
    `SELECT state FROM board_disclosures WHERE watched = 1 AND (at <= ? OR at > ?)
     ORDER BY at, disclosure_id`,
  )
    .all(since, now)
    .map(stateOf);
}

function stateOf(row: unknown): Disclosure {
  return JSON.parse((row as { state: string }).state) as Disclosure;
}
