import { findIncident } from './incidents-projection.ts';
import type { Projection } from './projection.ts';
import { findUnit } from './units-projection.ts';
import { statement, type Database } from '../open-database.ts';
import type { Incident } from '#shared/incident/incident.ts';
import type { Level } from '#shared/routing/level.ts';

/**
 * How incidents ended, for those who put them on their way and were not there at the end. A row per person
 * and closing, written once: nothing about a person, a place or a word stands in it.
 */
export const echoesProjection: Projection = {
  name: 'board_echoes',
  version: 1,
  key: 'operator_id, seq',
  ddl: `
    CREATE TABLE board_echoes (
      operator_id TEXT NOT NULL,
      seq INTEGER NOT NULL,
      number INTEGER NOT NULL,
      opened_at TEXT NOT NULL,
      minutes INTEGER NOT NULL,
      call_type TEXT,
      opened INTEGER NOT NULL,
      level TEXT,
      response TEXT,
      disposition TEXT NOT NULL,
      teams TEXT NOT NULL,
      by_phone INTEGER NOT NULL,
      unread INTEGER NOT NULL,
      PRIMARY KEY (operator_id, seq)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX board_echoes_unread ON board_echoes (operator_id, seq) WHERE unread = 1;
  `,
  apply(db, { seq, by, at, event }) {
    if (event.type === 'echo.read')
      statement(
        db,
        `UPDATE board_echoes SET unread = 0
         WHERE operator_id = ? AND seq <= ? AND unread = 1`,
      ).run(event.operatorId, event.upTo);
    // What is entered from paper was told when it happened.
    if (event.type !== 'incident.closed' || event.backEntry !== undefined) return;
    const incident = findIncident(db, event.incidentId);
    if (incident === null) return;
    const others = incident.routedBy.filter(
      (routed) => routed.by !== by && routed.by !== incident.owner,
    );
    if (others.length === 0) return;
    const teams = JSON.stringify(teamsThatCame(db, incident));
    const minutes = Math.max(
      0,
      Math.round((Date.parse(at) - Date.parse(incident.openedAt)) / 60_000),
    );
    for (const routed of others)
      statement(
        db,
        `INSERT INTO board_echoes
           (operator_id, seq, number, opened_at, minutes, call_type, opened, level, response,
            disposition, teams, by_phone, unread)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)`,
      ).run(
        routed.by,
        seq,
        incident.number,
        incident.openedAt,
        minutes,
        incident.callType,
        routed.opened ? 1 : 0,
        routed.decided?.level ?? null,
        routed.decided?.response ?? null,
        event.disposition,
        teams,
        incident.phoneFrom === null ? 0 : 1,
      );
  },
};

function teamsThatCame(db: Database, { units }: Incident): string[] {
  const types = units.flatMap(({ unitId, reached }) =>
    reached ? (findUnit(db, unitId)?.teamType ?? []) : [],
  );
  return [...new Set(types)];
}

export interface EchoRow {
  readonly seq: number;
  readonly number: number;
  readonly openedAt: string;
  readonly minutes: number;
  readonly callType: string | null;
  readonly opened: 0 | 1;
  readonly level: Level | null;
  readonly response: string | null;
  readonly disposition: string;
  /** JSON list of team types. */
  readonly teams: string;
  readonly byPhone: 0 | 1;
  readonly unread: 0 | 1;
}

/** Those of one person, the newest first. */
export function latestEchoes(db: Database, operatorId: string, limit: number): EchoRow[] {
  return statement(
    db,
    `SELECT seq, number, opened_at AS openedAt, minutes, call_type AS callType, opened, level, response,
       disposition, teams, by_phone AS byPhone, unread
     FROM board_echoes WHERE operator_id = ? ORDER BY seq DESC LIMIT ?`,
  ).all(operatorId, limit) as EchoRow[];
}

export function countUnreadEchoes(db: Database, operatorId: string): number {
  const row = statement(
    db,
    'SELECT COUNT(*) AS unread FROM board_echoes WHERE operator_id = ? AND unread = 1',
  ).get(operatorId);
  return (row as { unread: number }).unread;
}
