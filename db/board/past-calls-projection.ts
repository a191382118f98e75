import type { Projection } from './projection.ts';
import { statement, type Database } from '../open-database.ts';
import type { PastCall, PastCourse } from '#shared/call/past-call.ts';
import { pastCallsOf } from '#shared/call/past-calls-imported.ts';

/**
 * Calls taken over from another system, to be found. Nothing else is indexed here: a million of them are written
 * at once, and the calls that are counted stand in the order of their time already.
 */
export const pastCallsProjection: Projection = {
  name: 'board_past_calls',
  version: 3,
  key: 'key',
  ddl: `
    CREATE TABLE board_past_calls (
      key TEXT PRIMARY KEY,
      received_local TEXT NOT NULL,
      call_type TEXT NOT NULL,
      raw_type TEXT NOT NULL,
      address TEXT,
      row_hash TEXT NOT NULL,
      preset TEXT NOT NULL,
      record_number TEXT,
      closed_local TEXT,
      priority TEXT,
      latitude REAL,
      longitude REAL,
      agency TEXT,
      disposition TEXT,
      course TEXT
    ) STRICT, WITHOUT ROWID;
  `,
  apply(db, { event }) {
    // The same call again: an edited table gave it another type, or a better mapping tells it otherwise.
    for (const call of pastCallsOf(event))
      statement(
        db,
        `INSERT OR REPLACE INTO board_past_calls
           (key, received_local, call_type, raw_type, address, row_hash, preset, record_number, closed_local,
            priority, latitude, longitude, agency, disposition, course)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ).run(
        call.key,
        call.receivedLocal,
        call.callType,
        call.rawType,
        call.address,
        call.rowHash,
        call.preset,
        call.recordNumber,
        call.closedLocal,
        call.priority,
        call.latitude,
        call.longitude,
        call.agency,
        call.disposition,
        call.course === undefined ? null : JSON.stringify(call.course),
      );
  },
};

const COLUMNS = `key, preset, record_number AS recordNumber, received_local AS receivedLocal,
  closed_local AS closedLocal, raw_type AS rawType, call_type AS callType, priority, address, latitude,
  longitude, agency, disposition, row_hash AS rowHash, course`;

export function findPastCall(db: Database, key: string): PastCall | null {
  const row = statement(db, `SELECT ${COLUMNS} FROM board_past_calls WHERE key = ?`).get(key);
  return row === undefined ? null : pastCallIn(row);
}

/** Those of the keys that are known, in one question: many single ones take most of an import's time. */
export function findPastCalls(db: Database, keys: readonly string[]): Map<string, PastCall> {
  const rows = statement(
    db,
    `SELECT ${COLUMNS} FROM board_past_calls WHERE key IN (SELECT value FROM json_each(?))`,
  ).all(JSON.stringify(keys));
  return new Map(rows.map(pastCallIn).map((call) => [call.key, call]));
}

/**
 * Past calls whose address, type in the other system's words, or key holds the text, latest first.
 * The text is taken literally, capital letters or not (of A to Z); an empty one finds the latest calls.
 */
export function searchPastCalls(db: Database, text: string, limit: number): PastCall[] {
  const literally = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  return statement(
    db,
    `SELECT ${COLUMNS} FROM (SELECT received_local AS at, id FROM board_counted_calls WHERE source = 'import') c
     CROSS JOIN board_past_calls ON key = c.id
     WHERE raw_type LIKE ? ESCAPE '\\' OR address LIKE ? ESCAPE '\\' OR key LIKE ? ESCAPE '\\'
     ORDER BY c.at DESC, key LIMIT ?`,
  )
    .all(literally, literally, literally, limit)
    .map(pastCallIn);
}

function pastCallIn(row: unknown): PastCall {
  const { course, ...call } = row as Omit<PastCall, 'course'> & { course: string | null };
  return course === null ? call : { ...call, course: JSON.parse(course) as PastCourse };
}
