import { expect, test } from 'vitest';
import { inventedCalls } from '../support/invented-calls.ts';
import { DIGITS_AS_COLUMNS } from '#db/board/call-profile.ts';
import { tallyBy, tallyCalls } from '#db/board/call-tally.ts';
import { COLUMN_NAMES, PLACES, rowOf } from '#db/board/counted-call-columns.ts';
import { countOpenCalls } from '#db/board/counted-calls.ts';
import { boardFingerprint, createBoard } from '#db/board/follow-board.ts';
import { PROJECTIONS } from '#db/board/projections.ts';
import { migrate } from '#db/migrations/migrate.ts';
import { openInMemory, type Database } from '#db/open-database.ts';
import { countedPastCall } from '#shared/outcomes/counted-past-call.ts';

function filled(): Database {
  const db = openInMemory();
  migrate(db);
  createBoard(db, PROJECTIONS, boardFingerprint(PROJECTIONS));
  const insert = db.prepare(`INSERT INTO board_counted_calls (${COLUMN_NAMES}) VALUES (${PLACES})`);
  const invented = inventedCalls({ calls: 3_000, seed: 7, from: '2025-01-06', to: '2025-06-29' });
  let at = 0;
  for (const call of invented)
    insert.run(...rowOf(countedPastCall(call, [true, false, null][(at += 1) % 3] ?? null)));
  countOpenCalls(db);
  return db;
}

test('a profile says of a call exactly what its columns say', () => {
  const db = filled();
  const columns = DIGITS_AS_COLUMNS.split(',\n  ').map((each) => each.split(' AS ').at(-1));
  const rows = db
    .prepare(
      `SELECT (SELECT json_array(${columns.join(', ')})) AS kept,
         (SELECT json_array(${columns.join(', ')}) FROM
           (SELECT ${DIGITS_AS_COLUMNS} FROM (SELECT c.profile AS profile))) AS told
       FROM board_counted_calls c`,
    )
    .all() as { kept: string; told: string }[];
  expect(columns).toContain('disposition');
  expect(rows).toHaveLength(3_000);
  expect(new Set(rows.map(({ kept }) => kept)).size).toBeGreaterThan(100);
  for (const { kept, told } of rows) expect(told).toBe(kept);
});

test('every tally of a period holds each of its calls once', () => {
  const db = filled();
  tallyCalls(db, '2025-02-03', '2025-05-05');
  const counted = db
    .prepare(
      `SELECT COUNT(*) FROM counted_calls WHERE received_local >= '2025-02-03' AND received_local < '2025-05-05'`,
    )
    .pluck()
    .get();
  expect(counted).toBeGreaterThan(1_000);
  for (const column of ['week', 'hour_of_week', 'area_id', 'call_type', 'language', 'age_band']) {
    expect(
      db
        .prepare(`SELECT SUM(n) FROM ${tallyBy(column)}`)
        .pluck()
        .get(),
      column,
    ).toBe(counted);
    const groups = db
      .prepare(`SELECT ${column} AS id, SUM(n) AS n FROM ${tallyBy(column)} GROUP BY 1 ORDER BY 1`)
      .all();
    const bare = db
      .prepare(
        `SELECT ${column} AS id, COUNT(*) AS n FROM counted_calls
         WHERE received_local >= '2025-02-03' AND received_local < '2025-05-05' GROUP BY 1 ORDER BY 1`,
      )
      .all();
    expect(groups, column).toEqual(bare);
  }
});
