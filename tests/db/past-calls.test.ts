import { expect, test } from 'vitest';
import stored from './past-calls-of-0.1.json' with { type: 'json' };
import { findPastCall } from '#db/board/past-calls-projection.ts';
import { catchUp } from '#db/board/follow-board.ts';
import { PROJECTIONS } from '#db/board/projections.ts';
import { openJournal } from '#db/journal/journal.ts';
import { GENESIS, sealOf } from '#db/journal/seal.ts';
import { migrate } from '#db/migrations/migrate.ts';
import { openInMemory } from '#db/open-database.ts';
import { countedPastCall } from '#shared/outcomes/counted-past-call.ts';

test('a past call of before mappings is found and counted: what it does not tell is not known', () => {
  const db = openInMemory();
  migrate(db);
  let hash: Buffer = GENESIS;
  const insert = db.prepare('INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  for (const [index, row] of stored.entries()) {
    const { at, by_operator, position, stream, type, incident_id, body } = row;
    hash = sealOf(hash, { seq: index + 1, ...row });
    insert.run(index + 1, at, by_operator, position, stream, type, incident_id, body, hash);
  }
  catchUp(db, openJournal(db), PROJECTIONS);
  const pastCall = findPastCall(db, 'decc|31-000001|2031-05-06T10:00:00');
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
