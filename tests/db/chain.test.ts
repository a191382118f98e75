import { beforeAll, expect, test } from 'vitest';
import { accept, centerAtWork, clearOfDanger, openedIncident } from '../support/desk-at-work.ts';
import { cpSync } from 'node:fs';
import { temporaryFolder } from '../support/desk-at-work.ts';
import { rawConnection, tamper } from '../support/tampering.ts';
import { ChainWalk } from '#db/journal/chain-walk.ts';
import { sealOf, type SealedRow } from '#db/journal/seal.ts';
import { verifyChain } from '#db/journal/verify-chain.ts';

let original: string;
let incidentId: string;
/** A sequence in the middle that belongs to an incident. */
let middle: number;
let events: number;

beforeAll(() => {
  const atWork = centerAtWork();
  const dana = atWork.as('Dana');
  const opened = openedIncident(atWork, dana);
  incidentId = opened;
  clearOfDanger(atWork, dana, opened);
  accept(atWork, dana, opened);
  events = atWork.desk.journal.head();
  middle = events - 3;
  atWork.desk.close();
  original = atWork.folder;
});

function copy(): string {
  const folder = temporaryFolder();
  cpSync(original, folder, { recursive: true });
  return folder;
}

test('the journal of a working shift is intact', () => {
  const db = rawConnection(copy());
  expect(verifyChain(db)).toEqual({ events, chain: 'intact', kept: 'intact' });
  db.close();
});

// Every column by name from the table itself, so that a new one cannot be forgotten here.
test('one changed byte in any column is found at its row', () => {
  const db = rawConnection(copy());
  const columns = (db.pragma('table_info(journal)') as { name: string }[]).map(({ name }) => name);
  db.close();
  expect(columns.length).toBeGreaterThanOrEqual(9);
  const unseen: string[] = [];
  for (const column of columns.filter((name) => name !== 'seq')) {
    const verdict = tamper(copy(), (raw) => {
      const value = raw.prepare(`SELECT ${column} FROM journal WHERE seq = ?`).pluck().get(middle);
      const changed = Buffer.from(value as string | Buffer);
      changed[changed.length - 1]! ^= 1;
      raw
        .prepare(`UPDATE journal SET ${column} = ? WHERE seq = ?`)
        .run(typeof value === 'string' ? changed.toString('utf8') : changed, middle);
    });
    if (verdict.chain === 'intact' || verdict.chain.brokenAt !== middle) unseen.push(column);
  }
  expect(unseen, 'columns whose change nobody notices').toEqual([]);
});

test('an event taken away from the timeline of its incident is noticed', () => {
  const verdict = tamper(copy(), (db) => {
    const gone = db
      .prepare('UPDATE journal SET incident_id = NULL WHERE incident_id = ? AND seq = ?')
      .run(incidentId, middle);
    expect(gone.changes).toBe(1);
  });
  expect(verdict.chain).toMatchObject({ brokenAt: middle });
});

test('an event put on the timeline of no incident is noticed, though its seal would be the same', () => {
  const seq = 2;
  const verdict = tamper(copy(), (db) => {
    const changed = db
      .prepare("UPDATE journal SET incident_id = '' WHERE incident_id IS NULL AND seq = ?")
      .run(seq);
    expect(changed.changes).toBe(1);
    expect(new ChainWalk(db).step(events)).toEqual({ brokenAt: seq });
  });
  expect(verdict.chain).toMatchObject({ brokenAt: seq });
});

test('a missing row in the middle is named', () => {
  const verdict = tamper(copy(), (db) => {
    db.prepare('DELETE FROM journal WHERE seq = ?').run(middle);
  });
  expect(verdict.chain).toEqual({
    brokenAt: middle,
    why: `Entry ${middle} is missing: the next one is ${middle + 1}.`,
  });
});

test('rows that were renumbered to hide a hole are found', () => {
  const verdict = tamper(copy(), (db) => {
    db.prepare('DELETE FROM journal WHERE seq = ?').run(middle);
    for (let seq = middle + 1; seq <= events; seq += 1)
      db.prepare('UPDATE journal SET seq = ? WHERE seq = ?').run(seq - 1, seq);
  });
  expect(verdict.chain).toMatchObject({ brokenAt: middle });
});

test('a cut-off tail is noticed', () => {
  const verdict = tamper(copy(), (db) => {
    db.prepare('DELETE FROM journal WHERE seq > ?').run(events - 2);
  });
  expect(verdict.chain).toMatchObject({ brokenAt: events - 1 });
});

test('an emptied journal is noticed', () => {
  const verdict = tamper(copy(), (db) => {
    db.exec('DELETE FROM journal');
  });
  expect(verdict.chain).toMatchObject({ brokenAt: 1 });
});

test('a changed row with a recomputed seal breaks the chain at the next row', () => {
  const verdict = tamper(copy(), (db) => {
    const row = db.prepare('SELECT * FROM journal WHERE seq = ?').get(middle) as SealedRow;
    const before = db
      .prepare('SELECT hash FROM journal WHERE seq = ?')
      .pluck()
      .get(middle - 1);
    const forged = { ...row, by_operator: 'somebody-else' };
    db.prepare('UPDATE journal SET by_operator = ?, hash = ? WHERE seq = ?').run(
      forged.by_operator,
      sealOf(before as Buffer, forged),
      middle,
    );
  });
  expect(verdict.chain).toMatchObject({ brokenAt: middle + 1 });
});

test('text moved from one column to the next has another seal', () => {
  const row = {
    seq: 1,
    at: 'ab',
    by_operator: 'c',
    position: 'p',
    stream: 's',
    type: 't',
    incident_id: null,
    body: '{}',
  };
  const start = Buffer.alloc(32);
  expect(sealOf(start, row)).not.toEqual(sealOf(start, { ...row, at: 'a', by_operator: 'bc' }));
  expect(sealOf(start, row)).not.toEqual(sealOf(start, { ...row, stream: '', type: 'st' }));
});
