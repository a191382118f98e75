import { findIncident } from './incidents-projection.ts';
import type { Projection } from './projection.ts';
import { statement, type Database } from '../open-database.ts';
import { happenedAt } from '#shared/journal/back-entry.ts';
import type { Decision } from '#shared/incident/incident.ts';
import type { Level } from '#shared/routing/level.ts';

/**
 * Every decision by sequence, with the call type and area its incident had then. What it was made from
 * stays in the journal: a row is small, so that reviewing years of decisions reads little. The one index
 * is for what is listed. Counting reads all rows: an index for it would be written at every acceptance,
 * while a person waits, and read a few times a month.
 */
export const decisionsProjection: Projection = {
  name: 'board_decisions',
  version: 3,
  key: 'seq',
  ddl: `
    CREATE TABLE board_decisions (
      seq INTEGER PRIMARY KEY,
      incident_id TEXT NOT NULL,
      at TEXT NOT NULL,
      by_operator TEXT NOT NULL,
      how TEXT NOT NULL,
      direction TEXT NOT NULL,
      level TEXT NOT NULL,
      response TEXT NOT NULL,
      recommended_level TEXT NOT NULL,
      recommended_response TEXT NOT NULL,
      reason TEXT,
      second_person TEXT,
      policy_version TEXT NOT NULL,
      policy_hash TEXT NOT NULL,
      call_type TEXT,
      area_id TEXT
    ) STRICT;
    CREATE INDEX board_decisions_overridden ON board_decisions (seq) WHERE how = 'overridden';
  `,
  apply(db, entry) {
    const { seq, by, event } = entry;
    if (event.type !== 'incident.response-decided') return;
    const { incidentId, decision } = event;
    // A decision changes neither type nor place, so the incident as it is now is as it was decided on.
    const incident = findIncident(db, incidentId);
    if (incident === null) return;
    statement(
      db,
      `INSERT INTO board_decisions
         (seq, incident_id, at, by_operator, how, direction, level, response, recommended_level,
          recommended_response, reason, second_person, policy_version, policy_hash, call_type, area_id)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ).run(
      seq,
      incidentId,
      happenedAt(entry),
      by,
      decision.how,
      decision.direction,
      decision.level,
      decision.response,
      decision.recommendation.level,
      decision.recommendation.response,
      decision.reason,
      decision.secondPerson,
      decision.policyVersion,
      decision.policyHash,
      incident.callType,
      incident.place.areaId,
    );
  },
};

/** A decision that was not the recommended one, and the incident it was made on as it is now. */
export interface OverrideRow {
  readonly seq: number;
  readonly incidentId: string;
  readonly number: number;
  /** ISO instant. */
  readonly at: string;
  readonly by: string;
  readonly direction: Decision['direction'];
  readonly level: Level;
  readonly response: string;
  readonly recommendedLevel: Level;
  readonly recommendedResponse: string;
  readonly reason: string | null;
  readonly secondPerson: string | null;
  readonly policyVersion: string;
  readonly policyHash: string;
  /** Of the incident when it was decided. */
  readonly callType: string | null;
  readonly areaId: string | null;
  /** Disposition code; null while the incident is open. */
  readonly disposition: string | null;
}

/** The decisions that were not the recommended ones, newest first. */
export function latestOverrides(db: Database, limit: number): OverrideRow[] {
  return statement(
    db,
    `SELECT d.seq, d.incident_id AS incidentId, i.number, d.at, d.by_operator AS "by", d.direction,
       d.level, d.response, d.recommended_level AS recommendedLevel,
       d.recommended_response AS recommendedResponse, d.reason, d.second_person AS secondPerson,
       d.policy_version AS policyVersion, d.policy_hash AS policyHash, d.call_type AS callType,
       d.area_id AS areaId, json_extract(i.state, '$.closed.disposition') AS disposition
     FROM board_decisions d JOIN board_incidents i ON i.incident_id = d.incident_id
     WHERE d.how = 'overridden' ORDER BY d.seq DESC LIMIT ?`,
  ).all(limit) as OverrideRow[];
}

export interface DecisionCount {
  readonly callType: string | null;
  readonly how: Decision['how'];
  readonly direction: Decision['direction'];
  readonly decisions: number;
}

/** How many decisions there are of each call type, way and direction. */
export function countDecisions(db: Database): DecisionCount[] {
  return statement(
    db,
    `SELECT call_type AS callType, how, direction, COUNT(*) AS decisions FROM board_decisions
     GROUP BY call_type, how, direction`,
  ).all() as DecisionCount[];
}

export interface LastDecision {
  /** Its entry in the journal, with everything it was made from. */
  readonly seq: number;
  /** ISO instant. */
  readonly at: string;
  readonly callType: string | null;
  readonly areaId: string | null;
}

/** The decision that stood last on each incident, one after the other. Write nothing while it runs. */
export function lastDecisions(db: Database): IterableIterator<LastDecision> {
  return statement(
    db,
    `SELECT MAX(seq) AS seq, at, call_type AS callType, area_id AS areaId
     FROM board_decisions GROUP BY incident_id`,
  ).iterate() as IterableIterator<LastDecision>;
}
