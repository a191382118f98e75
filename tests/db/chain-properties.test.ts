import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { centerAtWork, accept, clearOfDanger, openedIncident } from '../support/desk-at-work.ts';
import { rawConnection } from '../support/tampering.ts';
import { sealOf, type SealedRow } from '#db/journal/seal.ts';
import { lastSeal, sealAt } from '#db/journal/sealed-rows.ts';
import { verifyChain, type ChainVerdict } from '#db/journal/verify-chain.ts';
import type { Database } from '#db/open-database.ts';

let db: Database;
let entries: number;
let head: string;
let columns: string[];

beforeAll(() => {
  const atWork = centerAtWork();
  const dana = atWork.as('Dana');
  const opened = openedIncident(atWork, dana);
  clearOfDanger(atWork, dana, opened);
  accept(atWork, dana, opened);
  atWork.desk.close();
  db = rawConnection(atWork.folder);
  db.exec(
    'DROP TRIGGER journal_only_grows; DROP TRIGGER journal_never_changes; DROP TRIGGER journal_never_shrinks;',
  );
  head = lastSeal(db)?.toString('hex') ?? '';
  entries = verifyChain(db).events;
  columns = (db.pragma('table_info(journal)') as { name: string }[]).map(({ name }) => name);
});
afterAll(() => db.close());

/** What the audit says once this was done behind its back; then it is undone. */
function after(change: () => void): ChainVerdict {
  db.exec('BEGIN');
  try {
    change();
    return verifyChain(db, { expectHead: head });
  } finally {
    db.exec('ROLLBACK');
  }
}

function brokenAt(verdict: ChainVerdict): number | null {
  return verdict.chain === 'intact' ? null : verdict.chain.brokenAt;
}

/** Numbers every row from here on anew; from the end on, because two never have one number. */
function renumber(from: number, by: 1 | -1): void {
  const seqs = db.prepare('SELECT seq FROM journal WHERE seq >= ? ORDER BY seq').pluck().all(from);
  for (const seq of by === 1 ? seqs.toReversed() : seqs)
    db.prepare('UPDATE journal SET seq = seq + ? WHERE seq = ?').run(by, seq);
}

const anEntry = () => fc.integer({ min: 1, max: entries });

test('nothing is found where nothing was done', () => {
  expect(brokenAt(after(() => {}))).toBeNull();
  expect(entries).toBeGreaterThan(30);
});

test('any flipped bit of any column is found at its entry', () => {
  const column = fc.constantFrom(...columns.filter((name) => name !== 'seq'));
  fc.assert(
    fc.property(anEntry(), column, fc.nat(10_000), fc.nat(7), (seq, name, at, bit) => {
      const value = db.prepare(`SELECT ${name} FROM journal WHERE seq = ?`).pluck().get(seq);
      fc.pre(value !== null && value !== '');
      const bytes = Buffer.from(value as string | Buffer);
      bytes[at % bytes.length]! ^= 1 << bit;
      const changed = typeof value === 'string' ? bytes.toString('utf8') : bytes;
      const verdict = after(() =>
        db.prepare(`UPDATE journal SET ${name} = ? WHERE seq = ?`).run(changed, seq),
      );
      expect(brokenAt(verdict), name).toBe(seq);
    }),
    { numRuns: 150 },
  );
});

test('any entry taken out is found, whether the hole is left or hidden', () => {
  fc.assert(
    fc.property(anEntry(), fc.boolean(), (seq, hide) => {
      const verdict = after(() => {
        db.prepare('DELETE FROM journal WHERE seq = ?').run(seq);
        if (hide) renumber(seq + 1, -1);
      });
      expect(brokenAt(verdict)).toBe(seq);
    }),
    { numRuns: 40 },
  );
});

test('any two entries in each other’s place are found at the first', () => {
  fc.assert(
    fc.property(anEntry(), anEntry(), (one, other) => {
      fc.pre(one !== other);
      const verdict = after(() => {
        const swap = db.prepare('UPDATE journal SET seq = ? WHERE seq = ?');
        swap.run(-1, one);
        swap.run(one, other);
        swap.run(other, -1);
      });
      expect(brokenAt(verdict)).toBe(Math.min(one, other));
    }),
    { numRuns: 40 },
  );
});

test('any entry put in is found there, or at the next where it was sealed', () => {
  fc.assert(
    fc.property(anEntry(), anEntry(), fc.boolean(), (copied, place, sealed) => {
      const verdict = after(() => {
        const row = db.prepare('SELECT * FROM journal WHERE seq = ?').get(copied) as SealedRow & {
          hash: Buffer;
        };
        renumber(place, 1);
        const put = { ...row, seq: place };
        const hash = sealed ? sealOf(sealAt(db, place - 1), put) : row.hash;
        const values = columns.map((name) => ({ ...put, hash })[name as keyof typeof put]);
        const marks = columns.map(() => '?').join(', ');
        db.prepare(`INSERT INTO journal (${columns.join(', ')}) VALUES (${marks})`).run(values);
      });
      // The very entry put before itself is where it belongs: the next one is not.
      const itself = copied === place && !sealed;
      expect(brokenAt(verdict)).toBe(sealed || itself ? place + 1 : place);
    }),
    { numRuns: 40 },
  );
});

test.each([0, -1, -(2 ** 40)])('an entry put in as number %i is found', (seq) => {
  const verdict = after(() =>
    db
      .prepare(
        `INSERT INTO journal SELECT ?, at, by_operator, position, stream, type, incident_id, body, hash
         FROM journal WHERE seq = 1`,
      )
      .run(seq),
  );
  expect(brokenAt(verdict)).toBe(1);
});

test('any end that is cut off is found by the seal somebody kept, also where the board was put right', () => {
  fc.assert(
    fc.property(anEntry(), (kept) => {
      fc.pre(kept < entries);
      const verdict = after(() => {
        db.prepare('DELETE FROM journal WHERE seq > ?').run(kept);
        db.prepare('UPDATE board_meta SET projected_seq = ?').run(kept);
      });
      expect(brokenAt(verdict)).toBe(kept + 1);
    }),
    { numRuns: 20 },
  );
});

test('a journal that was written anew is found by the seal somebody kept', () => {
  const verdict = after(() => {
    let hash = sealAt(db, 0);
    const rows = db.prepare('SELECT * FROM journal ORDER BY seq').all() as SealedRow[];
    for (const row of rows) {
      const anew = row.seq === 9 ? { ...row, by_operator: 'somebody-else' } : row;
      hash = sealOf(hash, anew);
      db.prepare('UPDATE journal SET by_operator = ?, hash = ? WHERE seq = ?').run(
        anew.by_operator,
        hash,
        row.seq,
      );
    }
  });
  expect(brokenAt(verdict)).toBe(entries + 1);
});
