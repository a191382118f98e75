import { afterAll, beforeAll, expect, test } from 'vitest';
import { centerAtWork } from '../support/desk-at-work.ts';
import { rawConnection } from '../support/tampering.ts';
import { auditRecord, complaintsOf } from '#db/audit-store.ts';
import { schemaAt, SCHEMA_VERSION } from '#db/migrations/migrate.ts';
import { openInMemory, type Database } from '#db/open-database.ts';
import { auditKey, takeAuditKey } from '#db/settings/audit-keys.ts';
import { verifyGuards } from '#db/verify-guards.ts';
import { takeNewKey } from '#main/desk/audit/signing.ts';
import { DESK_OPERATOR } from '#shared/roster/operator.ts';

let raw: Database;
let exported: string;
beforeAll(() => {
  const atWork = centerAtWork();
  const { fingerprint } = takeNewKey(atWork.desk, DESK_OPERATOR, null);
  exported = fingerprint;
  const event = { type: 'audit.exported', from: 1, to: 2, entries: 2, fingerprint } as const;
  atWork.desk.record([event], DESK_OPERATOR);
  atWork.desk.close();
  raw = rawConnection(atWork.folder);
});
afterAll(() => raw.close());

/** What the audit says of the store when it was changed so; the next finds it as it was. */
function after(change: (db: Database) => void) {
  raw.exec('BEGIN');
  try {
    change(raw);
    const audit = auditRecord(raw);
    return { guards: audit.guards, keys: audit.keys, says: complaintsOf(audit) };
  } finally {
    raw.exec('ROLLBACK');
  }
}

const whole = { guards: 'intact', keys: 'intact', says: [] };

test('a store as CareDesk made it is whole', () => {
  expect(after(() => {})).toEqual(whole);
});

test('each trigger that was taken away is named', () => {
  const names = raw
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
    .pluck()
    .all() as string[];
  expect(names.length).toBeGreaterThan(14);
  for (const name of names) {
    const { guards, says } = after((file) => file.exec(`DROP TRIGGER ${name}`));
    expect(guards).toEqual([{ name, is: 'missing' }]);
    expect(says).toEqual([`${name} is missing: somebody took it away.`]);
  }
});

test('a trigger that was put in, one that was weakened, and a view in the place of the journal are named', () => {
  const evil = 'CREATE TRIGGER evil AFTER INSERT ON board_calls BEGIN DELETE FROM drafts; END';
  expect(after((file) => file.exec(evil)).guards).toEqual([{ name: 'evil', is: 'added' }]);
  const weaker = `DROP TRIGGER journal_never_changes;
    CREATE TRIGGER journal_never_changes BEFORE UPDATE ON journal BEGIN SELECT 1; END`;
  expect(after((file) => file.exec(weaker)).guards).toEqual([
    { name: 'journal_never_changes', is: 'changed' },
  ]);
  const replaced = `ALTER TABLE credentials RENAME TO taken; CREATE VIEW credentials AS SELECT * FROM taken`;
  expect(after((file) => file.exec(replaced)).guards).toContainEqual({
    name: 'credentials',
    is: 'changed',
  });
});

test('a store of an earlier schema is held against that one', () => {
  for (const version of [10, 40, 110, SCHEMA_VERSION]) {
    const db = openInMemory();
    schemaAt(db, version);
    db.pragma(`user_version = ${version}`);
    expect(verifyGuards(db), String(version)).toEqual([]);
    db.close();
  }
});

test('a key of the audit that was exchanged, and one that is gone although it signed, are named', () => {
  const elsewhere = centerAtWork();
  const other = takeNewKey(elsewhere.desk, DESK_OPERATOR, null);
  elsewhere.desk.close();
  const changed = { fingerprint: exported, is: 'changed' };
  for (const [column, value] of [
    ['public_key', other.publicKey],
    ['private_key', other.privateKey],
    ['private_key', 'no key at all'],
  ] as const)
    expect(
      after((file) => file.prepare(`UPDATE audit_keys SET ${column} = ?`).run(value)).keys,
    ).toEqual([changed]);
  const { keys, says } = after((file) => {
    file.exec('DELETE FROM audit_keys');
    takeAuditKey(file, other, '2026-03-03T18:00:00.000Z');
    expect(auditKey(file)?.fingerprint).not.toBe(exported);
  });
  expect(keys).toEqual([{ fingerprint: exported, is: 'missing' }]);
  expect(says).toEqual([`the key ${exported} the audit is signed with is missing.`]);
});
