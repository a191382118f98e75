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
import { pastCallsOf } from '#shared/call/past-calls-imported.ts';
import type { PastCall } from '#shared/call/past-call.ts';
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
 * How many calls came with each type string of another system: imported ones by what they are counted as here, and
 * handed over ones. It reads calls as they were before this entry, so it comes before both kinds of calls.
 */
export const callTypeStringsProjection: Projection = {
  name: 'board_call_type_strings',
  version: 2,
  key: 'raw, call_type',
  ddl: `
    CREATE TABLE board_call_type_strings (
      raw TEXT NOT NULL,
      call_type TEXT NOT NULL,
      past INTEGER NOT NULL,
      live INTEGER NOT NULL,
      PRIMARY KEY (raw, call_type)
    ) STRICT, WITHOUT ROWID;
  `,
  apply(db, { event }) {
    const pastCalls = pastCallsOf(event);
    if (pastCalls.length > 0) recountPast(db, pastCalls);
    else if (event.type === 'eido.taken' || event.type === 'eido.updated') {
      const before = findCall(db, event.callId)?.sender?.type ?? null;
      const now = rawTypeOf(event.said.type);
      if (before === now) return;
      if (before !== null) count(db, { raw: before, callType: '' }, { past: 0, live: -1 });
      if (now !== null) count(db, { raw: now, callType: '' }, { past: 0, live: 1 });
    }
  },
};

/** The words a call came with, and what it is counted as; live calls are counted as nothing. */
interface Told {
  readonly raw: string;
  readonly callType: string;
}

/** Calls came with these words, or are said otherwise than before: a file has few different ones. */
function recountPast(db: Database, pastCalls: readonly PastCall[]): void {
  const before = toldBefore(
    db,
    pastCalls.map(({ key }) => key),
  );
  const moved = new Map<string, Map<string, number>>();
  const move = ({ raw, callType }: Told, by: 1 | -1) => {
    const types = moved.get(raw) ?? new Map<string, number>();
    moved.set(raw, types.set(callType, (types.get(callType) ?? 0) + by));
  };
  for (const { key, rawType: raw, callType } of pastCalls) {
    const known = before.get(key);
    if (known !== undefined) move(known, -1);
    move({ raw, callType }, 1);
    before.set(key, { raw, callType });
  }
  for (const [raw, types] of moved)
    for (const [callType, calls] of types)
      if (calls !== 0) count(db, { raw, callType }, { past: calls, live: 0 });
}

function toldBefore(db: Database, keys: readonly string[]): Map<string, Told> {
  const rows = statement(
    db,
    `SELECT key, raw_type AS raw, call_type AS callType FROM board_past_calls
     WHERE key IN (SELECT value FROM json_each(?))`,
  ).all(JSON.stringify(keys)) as (Told & { key: string })[];
  return new Map(rows.map((row) => [row.key, row]));
}

function count(
  db: Database,
  { raw, callType }: Told,
  { past, live }: { readonly past: number; readonly live: number },
): void {
  statement(
    db,
    `INSERT INTO board_call_type_strings (raw, call_type, past, live) VALUES (?, ?, ?, ?)
     ON CONFLICT (raw, call_type) DO UPDATE SET past = past + excluded.past, live = live + excluded.live`,
  ).run(raw, callType, past, live);
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
    `SELECT raw, SUM(past + live) AS calls FROM board_call_type_strings
     GROUP BY raw HAVING calls > 0 ORDER BY calls DESC, raw`,
  ).all() as { raw: string; calls: number }[];
}

/** How many imported calls there are of each of our call types, in order of its code. */
export function countPastCallsByType(db: Database): { callType: string; calls: number }[] {
  return statement(
    db,
    `SELECT call_type AS callType, SUM(past) AS calls FROM board_call_type_strings
     GROUP BY call_type HAVING calls > 0 ORDER BY call_type`,
  ).all() as { callType: string; calls: number }[];
}
