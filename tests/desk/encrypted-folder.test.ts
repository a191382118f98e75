import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { temporaryFolder } from '../support/desk-at-work.ts';
import { storeOfTheFirstVersion } from '../support/first-store.ts';
import { CENTER_PASSPHRASE, done, encryptedFirst, keptStore } from '../support/kept-store.ts';
import { pocketKeystore } from '../support/pocket-keystore.ts';
import { run } from '#main/cli/run.ts';

let folder: string;
let keystoreFolder: string;
let recoveryKey: string;
let keystoreRecovery: string;

async function encrypted(by: 'keystore' | 'passphrase'): Promise<[string, string]> {
  const kept = await keptStore(pocketKeystore(by === 'keystore'));
  const key = await encryptedFirst(kept, by);
  const reply = kept.desk().answer(
    'center.set-up',
    {
      name: 'Test Center',
      psapId: 'TEST-1',
      timeZone: 'America/Chicago',
      admin: { name: 'Ada', passphrase: 'correct horse' },
      accounts: [],
    },
    { operator: null, focus: null },
  );
  done(reply.ok ? reply.value : reply);
  kept.close();
  return [kept.folder, key];
}

beforeAll(async () => {
  [folder, recoveryKey] = await encrypted('passphrase');
  [keystoreFolder, keystoreRecovery] = await encrypted('keystore');
});

afterAll(() => delete process.env['CAREDESK_PASSPHRASE']);

async function desk(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const code = await run(args, {
    out: { write: (text) => (said.out += text) },
    err: { write: (text) => (said.err += text) },
    cwd: folder,
  });
  return { code, ...said };
}

function fileWith(text: string): string {
  const file = join(temporaryFolder(), 'secret.txt');
  writeFileSync(file, text);
  return file;
}

test.each(['audit', 'route', 'call-types'])(
  'desk %s works on an encrypted folder by passphrase, and by recovery key',
  async (command) => {
    const plain = await desk(command, '--data', folder);
    expect(plain.code).toBe(2);
    expect(plain.err).toContain('the passphrase of the center was not given');
    expect(plain.err).toContain('--passphrase-file');
    const passphrase = ['--passphrase-file', fileWith(`${CENTER_PASSPHRASE}\n`)];
    const opened = await desk(command, ...passphrase, '--data', folder);
    expect(opened.err).not.toContain('passphrase');
    expect(opened.code).toBe(0);
    const recovery = `--recovery-key-file=${fileWith(recoveryKey.toLowerCase())}`;
    expect((await desk(command, '--data', folder, recovery)).out).toBe(opened.out);
  },
);

test('the environment gives the passphrase where no file does', async () => {
  process.env['CAREDESK_PASSPHRASE'] = CENTER_PASSPHRASE;
  expect((await desk('audit', '--data', '.')).code).toBe(0);
  process.env['CAREDESK_PASSPHRASE'] = 'another one';
  const wrong = await desk('audit', '--data', folder);
  expect(wrong).toMatchObject({ code: 2, out: '' });
  expect(wrong.err).toContain('not the passphrase of the center');
  delete process.env['CAREDESK_PASSPHRASE'];
});

test('what does not open it is told apart, with a remedy', async () => {
  const wrong = async (...means: string[]) => {
    const { code, out, err } = await desk('audit', '--data', folder, ...means);
    expect([code, out]).toEqual([2, '']);
    return err;
  };
  expect(await wrong('--passphrase-file', fileWith('wrong'))).toContain('not the passphrase');
  expect(await wrong('--passphrase-file', join(folder, 'none'))).toContain('cannot be read');
  expect(await wrong('--passphrase-file')).toContain('Use --passphrase-file FILE');
  expect(await wrong('--recovery-key-file', fileWith('K7QF2'))).toContain('holds no recovery key');
});

test('a key only the keystore has is not asked for by the command line, which says the ways on', async () => {
  const refused = await desk('audit', '--data', keystoreFolder);
  expect(refused).toMatchObject({ code: 2, out: '' });
  for (const way of ['--recovery-key-file', '--passphrase-file', 'CAREDESK_PASSPHRASE', 'pocket'])
    expect(refused.err).toContain(way);
  const passphrase = ['--passphrase-file', fileWith(CENTER_PASSPHRASE)];
  const wrong = await desk('audit', '--data', keystoreFolder, ...passphrase);
  expect(wrong.code).toBe(2);
  expect(wrong.err).toContain('the passphrase that was given opens nothing here');
});

test('with the recovery key an administrator of such a folder checks, copies, exports and restores', async () => {
  const recovery = ['--recovery-key-file', fileWith(keystoreRecovery)];
  expect((await desk('audit', '--data', keystoreFolder, ...recovery)).code).toBe(0);
  const to = join(temporaryFolder(), 'copies');
  const made = await desk('backup', '--data', keystoreFolder, '--to', to, ...recovery);
  expect(JSON.parse(made.out)).toMatchObject({ encrypted: true, verified: true, recorded: true });
  const file = join(temporaryFolder(), 'audit.jsonl');
  const exported = await desk('audit', '--export', file, '--data', keystoreFolder, ...recovery);
  expect(exported.code).toBe(0);
  expect((await desk('audit', file)).code).toBe(0);
  const copy = (JSON.parse(made.out) as { file: string }).file;
  const drill = await desk('restore', copy, '--data', keystoreFolder, '--dry-run', ...recovery);
  expect(JSON.parse(drill.out)).toMatchObject({ verified: true, center: 'Test Center' });
});

test('an older folder is upgraded without a copy only where somebody says so, as by the console', async () => {
  const older = storeOfTheFirstVersion();
  writeFileSync(`${older}-copies`, 'in the way');
  const recorded = ['call-types', '--data', older];
  const refused = await desk(...recorded);
  expect(refused).toMatchObject({ code: 2, out: '' });
  expect(refused.err).toMatch(/Nothing was changed.*--upgrade-without-copy/s);
  expect((await desk(...recorded, '--upgrade-without-copy')).code).toBe(0);
  expect((await desk(...recorded)).code).toBe(0);
});

test('desk store-key says how a store is opened and gives nothing away', async () => {
  const { code, out } = await desk('store-key', '--data', keystoreFolder);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toEqual({
    encrypted: true,
    keys: [
      {
        fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/) as string,
        madeAt: '2026-03-03T18:00:00.000Z',
        opens: 'keystore',
        keystore: 'pocket',
      },
    ],
  });
  const plain = await keptStore(pocketKeystore());
  plain.close();
  const answer = await desk('store-key', '--data', plain.folder);
  expect(JSON.parse(answer.out)).toEqual({ encrypted: false, keys: [] });
});

test('a copy of an encrypted store is encrypted, and restored with the ring of its moment', async () => {
  const target = join(temporaryFolder(), 'copies');
  const passphrase = ['--passphrase-file', fileWith(CENTER_PASSPHRASE)];
  expect((await desk('backup', '--data', folder, '--to', target)).code).toBe(2);
  const backup = await desk('backup', '--data', folder, '--to', target, ...passphrase);
  expect(backup.code).toBe(0);
  const made = JSON.parse(backup.out) as { file: string; entries: number };
  expect(made).toMatchObject({ encrypted: true, verified: true, recorded: true });
  expect(readFileSync(made.file).includes('Test Center')).toBe(false);
  expect(readdirSync(target).some((name) => name.endsWith('.store-key.json'))).toBe(true);

  const fresh = join(temporaryFolder(), 'data');
  const without = await desk('restore', made.file, '--data', fresh);
  expect(without).toMatchObject({ code: 2, out: '' });
  expect(without.err).toContain('the passphrase of the center was not given');
  const wrong = await desk(
    'restore',
    made.file,
    '--data',
    fresh,
    '--passphrase-file',
    fileWith('x'),
  );
  expect(wrong).toMatchObject({ code: 2, out: '' });
  expect(existsSync(fresh)).toBe(false);

  const restored = await desk('restore', made.file, '--data', fresh, ...passphrase);
  expect(restored.code).toBe(0);
  expect(JSON.parse(restored.out)).toMatchObject({ entries: made.entries, center: 'Test Center' });
  const audit = await desk('audit', '--data', fresh, ...passphrase);
  expect(JSON.parse(audit.out)).toMatchObject({ events: made.entries + 1, chain: 'intact' });
  // Also over the store it came from, which is opened by what was given, too.
  const over = await desk('restore', made.file, '--data', folder, '--dry-run', ...passphrase);
  expect(JSON.parse(over.out)).toMatchObject({ present: { sameStore: true, newer: 1 } });
});
