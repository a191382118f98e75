import { expect, test } from 'vitest';
import { centerAtWork, openAtWork, openedIncident } from '../support/desk-at-work.ts';
import { rawConnection } from '../support/tampering.ts';
import { openJournal, StaleJournal } from '#db/journal/journal.ts';
import { verifyChain } from '#db/journal/verify-chain.ts';
import { auditBoard } from '#db/board/audit-board.ts';
import { migrate } from '#db/migrations/migrate.ts';
import { atomically, openInMemory } from '#db/open-database.ts';
import type { NewEvent } from '#shared/journal/journal-event.ts';
import type { IncidentId, OperatorId } from '#shared/lib/brand.ts';

const by = 'dana' as OperatorId;
const stamp = { at: '2026-03-03T18:00:00.000Z', by, position: 'position 1' };
const note = (text: string, incident = 'i1'): NewEvent => ({
  type: 'incident.note-added',
  incidentId: incident as IncidentId,
  kind: 'dispatch',
  text,
});

function emptyJournal() {
  const db = openInMemory();
  migrate(db);
  return { db, journal: openJournal(db) };
}

test('entries are numbered from one, stamped, and come back as they were written', () => {
  const { db, journal } = emptyJournal();
  expect(journal.head()).toBe(0);
  const written = journal.append(0, [note('a'), note('b – “ç” 🚑')], stamp);
  expect(written.map((entry) => entry.seq)).toEqual([1, 2]);
  expect([...journal.entriesAfter(0)]).toEqual(written);
  expect([...journal.entriesAfter(1)]).toEqual(written.slice(1));
  expect(written[0]).toMatchObject(stamp);
  expect(verifyChain(db).chain).toBe('intact');
});

test('however long entries are, each of them comes once and in order', () => {
  const { journal } = emptyJournal();
  const long = Array.from({ length: 7 }, (_, n) => note(`${n}`.repeat(1_000_000)));
  const written = journal.append(0, [...long, note('short')], stamp);
  expect([...journal.entriesAfter(0)]).toEqual(written);
  expect([...journal.entriesAfter(5)]).toEqual(written.slice(5));
});

test.each([0, 1, 3, -1])('an append that expects %i instead of 2 writes nothing', (expected) => {
  const { journal } = emptyJournal();
  journal.append(0, [note('a'), note('b')], stamp);
  let thrown: unknown;
  try {
    journal.append(expected, [note('c')], stamp);
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(StaleJournal);
  expect(thrown).toMatchObject({ expected, head: 2 });
  expect(journal.head()).toBe(2);
});

test('a transaction that fails after an append leaves no entry', () => {
  const { db, journal } = emptyJournal();
  const work = () =>
    atomically(db, () => {
      journal.append(0, [note('a')], stamp);
      throw new Error('power');
    });
  expect(work).toThrow('power');
  expect(journal.head()).toBe(0);
});

test('one incident is read without the others', () => {
  const { journal } = emptyJournal();
  journal.append(0, [note('a', 'i1'), note('b', 'i2'), note('c', 'i1')], stamp);
  expect(journal.ofIncident('i1', ['dispatch']).map((entry) => entry.seq)).toEqual([1, 3]);
  expect(journal.ofIncident('nobody', ['dispatch'])).toEqual([]);
});

test('two readers of one journal do not disturb each other', () => {
  const { journal } = emptyJournal();
  journal.append(0, [note('a'), note('b'), note('c')], stamp);
  const one = journal.entriesAfter(0);
  expect(one.next().value?.seq).toBe(1);
  expect([...journal.entriesAfter(0)].map((entry) => entry.seq)).toEqual([1, 2, 3]);
  expect([...one].map((entry) => entry.seq)).toEqual([2, 3]);
});

test.each([
  "UPDATE journal SET body = '{}' WHERE seq = 1",
  'UPDATE journal SET at = at',
  'DELETE FROM journal WHERE seq = 1',
  'DELETE FROM journal',
  "INSERT OR REPLACE INTO journal VALUES (1, 'at', 'by', 'p', 's', 't', NULL, '{}', x'00')",
])('SQLite itself refuses: %s', (sql) => {
  const { db, journal } = emptyJournal();
  journal.append(0, [note('a'), note('b')], stamp);
  const before = db.prepare('SELECT * FROM journal').all();
  expect(() => db.exec(sql)).toThrow(/append-only/);
  expect(db.prepare('SELECT * FROM journal').all()).toEqual(before);
});

test('two desks on one file take turns without losing or doubling a sequence', () => {
  const north = centerAtWork();
  const south = openAtWork(north.folder);
  const dana = north.as('Dana');
  const theo = south.as('Theo');
  const start = north.desk.journal.head();
  for (let turn = 0; turn < 6; turn += 1) {
    openedIncident(north, dana, { words: `north ${turn}` });
    openedIncident(south, theo, { words: `south ${turn}` });
  }
  const entries = [...north.desk.journal.entriesAfter(0)];
  expect(entries.map((entry) => entry.seq)).toEqual(entries.map((_, index) => index + 1));
  expect(entries.length).toBeGreaterThanOrEqual(start + 24);
  const opened = entries.flatMap(({ event }) => (event.type === 'incident.opened' ? [event] : []));
  expect(new Set(opened.map((event) => event.number)).size).toBe(12);
  expect(verifyChain(south.desk.db).chain).toBe('intact');
  expect(auditBoard(south.desk.db).equal).toBe(true);
  north.desk.close();
  south.desk.close();
});

test('what another writer appended meanwhile reaches the board of this desk', () => {
  // The journal may get other writers than this desk: only the journal knows.
  const atWork = centerAtWork();
  const dana = atWork.as('Dana');
  const incidentId = openedIncident(atWork, dana);
  const other = rawConnection(atWork.folder);
  const journal = openJournal(other);
  const moved: NewEvent = {
    type: 'incident.owner-changed',
    incidentId,
    from: atWork.idOf('Dana'),
    owner: atWork.idOf('Theo'),
  };
  atomically(other, () => journal.append(journal.head(), [moved], stamp));
  other.close();
  atWork.do(dana, 'incident.add-note', { incidentId, kind: 'dispatch', text: 'Gate code 4.' });
  expect(auditBoard(atWork.desk.db).projections.filter((each) => !each.equal)).toEqual([]);
  expect(atWork.do(dana, 'incident.focus', { incidentId })?.ownerName).toBe('Theo');
});
