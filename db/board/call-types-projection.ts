import type { Projection } from './projection.ts';
import { statement, type Database } from '../open-database.ts';
import {
  evolvePatterns,
  isOfCallTypes,
  NO_PATTERNS,
  reviewsIn,
  type KeptPatterns,
} from '#shared/call-type/call-type-events.ts';
import type { ReviewedString } from '#shared/call-type/call-type-map.ts';

/** The table of patterns: one row. A start reads none of it. */
export const callTypePatternsProjection: Projection = {
  name: 'board_call_type_patterns',
  version: 1,
  key: 'name',
  ddl: `CREATE TABLE board_call_type_patterns (name TEXT PRIMARY KEY, version INTEGER NOT NULL, state TEXT NOT NULL) STRICT;`,
  apply(db, { at, by, event }) {
    if (!isOfCallTypes(event)) return;
    const state = evolvePatterns(keptPatterns(db), event, { at, by });
    statement(
      db,
      `INSERT INTO board_call_type_patterns (name, version, state) VALUES ('kept', ?, ?)
       ON CONFLICT (name) DO UPDATE SET version = excluded.version, state = excluded.state`,
    ).run(state.version, JSON.stringify(state));
  },
};

/** What people said that strings mean. */
export const reviewedCallTypesProjection: Projection = {
  name: 'board_reviewed_call_types',
  version: 1,
  key: 'folded',
  ddl: `CREATE TABLE board_reviewed_call_types (folded TEXT PRIMARY KEY, state TEXT NOT NULL) STRICT, WITHOUT ROWID;`,
  apply(db, { at, by, event }) {
    if (!isOfCallTypes(event)) return;
    const { set, gone } = reviewsIn(event, { at, by });
    for (const [folded, reviewed] of set)
      statement(
        db,
        `INSERT INTO board_reviewed_call_types (folded, state) VALUES (?, ?)
         ON CONFLICT (folded) DO UPDATE SET state = excluded.state`,
      ).run(folded, JSON.stringify(reviewed));
    for (const folded of gone)
      statement(db, 'DELETE FROM board_reviewed_call_types WHERE folded = ?').run(folded);
  },
};

/**
 * How many calls came with each type string of another system: past calls as they are known now. It reads the
 * row the past calls have before this entry, so it comes before them.
 */
export const callTypeStringsProjection: Projection = {
  name: 'board_call_type_strings',
  version: 1,
  key: 'raw',
  ddl: `
    CREATE TABLE board_call_type_strings (
      raw TEXT PRIMARY KEY,
      past INTEGER NOT NULL,
      live INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
  apply(db, { event }) {
    if (event.type !== 'past-call.imported') return;
    const { key, rawType } = event.pastCall;
    const before = statement(db, 'SELECT raw_type AS raw FROM board_past_calls WHERE key = ?').get(
      key,
    ) as { raw: string } | undefined;
    if (before?.raw === rawType) return;
    if (before !== undefined) count(db, before.raw, -1, 0);
    count(db, rawType, 1, 0);
  },
};

function count(db: Database, raw: string, past: number, live: number): void {
  statement(
    db,
    `INSERT INTO board_call_type_strings (raw, past, live) VALUES (?, ?, ?)
     ON CONFLICT (raw) DO UPDATE SET past = past + excluded.past, live = live + excluded.live`,
  ).run(raw, past, live);
}

export function keptPatterns(db: Database): KeptPatterns {
  const row = statement(db, `SELECT state FROM board_call_type_patterns WHERE name = 'kept'`).get();
  return row === undefined
    ? NO_PATTERNS
    : (JSON.parse((row as { state: string }).state) as KeptPatterns);
}

/** How often the map was changed, without reading it. */
export function callTypesVersion(db: Database): number {
  const row = statement(
    db,
    `SELECT version FROM board_call_type_patterns WHERE name = 'kept'`,
  ).get();
  return row === undefined ? 0 : (row as { version: number }).version;
}

export function reviewedCallTypes(db: Database): Map<string, ReviewedString> {
  const rows = statement(db, 'SELECT folded, state FROM board_reviewed_call_types').all();
  return new Map(
    (rows as { folded: string; state: string }[]).map(({ folded, state }) => [
      folded,
      JSON.parse(state) as ReviewedString,
    ]),
  );
}

export interface CountedString {
  readonly raw: string;
  readonly past: number;
  readonly live: number;
}

/** Strings some call came with, the most frequent first. */
export function countedStrings(db: Database, limit: number): CountedString[] {
  return statement(
    db,
    `SELECT raw, past, live FROM board_call_type_strings WHERE past + live > 0
     ORDER BY past + live DESC, raw LIMIT ?`,
  ).all(limit) as CountedString[];
}

/** All of them: how many strings, and how many calls. */
export function countStrings(db: Database): { strings: number; calls: number } {
  return statement(
    db,
    `SELECT COUNT(*) AS strings, COALESCE(SUM(past + live), 0) AS calls
     FROM board_call_type_strings WHERE past + live > 0`,
  ).get() as { strings: number; calls: number };
}
