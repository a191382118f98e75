import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { desk as commandLine } from '../import/import-folder.ts';
import {
  centerAtWork,
  accept,
  clearOfDanger,
  openedIncident,
  PASSPHRASE,
  temporaryFolder,
  type DeskAtWork,
} from '../support/desk-at-work.ts';
import { readExport, type ExportVerdict } from '#main/desk/audit/read-export.ts';
import { keyToSignWith } from '#main/desk/audit/signing.ts';
import { writeExport } from '#main/desk/audit/write-export.ts';
import { auditPart } from '#main/desk/audit/audit-part.ts';
import type { OperatorId } from '#shared/lib/brand.ts';
import { knownAuditKeys } from '#db/settings/audit-keys.ts';

let atWork: DeskAtWork;
let whole: Buffer;
let lines: string[];
const SAM = 'sam' as OperatorId;
const scratch = join(temporaryFolder(), 'audit.jsonl');

function exported(chosen: { filter: string; seqs: number[] } | null = null): Buffer {
  const { desk } = atWork;
  const key = keyToSignWith(desk, SAM);
  const part = auditPart(desk.db, desk.journal.head(), { from: null, to: null });
  const asked = { ...part, madeBy: 'Sam, supervisor', now: desk.now(), key, chosen };
  return Buffer.from([...writeExport(desk.db, asked)].join(''));
}

function verdictOn(bytes: Buffer | string, fingerprint: string | null = null): ExportVerdict {
  writeFileSync(scratch, bytes);
  const verdict = readExport(scratch, fingerprint);
  if (verdict === null) throw new Error('It is not even taken for an export.');
  return verdict;
}

function withLines(change: (given: string[]) => void): string {
  const given = [...lines];
  change(given);
  return given.map((line) => `${line}\n`).join('');
}

beforeAll(() => {
  atWork = centerAtWork();
  const dana = atWork.as('Dana');
  const incidentId = openedIncident(atWork, dana, { words: '“Ünïcode” 🚑\n\\"line\\":7 \u2028' });
  clearOfDanger(atWork, dana, incidentId);
  accept(atWork, dana, incidentId);
  whole = exported();
  lines = whole.toString('utf8').trimEnd().split('\n');
});

describe('an export as it was written', () => {
  test('is in order, and says what is in it', () => {
    const head = atWork.desk.journal.head();
    expect(verdictOn(whole)).toMatchObject({
      ok: true,
      entries: head,
      from: 1,
      to: head,
      filter: null,
      fault: null,
    });
    expect(lines).toHaveLength(head + 2);
  });

  test('holds each entry as it is stored, and no words that are kept apart', () => {
    const entry = JSON.parse(lines[3] ?? '') as Record<string, unknown>;
    const row = atWork.desk.db
      .prepare('SELECT * FROM journal WHERE seq = ?')
      .get(entry['seq']) as Record<string, unknown>;
    const { hash, ...columns } = row;
    expect(entry).toMatchObject({ ...columns, hash: (hash as Buffer).toString('hex') });
  });

  test('of some entries is in order too, and one of none', () => {
    const some = verdictOn(exported({ filter: 'group: sign-on', seqs: [2, 3, 9, 20] }));
    expect(some).toMatchObject({ ok: true, entries: 4, filter: 'group: sign-on' });
    expect(verdictOn(exported({ filter: 'nobody', seqs: [] }))).toMatchObject({
      ok: true,
      entries: 0,
    });
  });

  test('is signed with one key that stays, until two people take another into use', () => {
    const { fingerprint } = verdictOn(whole);
    expect(verdictOn(exported()).fingerprint).toBe(fingerprint);
    const renew = (by: string, second: string) =>
      atWork.desk.answer(
        'audit.renew-key',
        { secondPerson: { operatorId: atWork.idOf(second), passphrase: PASSPHRASE } },
        atWork.as(by),
      );
    expect(renew('Sam', 'Sam')).toMatchObject({ refused: 'second-person' });
    expect(renew('Sam', 'Dana')).toMatchObject({ refused: 'may-not-sign' });
    expect(renew('Dana', 'Sam')).toMatchObject({ refused: 'not-allowed' });
    expect(verdictOn(exported()).fingerprint).toBe(fingerprint);
    expect(renew('Sam', 'Ada')).toMatchObject({ ok: true });

    const later = verdictOn(exported());
    expect(later).toMatchObject({ ok: true });
    expect(later.fingerprint).not.toBe(fingerprint);
    expect(verdictOn(whole, fingerprint).ok).toBe(true);
    const known = knownAuditKeys(atWork.desk.db);
    expect(known.map((key) => [key.fingerprint, key.retiredAt === null])).toEqual([
      [later.fingerprint, true],
      [fingerprint, false],
    ]);
    const privates = atWork.desk.db.prepare('SELECT private_key FROM audit_keys').pluck().all();
    expect(privates.filter((key) => key !== null)).toHaveLength(1);
    // Every key that ever signed is an entry, with who took it and which one it replaced.
    const taken = [...atWork.desk.journal.entriesAfter(0)].flatMap(({ event, by }) =>
      event.type === 'audit.key-taken' ? [{ ...event, by }] : [],
    );
    expect(taken).toMatchObject([
      { fingerprint, replaces: null, secondPerson: null, by: SAM },
      {
        fingerprint: later.fingerprint,
        replaces: fingerprint,
        secondPerson: atWork.idOf('Ada'),
        by: atWork.idOf('Sam'),
      },
    ]);
  });

  test('signed with another key than the expected one is not taken', () => {
    const verdict = verdictOn(whole, '0'.repeat(32));
    expect(verdict.fault).toMatchObject({ line: 1, what: 'other-key' });
  });
});

describe('whatever is done to an export is found and named', () => {
  test('a flipped bit anywhere', () => {
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(7), (at, bit) => {
        const bytes = Buffer.from(whole);
        bytes[at]! ^= 1 << bit;
        const { ok, fault } = verdictOn(bytes);
        const line = whole.subarray(0, at).toString('latin1').split('\n').length;
        expect(ok).toBe(false);
        expect(fault?.line, fault?.why).toBe(line);
        expect(fault?.why).toMatch(/[a-z].*\.$/u);
      }),
      { numRuns: 400 },
    );
  });

  test('the header or the link to it: which of the two is told by the line after', () => {
    const links = /"link":"(.)/u;
    const [header = '', first = ''] = lines;
    const link = first.replace(links, (_all, digit) => `"link":"${digit === '0' ? '1' : '0'}`);
    for (const [at, line] of [
      [0, header.replace('Test Center', 'Best Center')],
      [1, link],
    ] as const)
      expect(verdictOn(withLines((given) => (given[at] = line))).fault).toMatchObject({
        line: at + 1,
        entry: at === 0 ? null : 1,
        what: 'changed',
      });
  });

  test('an entry put on the timeline of no incident, which has the same seal', () => {
    const at = lines.findIndex((line) => line.includes('"incident_id":null'));
    const { fault } = verdictOn(
      withLines((given) => {
        given[at] = (given[at] ?? '').replace('"incident_id":null', '"incident_id":""');
      }),
    );
    expect(fault).toMatchObject({ line: at + 1, what: 'changed' });
  });

  test('a line nobody can read any more, with the entry that belongs there', () => {
    for (const [at, entry] of [
      [0, null],
      [1, 1],
      [7, 7],
      [lines.length - 1, null],
    ] as const)
      for (const broken of ['', '{"line":', '[]', '\uFEFF'])
        expect(verdictOn(withLines((given) => (given[at] = broken))).fault).toMatchObject({
          line: at + 1,
          entry,
          what: 'changed',
        });
  });

  test('a line that never ends, also after one that is missing', () => {
    const endless = Buffer.concat([
      Buffer.from(withLines((given) => given.splice(3, 1))),
      Buffer.alloc(200 << 20, 'x'),
    ]);
    const { fault } = verdictOn(endless);
    expect(fault).toMatchObject({ line: 4, what: 'removed' });
  });

  test('a line taken away', () => {
    for (let at = 0; at < lines.length; at += 1) {
      const { fault } = verdictOn(withLines((given) => given.splice(at, 1)));
      const last = at === lines.length - 1;
      expect(fault, `line ${at + 1}`).toMatchObject({
        line: at + 1,
        what: last ? 'truncated' : 'removed',
      });
      if (at > 1 && !last) expect(fault?.entry).toBe(at);
    }
  });

  test('two lines in each other’s place', () => {
    const place = fc.integer({ min: 0, max: lines.length - 1 });
    fc.assert(
      fc.property(place, place, (one, other) => {
        fc.pre(one !== other);
        const { fault } = verdictOn(
          withLines((given) => {
            [given[one], given[other]] = [given[other] ?? '', given[one] ?? ''];
          }),
        );
        expect(fault).toMatchObject({ line: Math.min(one, other) + 1, what: 'reordered' });
      }),
      { numRuns: 60 },
    );
  });

  test('a line put in, its own or another’s', () => {
    const at = fc.integer({ min: 0, max: lines.length });
    fc.assert(
      fc.property(at, fc.nat(lines.length - 1), fc.boolean(), (where, which, blank) => {
        const put = blank ? '' : (lines[which] ?? '');
        const { fault } = verdictOn(withLines((given) => given.splice(where, 0, put)));
        expect(fault).not.toBeNull();
        expect(fault?.line).toBeGreaterThanOrEqual(where);
        expect(fault?.line).toBeLessThanOrEqual(where + 2);
      }),
      { numRuns: 80 },
    );
  });

  test('an end that is cut off anywhere', () => {
    fc.assert(
      fc.property(fc.integer({ min: 200, max: whole.length - 1 }), (length) => {
        const { fault } = verdictOn(whole.subarray(0, length));
        expect(fault?.what).toBe('truncated');
      }),
      { numRuns: 80 },
    );
  });

  test('an entry written anew with everything that follows from it, but for the signature', () => {
    // Whoever can do this has no key of the center: they sign with their own, or not at all.
    const other = centerAtWork();
    const part = auditPart(other.desk.db, other.desk.journal.head(), { from: null, to: null });
    const key = keyToSignWith(other.desk, SAM);
    const asked = { ...part, madeBy: 'Sam', now: other.now(), key, chosen: null };
    const forged = [...writeExport(other.desk.db, asked)].join('').trimEnd().split('\n');
    const real = JSON.parse(lines.at(-1) ?? '') as object;
    const end = JSON.parse(forged.at(-1) ?? '') as Record<string, unknown>;
    const signed = { ...end, ...('signature' in real ? { signature: real.signature } : {}) };
    const text = [...forged.slice(0, -1), JSON.stringify(sorted(signed))].join('\n');
    expect(verdictOn(`${text}\n`).fault).toMatchObject({ what: 'wrong-signature' });
    const mine = verdictOn(`${forged.join('\n')}\n`);
    expect(mine.ok).toBe(true);
    expect(verdictOn(`${forged.join('\n')}\n`, verdictOn(whole).fingerprint).fault).toMatchObject({
      what: 'other-key',
    });
    other.desk.close();
  });

  test('something after the signature', () => {
    expect(verdictOn(withLines((given) => given.push(given[4] ?? ''))).fault).toMatchObject({
      what: 'inserted',
    });
  });
});

function sorted(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

describe('desk audit', () => {
  test('writes a part of the journal and verifies it elsewhere', async () => {
    const center = centerAtWork();
    center.desk.close();
    const file = join(temporaryFolder(), 'part.jsonl');
    const day = '2026-03-03';
    const args = ['--from', day, '--to', day, '--data', center.folder];
    const made = await commandLine('audit', '--export', file, ...args);
    expect(made.code).toBe(0);
    const said = JSON.parse(made.out) as { fingerprint: string; head: string; to: number };
    expect(made.err).toContain('Signed with the key');

    const read = await commandLine('audit', file, '--fingerprint', said.fingerprint);
    expect([read.code, read.err]).toEqual([0, '']);
    expect(JSON.parse(read.out)).toMatchObject({ ok: true, fault: null, to: said.to });

    const anchored = ['audit', '--data', center.folder, '--expect-head'];
    expect((await commandLine(...anchored, said.head)).code).toBe(0);
    const gone = await commandLine(...anchored, 'a'.repeat(64));
    expect(gone.code).toBe(1);
    expect(gone.err).toContain('No entry has the seal that was expected');

    writeFileSync(file, readFileSync(file, 'utf8').replace('Dana', 'Dena'));
    const changed = await commandLine('audit', file);
    expect(changed.code).toBe(1);
    expect(changed.err).toMatch(/part\.jsonl, line \d+: Entry \d+ in line \d+ does not match/u);
    expect(JSON.parse(changed.out)).toMatchObject({ ok: false, fault: { what: 'changed' } });
  });

  test('puts on record that it was exported, and never writes over a file', async () => {
    const center = centerAtWork();
    center.desk.close();
    const file = join(temporaryFolder(), 'whole.jsonl');
    const args = ['audit', '--export', file, '--data', center.folder];
    expect((await commandLine(...args)).code).toBe(0);
    const again = await commandLine(...args);
    expect([again.code, again.out]).toEqual([2, '']);
    expect(again.err).toContain('is there already');
    const next = center.reopen();
    const last = [...next.desk.journal.entriesAfter(next.desk.journal.head() - 1)];
    expect(last.map(({ event }) => event.type)).toEqual(['audit.exported']);
    next.desk.close();
  });

  test('says which keys it was signed with, takes a new one, and tells a file of the other key', async () => {
    const center = centerAtWork();
    center.desk.close();
    const data = ['--data', center.folder];
    const none = await commandLine('audit-key', ...data);
    expect([none.code, JSON.parse(none.out)]).toEqual([0, { keys: [] }]);
    const file = join(temporaryFolder(), 'before.jsonl');
    const made = await commandLine('audit', '--export', file, ...data);
    const { fingerprint } = JSON.parse(made.out) as { fingerprint: string };
    const renewed = await commandLine('audit-key', ...data, '--new');
    const { keys } = JSON.parse(renewed.out) as { keys: { fingerprint: string }[] };
    expect(keys).toMatchObject([{ retiredAt: null }, { fingerprint }]);
    expect(renewed.out).not.toContain('private');

    expect((await commandLine('audit', file, '--fingerprint', fingerprint)).code).toBe(0);
    const spoken = `${fingerprint.slice(0, 4).toUpperCase()} ${fingerprint.slice(4)}`;
    expect((await commandLine('audit', file, '--fingerprint', spoken)).code).toBe(0);
    const other = await commandLine('audit', file, '--fingerprint', keys[0]!.fingerprint);
    expect(other.code).toBe(1);
    expect(other.err).toMatch(/line 1: .*another key.*Do not rely on it/u);
    expect(JSON.parse(other.out)).toMatchObject({ ok: false, fault: { what: 'other-key' } });
  });

  test('leaves no file behind that could not be put on record', async () => {
    const center = centerAtWork();
    // The key is there; what cannot be written any more is the entry.
    keyToSignWith(center.desk, SAM);
    center.desk.db.exec(
      "CREATE TRIGGER full BEFORE INSERT ON journal BEGIN SELECT RAISE(ABORT, 'no room'); END",
    );
    center.desk.close();
    const folder = temporaryFolder();
    const at = (name: string) => join(folder, name);
    const data = ['--data', center.folder];
    const exports = await commandLine('audit', '--export', at('whole.jsonl'), ...data);
    const key = await commandLine('partner-key', 'Invented House', '--out', at('key'), ...data);
    expect([exports.code, exports.out, key.code, key.out]).toEqual([2, '', 2, '']);
    expect(exports.err).toContain('no export was made: no room. Then export to');
    expect(readdirSync(folder)).toEqual([]);
  });

  test('takes no other file for one, and no other word for a seal', async () => {
    const file = join(temporaryFolder(), 'other.json');
    writeFileSync(file, '{"name":"caredesk"}\n');
    const ran = await commandLine('audit', file);
    expect([ran.code, ran.out]).toEqual([2, '']);
    expect(ran.err).toContain('is no export of an audit');
    const center = centerAtWork();
    center.desk.close();
    const head = await commandLine('audit', '--data', center.folder, '--expect-head', 'abc');
    expect([head.code, head.out]).toEqual([2, '']);
    expect(head.err).toContain('is no seal of an entry');
  });

  test.each([
    [['audit', '/no/such/file'], 'cannot be read'],
    [['audit', '.'], 'it is not a file'],
    [['audit', 'x.jsonl', '--fingerprint', 'abc'], 'is no fingerprint of a key'],
    [['audit', '--export', 'x.jsonl', '--data', '/no/such/folder'], 'holds no CareDesk journal'],
    [['audit', 'a', 'b'], 'one argument too many'],
  ])('%j is unusable', async (args, says) => {
    const ran = await commandLine(...args);
    expect([ran.code, ran.out]).toEqual([2, '']);
    expect(ran.err).toContain(says);
  });
});
