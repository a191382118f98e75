import { findIncident } from './incidents-projection.ts';
import { findPastCall } from './past-calls-projection.ts';
import { membersOf, rootOf } from './people-projection.ts';
import type { Projection } from './projection.ts';
import { statement, type Database } from '../open-database.ts';
import { isOfKnownPerson } from '#shared/person/known-person-events.ts';
import { callIdOf, type CallLink, type LinkedCall } from '#shared/person/known-person.ts';

/**
 * Which call is under which record, certain or not: each under one at most. The record is the one it was linked to,
 * also after a merge, so that an unmerge has nothing to give back. `happened` orders the calls of one person.
 */
export const peopleLinksProjection: Projection = {
  name: 'board_people_links',
  version: 1,
  key: 'call_id',
  ddl: `
    CREATE TABLE board_people_links (
      call_id TEXT PRIMARY KEY,
      person_id TEXT NOT NULL,
      happened TEXT NOT NULL,
      state TEXT NOT NULL
    ) STRICT;
    CREATE INDEX board_people_links_person ON board_people_links (person_id, happened);
  `,
  apply(db, { at, by, event }) {
    if (event.type === 'person.call-unlinked') {
      statement(db, 'DELETE FROM board_people_links WHERE call_id = ?').run(callIdOf(event));
      return;
    }
    if (event.type !== 'person.call-linked') return;
    const { personId, certainty, evidence, reason } = event;
    const call: LinkedCall =
      'incidentId' in event ? { incidentId: event.incidentId } : { pastCall: event.pastCall };
    const link: CallLink = { call, personId, certainty, evidence, reason, at, by };
    statement(
      db,
      `INSERT INTO board_people_links (call_id, person_id, happened, state) VALUES (?, ?, ?, ?)
       ON CONFLICT (call_id) DO UPDATE SET person_id = excluded.person_id, state = excluded.state`,
    ).run(callIdOf(call), personId, happenedAt(db, call) ?? at, JSON.stringify(link));
  },
};

function happenedAt(db: Database, call: LinkedCall): string | null {
  return 'incidentId' in call
    ? (findIncident(db, call.incidentId)?.openedAt ?? null)
    : (findPastCall(db, call.pastCall)?.receivedLocal ?? null);
}

/** Who a call is of, for whoever counts: confirmed links only, each under the record that remains after merges. */
export const peopleCallsProjection: Projection = {
  name: 'board_people_calls',
  version: 1,
  key: 'call_id',
  ddl: `
    CREATE TABLE board_people_calls (
      call_id TEXT PRIMARY KEY,
      person_id TEXT NOT NULL
    ) STRICT;
    CREATE INDEX board_people_calls_person ON board_people_calls (person_id);
  `,
  // Reads the links and the records, so it comes after them.
  apply(db, { event }) {
    if (!isOfKnownPerson(event)) return;
    switch (event.type) {
      case 'person.call-linked':
        if (event.certainty === 'certain') count(db, callIdOf(event), rootOf(db, event.personId));
        else forget(db, callIdOf(event));
        break;
      case 'person.call-unlinked':
        forget(db, callIdOf(event));
        break;
      case 'person.merged':
        statement(db, 'UPDATE board_people_calls SET person_id = ? WHERE person_id = ?').run(
          rootOf(db, event.personId),
          event.absorbed,
        );
        break;
      case 'person.unmerged':
        for (const { personId } of membersOf(db, event.absorbed))
          for (const { link } of linksOfRecord(db, personId))
            if (link.certainty === 'certain') count(db, callIdOf(link.call), event.absorbed);
    }
  },
};

function count(db: Database, callId: string, personId: string): void {
  statement(
    db,
    `INSERT INTO board_people_calls (call_id, person_id) VALUES (?, ?)
     ON CONFLICT (call_id) DO UPDATE SET person_id = excluded.person_id`,
  ).run(callId, personId);
}

function forget(db: Database, callId: string): void {
  statement(db, 'DELETE FROM board_people_calls WHERE call_id = ?').run(callId);
}

/** Where a call is; null while nobody said whose it was. */
export function linkOf(db: Database, callId: string): CallLink | null {
  const row = statement(db, 'SELECT state FROM board_people_links WHERE call_id = ?').get(callId);
  return row === undefined ? null : linkIn(row);
}

/** The calls of one record, whatever it was merged into, the latest first. */
export function linksOfRecord(
  db: Database,
  personId: string,
  limit = -1,
): { readonly happened: string; readonly link: CallLink }[] {
  const rows = statement(
    db,
    `SELECT happened, state FROM board_people_links
     WHERE person_id = ? ORDER BY happened DESC, call_id LIMIT ?`,
  ).all(personId, limit) as { happened: string }[];
  return rows.map((row) => ({ happened: row.happened, link: linkIn(row) }));
}

export function countLinksOfRecord(db: Database, personId: string): number {
  const row = statement(
    db,
    'SELECT COUNT(*) AS calls FROM board_people_links WHERE person_id = ?',
  ).get(personId);
  return (row as { calls: number }).calls;
}

function linkIn(row: unknown): CallLink {
  return JSON.parse((row as { state: string }).state) as CallLink;
}
