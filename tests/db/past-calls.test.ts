import { expect, test } from 'vitest';
import stored from './past-calls-of-0.1.json' with { type: 'json' };
import together from './past-calls-together.json' with { type: 'json' };
import { auditBoard } from '#db/board/audit-board.ts';
import { countedStrings, countPastCallsByType } from '#db/board/call-types-projection.ts';
import { findPastCall, findPastCalls, searchPastCalls } from '#db/board/past-calls-projection.ts';
import { catchUp } from '#db/board/follow-board.ts';
import { PROJECTIONS } from '#db/board/projections.ts';
import { openJournal } from '#db/journal/journal.ts';
import { GENESIS, sealOf } from '#db/journal/seal.ts';
import { verifyChain } from '#db/journal/verify-chain.ts';
import { migrate } from '#db/migrations/migrate.ts';
import { openInMemory, type Database } from '#db/open-database.ts';
import { countedPastCall } from '#shared/outcomes/counted-past-call.ts';

/** Entries as they were stored then, sealed one after the other, and the boards that follow from them. */
function boardsOf(rows: readonly (typeof stored)[number][]): Database {
  const db = openInMemory();
  migrate(db);
  let hash: Buffer = GENESIS;
  const insert = db.prepare('INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  for (const [index, row] of rows.entries()) {
    const { at, by_operator, position, stream, type, incident_id, body } = row;
    hash = sealOf(hash, { seq: index + 1, ...row });
    insert.run(index + 1, at, by_operator, position, stream, type, incident_id, body, hash);
  }
  catchUp(db, openJournal(db), PROJECTIONS);
  return db;
}

const OLD = 'decc|31-000001|2031-05-06T10:00:00';
const NUMBERLESS = `decc|${'0a'.repeat(16)}|2031-05-06T09:00:00`;

test('a past call of before mappings is found and counted: what it does not tell is not known', () => {
  const pastCall = findPastCall(boardsOf(stored), OLD);
  if (pastCall === null) throw new Error('The old call is not found.');
  expect(pastCall).not.toHaveProperty('course');
  expect(countedPastCall(pastCall, true)).toMatchObject({
    source: 'import',
    number: '31-000001',
    channel: '911',
    elapsed: { answered: null, decided: null, dispatched: null, arrived: null, cleared: null },
    outOfOrder: [],
    steps: { behavioral: true, screened: null, eligible: null, arrived: null, linked: null },
    disposition: null,
  });
});

test('calls written together are found one by one, beside those written alone', () => {
  const db = boardsOf([...stored, ...together]);
  expect(verifyChain(db)).toMatchObject({ events: 2, chain: 'intact' });
  expect(auditBoard(db).equal).toBe(true);
  expect(searchPastCalls(db, '', 10).map(({ key }) => key)).toEqual([
    'decc|31-000002|2031-05-06T10:30',
    OLD,
    NUMBERLESS,
    'older key',
  ]);
  expect(findPastCall(db, 'decc|31-000002|2031-05-06T10:30')).toEqual({
    key: 'decc|31-000002|2031-05-06T10:30',
    preset: 'decc',
    recordNumber: '31-000002',
    receivedLocal: '2031-05-06T10:30',
    closedLocal: null,
    rawType: 'OVERDOSE ALS',
    callType: 'OVERDS',
    priority: '1',
    address: '10 E EXAMPLE ST',
    latitude: 41.5,
    longitude: -87,
    agency: null,
    disposition: null,
    rowHash: '1b'.repeat(32),
    course: { elapsed: { arrived: 600 }, steps: { arrived: true } },
  });
  expect(searchPastCalls(db, 'example', 10)).toHaveLength(1);
  expect([...findPastCalls(db, [OLD, NUMBERLESS, 'nobody']).keys()].sort()).toEqual(
    [OLD, NUMBERLESS].sort(),
  );
});

test('a call told again is counted once, as it was told last', () => {
  const db = boardsOf([...stored, ...together]);
  // The entry of many tells the old call again: it is an overdose now.
  expect(findPastCall(db, OLD)).toMatchObject({ callType: 'OVERDS', rawType: 'OVERDOSE ALS' });
  expect(countPastCallsByType(db)).toEqual([
    { callType: 'MHDIST', calls: 2 },
    { callType: 'OVERDS', calls: 2 },
  ]);
  expect(countedStrings(db)).toEqual([
    { raw: 'MENTAL HEALTH CASE', calls: 2 },
    { raw: 'OVERDOSE ALS', calls: 2 },
  ]);
  const counted = db.prepare('SELECT call_type, COUNT(*) AS n FROM board_counted_calls GROUP BY 1');
  expect(counted.all()).toEqual([
    { call_type: 'MHDIST', n: 2 },
    { call_type: 'OVERDS', n: 2 },
  ]);
});
