import { findIncident } from './incidents-projection.ts';
import type { Projection } from './projection.ts';
import { statement, type Database } from '../open-database.ts';
import type { UnservedCode } from '#shared/incident/alternative-course.ts';
import type { Level } from '#shared/routing/level.ts';

/**
 * Every incident eligible for an alternative response, with the call type and area it had at the last
 * decision that made it so. `code` is the standing reason why none came: no incident closes without one
 * unless somebody came, so a closed row without a code was served. What was merged is counted where it went.
 */
export const unservedProjection: Projection = {
  name: 'board_unserved',
  version: 2,
  key: 'incident_id',
  ddl: `
    CREATE TABLE board_unserved (
      incident_id TEXT PRIMARY KEY,
      number INTEGER NOT NULL,
      opened_at TEXT NOT NULL,
      call_type TEXT,
      area_id TEXT,
      recommended_level TEXT NOT NULL,
      recommended_response TEXT NOT NULL,
      policy_hash TEXT NOT NULL,
      code TEXT,
      note TEXT NOT NULL,
      closed INTEGER NOT NULL,
      merged INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX board_unserved_lines ON board_unserved (number) WHERE code IS NOT NULL AND merged = 0;
  `,
  apply(db, { event }) {
    switch (event.type) {
      case 'incident.response-decided': {
        const { incidentId, decision } = event;
        const { alternative, recommendation, policyHash } = decision;
        if (alternative === null) return;
        const incident = findIncident(db, incidentId);
        if (alternative.recommended && incident !== null)
          statement(
            db,
            `INSERT INTO board_unserved
               (incident_id, number, opened_at, call_type, area_id, recommended_level,
                recommended_response, policy_hash, code, note, closed, merged)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL, '', 0, 0)
             ON CONFLICT (incident_id) DO UPDATE SET call_type = excluded.call_type,
               area_id = excluded.area_id, recommended_level = excluded.recommended_level,
               recommended_response = excluded.recommended_response,
               policy_hash = excluded.policy_hash`,
          ).run(
            incidentId,
            incident.number,
            incident.openedAt,
            incident.callType,
            incident.place.areaId,
            recommendation.level,
            recommendation.response,
            policyHash,
          );
        if (alternative.chosen) takeBack(db, incidentId);
        return;
      }
      case 'incident.unserved':
        statement(db, 'UPDATE board_unserved SET code = ?, note = ? WHERE incident_id = ?').run(
          event.code,
          event.note,
          event.incidentId,
        );
        return;
      case 'incident.served-after-all':
        return takeBack(db, event.incidentId);
      case 'incident.closed':
        return setClosed(db, event.incidentId, 1);
      case 'incident.merged':
        return setMerged(db, event.incidentId, 1);
      case 'incident.unmerged':
        return setMerged(db, event.incidentId, 0);
      case 'incident.upgraded':
        // Police or EMS now opens a closed incident again.
        return setClosed(db, event.incidentId, 0);
    }
  },
};

function takeBack(db: Database, incidentId: string): void {
  statement(
    db,
    "UPDATE board_unserved SET code = NULL, note = '' WHERE incident_id = ? AND code IS NOT NULL",
  ).run(incidentId);
}

function setClosed(db: Database, incidentId: string, closed: 0 | 1): void {
  statement(db, 'UPDATE board_unserved SET closed = ? WHERE incident_id = ?').run(
    closed,
    incidentId,
  );
}

function setMerged(db: Database, incidentId: string, merged: 0 | 1): void {
  statement(db, 'UPDATE board_unserved SET merged = ? WHERE incident_id = ?').run(
    merged,
    incidentId,
  );
}

/** An eligible incident as the ledger counts it. */
export interface EligibleRow {
  /** ISO instant. */
  readonly openedAt: string;
  readonly callType: string | null;
  readonly areaId: string | null;
  readonly code: UnservedCode | null;
  readonly closed: 0 | 1;
}

/** Every eligible incident, one after the other. Write nothing while it runs. */
export function eligibleIncidents(db: Database): IterableIterator<EligibleRow> {
  return statement(
    db,
    `SELECT opened_at AS openedAt, call_type AS callType, area_id AS areaId, code, closed
     FROM board_unserved WHERE merged = 0`,
  ).iterate() as IterableIterator<EligibleRow>;
}

export interface UnservedRow extends EligibleRow {
  readonly incidentId: string;
  readonly number: number;
  readonly code: UnservedCode;
  readonly recommendedLevel: Level;
  readonly recommendedResponse: string;
  readonly policyHash: string;
  readonly note: string;
}

/** Eligible incidents that got no alternative response, newest first. */
export function latestUnserved(db: Database, limit: number): UnservedRow[] {
  return statement(
    db,
    `SELECT incident_id AS incidentId, number, opened_at AS openedAt, call_type AS callType,
       area_id AS areaId, code, closed, recommended_level AS recommendedLevel,
       recommended_response AS recommendedResponse, policy_hash AS policyHash, note
     FROM board_unserved WHERE code IS NOT NULL AND merged = 0 ORDER BY number DESC LIMIT ?`,
  ).all(limit) as UnservedRow[];
}
