import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { centerAtWork, openedIncident, type DeskAtWork } from '../support/desk-at-work.ts';
import { rawConnection, tamper } from '../support/tampering.ts';
import { auditBoard } from '#db/board/audit-board.ts';
import { catchUp } from '#db/board/follow-board.ts';
import { PROJECTIONS } from '#db/board/projections.ts';
import { openJournal, type Journal } from '#db/journal/journal.ts';
import { keptRow } from '#db/journal/kept-words.ts';
import { keptMember } from '#db/journal/read-event.ts';
import { GENESIS, sealOf } from '#db/journal/seal.ts';
import { eventAt, storedEvents } from '#db/journal/stored-events.ts';
import { verifyChain } from '#db/journal/verify-chain.ts';
import { migrate } from '#db/migrations/migrate.ts';
import { openInMemory, type Database } from '#db/open-database.ts';
import type { NewEvent } from '#shared/journal/journal-event.ts';
import type { IncidentId, OperatorId } from '#shared/lib/brand.ts';
import { KEPT_PARTITIONS, PARTITIONS, type Partition } from '#shared/partition/partition.ts';

const stamp = {
  at: '2026-03-03T18:00:00.000Z',
  by: 'cleo' as OperatorId,
  position: 'position 1',
};
const note = (kind: Partition, text: string): NewEvent => ({
  type: 'incident.note-added',
  incidentId: 'i1' as IncidentId,
  kind,
  text,
});

let db: Database;
let journal: Journal;
beforeEach(() => {
  db = openInMemory();
  migrate(db);
  journal = openJournal(db);
});

const tableOf = (partition: Exclude<Partition, 'dispatch'>) =>
  `kept_${partition.replace('-', '_')}`;

describe.each(KEPT_PARTITIONS)('%s words', (partition) => {
  const kept = { keptIn: partition, entry: 2, member: 'text' };
  beforeEach(() => {
    journal.append(0, [note('dispatch', 'open'), note(partition, 'unique words')], stamp);
  });

  test('are in their own table, sealed, and in no table in the open', () => {
    const tables = db
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table'")
      .pluck()
      .all() as string[];
    const holding = tables.filter((name) =>
      JSON.stringify(db.prepare(`SELECT * FROM ${name}`).all()).includes('unique words'),
    );
    expect(holding).toEqual([]);
    expect(keptRow(db, partition, 2)).toMatchObject({ text: '{"text":"unique words"}' });
    expect(
      db
        .prepare(`SELECT COUNT(*) FROM ${tableOf(partition)}`)
        .pluck()
        .get(),
    ).toBe(1);
  });

  test('are committed to under the seal, salted, so that equal words do not look equal', () => {
    journal.append(2, [note(partition, 'unique words')], stamp);
    const bodies = db.prepare('SELECT body FROM journal WHERE seq > 1').pluck().all() as string[];
    const commitments = bodies.map((body) => (JSON.parse(body) as { kept: object }).kept);
    expect(commitments[0]).toEqual({
      partition,
      members: ['text'],
      commitment: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(commitments[1]).not.toEqual(commitments[0]);
    expect(verifyChain(db)).toEqual({ events: 3, chain: 'intact', kept: 'intact' });
  });

  test('are joined for who asks for this partition, and for nobody else', () => {
    const read = (partitions: readonly Partition[]) => {
      const { event } = journal.ofIncident('i1', partitions)[1]!;
      return 'text' in event ? event.text : null;
    };
    expect(read([partition])).toBe('unique words');
    expect(read(PARTITIONS)).toBe('unique words');
    expect(read(PARTITIONS.filter((each) => each !== partition))).toEqual(kept);
    expect(read([])).toEqual(kept);
    expect(keptMember(db, { keptIn: partition, entry: 2, member: 'text' })).toBe('unique words');
  });

  test('are in nothing that follows the journal, not even as it is written', () => {
    const written = journal.append(2, [note(partition, 'unique too')], stamp);
    const types = ['incident.note-added'] as const;
    const heard = [
      written,
      [...journal.entriesAfter(0)],
      [...storedEvents(db, types)],
      eventAt(db, 2),
    ];
    expect(JSON.stringify(heard)).not.toContain('unique');
    expect([...journal.entriesAfter(2)]).toEqual(written);
  });

  test.each([
    (table: string) => `UPDATE ${table} SET text = '{}'`,
    (table: string) => `DELETE FROM ${table}`,
    (table: string) => `INSERT OR REPLACE INTO ${table} VALUES (2, x'00', '{}', 'r', NULL)`,
    (table: string) => `INSERT INTO ${table} VALUES (1, x'00', '{}', 'r', NULL)`,
  ])('are not changed, deleted, replaced or slipped in', (sql) => {
    expect(() => db.exec(sql(tableOf(partition)))).toThrow(/append-only/);
    expect(keptMember(db, { keptIn: partition, entry: 2, member: 'text' })).toBe('unique words');
  });

  test.each([
    ['changed', (table: string) => `UPDATE ${table} SET text = '{"text":"other words"}'`],
    ['changed', (table: string) => `UPDATE ${table} SET salt = x'00'`],
    ['changed', (table: string) => `UPDATE ${table} SET sealed = zeroblob(64)`],
    ['changed', (table: string) => `UPDATE ${table} SET sealed = NULL`],
    ['closed', () => 'DELETE FROM word_keys'],
    ['closed', (table: string) => `UPDATE ${table} SET record = 'incident/i2'`],
    ['missing', (table: string) => `DELETE FROM ${table}`],
  ] as const)('are found %s by the audit, at their entry', (are, sql) => {
    const table = tableOf(partition);
    db.exec(`DROP TRIGGER ${table}_never_changes; DROP TRIGGER ${table}_never_shrinks`);
    db.exec(sql(table));
    expect(verifyChain(db)).toEqual({
      events: 2,
      chain: 'intact',
      kept: [{ entry: 2, partition, are }],
    });
  });

  test.each([3, 1])('are found by the audit where no entry speaks of them: %i', (entry) => {
    const table = tableOf(partition);
    db.exec(`DROP TRIGGER ${table}_only_grows`);
    db.exec(`INSERT INTO ${table} VALUES (${entry}, x'00', '{}', 'r', NULL)`);
    expect(verifyChain(db).kept).toEqual([{ entry, partition, are: 'without-entry' }]);
  });

  test('once erased they are read as kept, and neither a seal nor a board changes', () => {
    catchUp(db, journal, PROJECTIONS);
    const table = tableOf(partition);
    db.exec(`DROP TRIGGER ${table}_never_shrinks; DELETE FROM ${table}`);
    expect(journal.ofIncident('i1', PARTITIONS)[1]?.event).toMatchObject({ text: kept });
    expect(keptMember(db, { keptIn: partition, entry: 2, member: 'text' })).toBeNull();
    expect(verifyChain(db).chain).toBe('intact');
    expect(auditBoard(db).equal).toBe(true);
  });
});

test('any words come back as they were written: emoji, quotes, 200 kB', () => {
  const words = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constant('🚑"kept":{"partition":"clinical"}'),
    fc.constant('ü'.repeat(100_000)),
  );
  fc.assert(
    fc.property(fc.constantFrom(...PARTITIONS), words, (kind, text) => {
      const head = journal.head();
      journal.append(head, [note(kind, text)], stamp);
      const { event } = journal.ofIncident('i1', PARTITIONS).at(-1)!;
      expect(event).toEqual(note(kind, text));
    }),
    { numRuns: 60 },
  );
  expect(verifyChain(db)).toMatchObject({ chain: 'intact', kept: 'intact' });
});

describe('a journal of before there were partitions', () => {
  /** As 0.3 wrote it: the words stand in the body. */
  function inline(event: NewEvent): void {
    const body = JSON.stringify(event);
    const row = {
      seq: 1,
      at: stamp.at,
      by_operator: 'cleo',
      position: 'p',
      stream: 'incident/i1',
      type: event.type,
      incident_id: 'i1',
      body,
    };
    db.prepare(
      `INSERT INTO journal VALUES (@seq, @at, @by_operator, @position, @stream, @type, @incident_id,
         @body, @hash)`,
    ).run({ ...row, hash: sealOf(GENESIS, row) });
  }

  test('is read by who may read it, and kept from everybody else all the same', () => {
    inline(note('clinical', 'unique words'));
    const kept = { keptIn: 'clinical', entry: 1, member: 'text' } as const;
    const read = (partitions: readonly Partition[]) => journal.ofIncident('i1', partitions)[0];
    expect(read(['clinical'])?.event).toMatchObject({ text: 'unique words' });
    expect(read(['dispatch', 'justice', 'part-2'])?.event).toMatchObject({ text: kept });
    expect(keptMember(db, kept)).toBe('unique words');
    expect(JSON.stringify([...journal.entriesAfter(0)])).not.toContain('unique');
    catchUp(db, journal, PROJECTIONS);
    expect(auditBoard(db).equal).toBe(true);
    expect(verifyChain(db)).toEqual({ events: 1, chain: 'intact', kept: 'intact' });
  });

  test('a caution removed then is read as of the kind fewest may read', () => {
    inline({
      type: 'caution.removed',
      cautionId: 'c1',
      reason: 'unique words',
    } as unknown as NewEvent);
    const [entry] = journal.entriesAfter(0);
    expect(entry?.event).toMatchObject({
      kind: 'officer-safety',
      reason: { keptIn: 'justice', entry: 1, member: 'reason' },
    });
  });

  test('is audited before it was ever opened by this version', () => {
    inline(note('dispatch', 'open'));
    for (const partition of KEPT_PARTITIONS) db.exec(`DROP TABLE ${tableOf(partition)}`);
    expect(verifyChain(db)).toEqual({ events: 1, chain: 'intact', kept: 'intact' });
  });
});

test('words written by a desk are found changed in the file of its folder', () => {
  const atWork: DeskAtWork = centerAtWork();
  const incidentId = openedIncident(atWork, atWork.as('Dana'));
  const written = atWork.do(atWork.as('Cleo'), 'incident.add-note', {
    incidentId,
    kind: 'part-2',
    text: 'Words about treatment.',
  });
  atWork.desk.close();
  const raw = rawConnection(atWork.folder);
  expect(verifyChain(raw).kept).toBe('intact');
  raw.close();
  const verdict = tamper(atWork.folder, (file) =>
    file.exec("DROP TRIGGER kept_part_2_never_changes; UPDATE kept_part_2 SET sealed = x'00'"),
  );
  expect(verdict.kept).toEqual([{ entry: written.seq, partition: 'part-2', are: 'changed' }]);
});
