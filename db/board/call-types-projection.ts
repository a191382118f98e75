import type { Projection } from './projection.ts';
import { findCall } from './calls-projection.ts';
import { statement, type Database } from '../open-database.ts';
import {
  evolvePatterns,
  isOfCallTypes,
  NO_PATTERNS,
  reviewsIn,
  type KeptPatterns,
} from '#shared/call-type/call-type-events.ts';
import { rawTypeOf } from '#shared/call-type/told-type.ts';
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
 * How many calls came with each type string of another system: imported, and handed over. It reads the call as
 * it was before this entry, so it comes before both kinds of calls.
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
    if (event.type === 'past-call.imported') {
      const { key, rawType } = event.pastCall;
      recount(db, 'past', pastTypeOf(db, key), rawType);
    } else if (event.type === 'eido.taken' || event.type === 'eido.updated') {
      const before = findCall(db, event.callId)?.sender?.type ?? null;
      recount(db, 'live', before, rawTypeOf(event.said.type));
    }
  },
};

function pastTypeOf(db: Database, key: string): string | null {
  const row = statement(db, 'SELECT raw_type AS raw FROM board_past_calls WHERE key = ?').get(key);
  return row === undefined ? null : (row as { raw: string }).raw;
}

/** A call came with these words, or is said otherwise than before. */
function recount(db: Database, kind: 'past' | 'live', before: string | null, now: string | null) {
  if (before === now) return;
  if (before !== null) count(db, kind, before, -1);
  if (now !== null) count(db, kind, now, 1);
}

function count(db: Database, kind: 'past' | 'live', raw: string, calls: 1 | -1): void {
  const [past, live] = kind === 'past' ? [calls, 0] : [0, calls];
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

/** Every string some call came with, the most frequent first. */
export function countedStrings(db: Database): { raw: string; calls: number }[] {
  return statement(
    db,
    `SELECT raw, past + live AS calls FROM board_call_type_strings WHERE past + live > 0
     ORDER BY past + live DESC, raw`,
  ).all() as { raw: string; calls: number }[];
}
