import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { centerAtWork, openAtWork, openedIncident } from '../support/desk-at-work.ts';
import { play, shift } from '../support/random-shift.ts';
import { rawConnection, tamper } from '../support/tampering.ts';
import { auditBoard } from '#db/board/audit-board.ts';
import { boardFingerprint, catchUp } from '#db/board/follow-board.ts';
import { PROJECTIONS } from '#db/board/projections.ts';
import type { Projection } from '#db/board/projection.ts';
import { openJournal, type Journal } from '#db/journal/journal.ts';
import { verifyChain } from '#db/journal/verify-chain.ts';

vi.setConfig({ testTimeout: 60_000 });

/** The real journal, counting what is read of it. */
function counting(journal: Journal): { journal: Journal; read: () => number } {
  let read = 0;
  return {
    read: () => read,
    journal: {
      ...journal,
      *entriesAfter(seq) {
        for (const entry of journal.entriesAfter(seq)) {
          read += 1;
          yield entry;
        }
      },
    },
  };
}

test('rebuilt from the journal, every derived table is what it is live', () => {
  const written = new Set<string>();
  fc.assert(
    fc.property(shift, (steps) => {
      const atWork = centerAtWork();
      for (const each of steps) play(atWork, each);
      for (const { event } of atWork.desk.journal.entriesAfter(0)) written.add(event.type);
      const { projections } = auditBoard(atWork.desk.db);
      expect(projections.filter((each) => !each.equal)).toEqual([]);
      expect(projections).toHaveLength(PROJECTIONS.length);
      expect(verifyChain(atWork.desk.db).chain).toBe('intact');
      atWork.desk.close();
    }),
    { numRuns: 40 },
  );
  // Sampled: the shifts have to have used nearly every kind of event there is, or they prove little.
  expect([...written].sort().length, [...written].join(' ')).toBeGreaterThanOrEqual(27);
});

test('the comparison notices one changed letter in one row', () => {
  const atWork = centerAtWork();
  openedIncident(atWork, atWork.as('Dana'));
  atWork.desk.db.exec("UPDATE board_incidents SET address = address || '.'");
  const verdict = auditBoard(atWork.desk.db);
  expect(verdict.equal).toBe(false);
  expect(verdict.projections.filter((each) => !each.equal).map(({ name }) => name)).toEqual([
    'board_incidents',
  ]);
});

test('the comparison notices a missing table', () => {
  const atWork = centerAtWork();
  atWork.desk.db.exec('DROP TABLE board_units');
  const lost = auditBoard(atWork.desk.db).projections.find(({ name }) => name === 'board_units');
  expect(lost).toMatchObject({ live: 'missing', equal: false });
});

test.each([
  ['every derived table was lost', 'DROP'],
  ['one derived table and the marker were lost', 'META'],
])('after a crash in which %s, opening builds it again', (_name, how) => {
  const atWork = centerAtWork();
  const incidentId = openedIncident(atWork, atWork.as('Dana'));
  const before = auditBoard(atWork.desk.db).projections;
  atWork.desk.close();
  const raw = rawConnection(atWork.folder);
  const names =
    how === 'DROP'
      ? [...PROJECTIONS.map(({ name }) => name), 'board_meta']
      : ['board_units', 'board_meta'];
  for (const name of names) raw.exec(`DROP TABLE ${name}`);
  raw.close();
  const again = openAtWork(atWork.folder);
  expect(auditBoard(again.desk.db).projections).toEqual(before);
  expect(again.do(again.as('Dana'), 'incident.focus', { incidentId })?.number).toBe(1);
});

test('a board that stopped behind the journal reads only what it missed', () => {
  const atWork = centerAtWork();
  openedIncident(atWork, atWork.as('Dana'));
  const { db } = atWork.desk;
  const head = atWork.desk.journal.head();
  // The state of three entries ago: the board as it was, and the marker that says so.
  const older = rawConnection(atWork.folder);
  const upTo = counting(openJournal(older));
  older.exec('DROP TABLE board_meta');
  const cut: Journal = {
    ...upTo.journal,
    head: () => head - 3,
    *entriesAfter(seq) {
      for (const entry of upTo.journal.entriesAfter(seq)) if (entry.seq <= head - 3) yield entry;
    },
  };
  catchUp(older, cut, PROJECTIONS);
  expect(auditBoard(older).equal).toBe(false);

  const { journal, read } = counting(openJournal(db));
  catchUp(db, journal, PROJECTIONS);
  expect(read()).toBe(3);
  expect(auditBoard(db).equal).toBe(true);
});

test('a start with nothing new reads no entry at all', () => {
  const atWork = centerAtWork();
  const { journal, read } = counting(atWork.desk.journal);
  catchUp(atWork.desk.db, journal, PROJECTIONS);
  expect(read()).toBe(0);
});

test('a projection that changed makes one rebuild, and only one', () => {
  const atWork = centerAtWork();
  openedIncident(atWork, atWork.as('Dana'));
  const { db } = atWork.desk;
  const changed: Projection[] = PROJECTIONS.map((each) =>
    each.name === 'board_units' ? { ...each, version: each.version + 1 } : each,
  );
  db.exec("UPDATE board_units SET state = '{}'");
  const first = counting(openJournal(db));
  catchUp(db, first.journal, changed);
  expect(first.read()).toBe(atWork.desk.journal.head());
  expect(auditBoard(db, changed).equal).toBe(true);
  const second = counting(openJournal(db));
  catchUp(db, second.journal, changed);
  expect(second.read()).toBe(0);
});

test('a table that no projection wants any more is dropped with the rebuild', () => {
  const atWork = centerAtWork();
  const { db } = atWork.desk;
  catchUp(db, atWork.desk.journal, PROJECTIONS.slice(0, -1));
  const gone = PROJECTIONS.at(-1)!.name;
  expect(db.prepare('SELECT 1 FROM sqlite_schema WHERE name = ?').get(gone)).toBeUndefined();
});

test('the fingerprint follows the name, the version and the columns of every projection', () => {
  const [first, ...rest] = PROJECTIONS as [Projection, ...Projection[]];
  const now = boardFingerprint(PROJECTIONS);
  expect(boardFingerprint([{ ...first, version: first.version + 1 }, ...rest])).not.toBe(now);
  expect(boardFingerprint([{ ...first, ddl: `${first.ddl} ` }, ...rest])).not.toBe(now);
  expect(boardFingerprint([...rest, first])).not.toBe(now);
  expect(boardFingerprint([...PROJECTIONS])).toBe(now);
});

test('a journal whose tail was cut stays noticed after the desk was opened and worked with', () => {
  const atWork = centerAtWork();
  openedIncident(atWork, atWork.as('Dana'));
  atWork.desk.close();
  tamper(atWork.folder, (db) => {
    const head = openJournal(db).head();
    db.prepare('DELETE FROM journal WHERE seq > ?').run(head - 2);
  });
  const again = openAtWork(atWork.folder);
  const sam = again.as('Sam');
  for (const unitId of ['M1', 'M2', 'R1'])
    again.desk.answer('unit.set-status', { unitId, status: 'off-duty' }, sam);
  const chain = verifyChain(again.desk.db).chain;
  const board = auditBoard(again.desk.db).equal;
  expect(chain !== 'intact' || !board).toBe(true);
});
