import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build } from 'vite';
import { temporaryFolder } from '../support/desk-at-work.ts';
import { ROOT } from '../support/source-modules.ts';
import { migrate } from '#db/migrations/migrate.ts';
import { openDatabase } from '#db/open-database.ts';
import { LockedStore } from '#db/store-key/locked-store.ts';
import { recrypt, StoreInUse, sweepRecrypting } from '#db/store-key/recrypt.ts';
import { newStoreKey, type StoreKey } from '#db/store-key/store-key.ts';
import { fittingKey } from '#main/desk/store-key/ring-keys.ts';

const MARKER = 'PLANTED-MARKER-OF-A-CALLER';
const ROWS = 2_000;

let bundle: string;

// Node 20 cannot run our sources, and the bundle has to stand where the native package is found.
beforeAll(async () => {
  const cache = join(ROOT, 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  bundle = mkdtempSync(join(cache, 'killed-recrypt-'));
  const { NODE_ENV } = process.env;
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    ssr: { target: 'node', noExternal: true, external: ['better-sqlite3'] },
    build: {
      ssr: join(import.meta.dirname, '../support/recrypting-store.ts'),
      target: 'node20.18',
      outDir: bundle,
      minify: false,
      rolldownOptions: { output: { format: 'es', entryFileNames: 'recrypting.mjs' } },
    },
  });
  // The build leaves NODE_ENV at "production" for whoever runs after it.
  if (NODE_ENV === undefined) delete process.env['NODE_ENV'];
  else process.env['NODE_ENV'] = NODE_ENV;
});

afterAll(() => rmSync(bundle, { recursive: true, force: true }));

function aStore(key: StoreKey | null, rows = 3): string {
  const file = join(temporaryFolder(), 'caredesk.sqlite');
  const db = openDatabase(file, { key });
  migrate(db);
  const insert = db.prepare(
    "INSERT INTO journal VALUES (?, 'at', 'by', 'p', 's', 't', NULL, ?, x'00')",
  );
  const body = JSON.stringify({ words: MARKER.repeat(40) });
  db.transaction(() => {
    for (let seq = 1; seq <= rows; seq += 1) insert.run(seq, body);
  })();
  db.close();
  return file;
}

function rowsOf(file: string, key: StoreKey | null): number | null {
  try {
    const db = openDatabase(file, { readonly: true, key });
    try {
      expect(db.pragma('quick_check', { simple: true })).toBe('ok');
      return db.prepare('SELECT count(*) FROM journal').pluck().get() as number;
    } finally {
      db.close();
    }
  } catch (error) {
    if (error instanceof LockedStore) return null;
    throw error;
  }
}

/** As it comes out of a ring; which place it came from matters to nobody here. */
const opened = (key: StoreKey) => ({ key, from: null as never });

function marked(folder: string): string[] {
  return readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(MARKER));
}

test('an encrypted plain store leaves no plain page behind in its folder', () => {
  const file = aStore(null);
  const folder = dirname(file);
  expect(marked(folder)).not.toEqual([]);
  const key = newStoreKey();
  recrypt(file, null, key);
  expect(marked(folder)).toEqual([]);
  expect(readdirSync(folder)).toEqual(['caredesk.sqlite']);
  expect(rowsOf(file, key)).toBe(3);
  expect(rowsOf(file, null)).toBeNull();
});

test('by a new key the store is the same, and the old one opens nothing', () => {
  const [former, key] = [newStoreKey(), newStoreKey()];
  const file = aStore(former);
  recrypt(file, former, key);
  expect(rowsOf(file, key)).toBe(3);
  expect(rowsOf(file, former)).toBeNull();
  const db = openDatabase(file, { key });
  expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
  expect(db.pragma('page_size', { simple: true })).toBe(8192);
  db.close();
});

test('while another program has it open, the store stays as it is', () => {
  const key = newStoreKey();
  const file = aStore(key);
  const other = openDatabase(file, { key });
  other.prepare('SELECT count(*) FROM journal').get();
  expect(() => recrypt(file, key, newStoreKey())).toThrow(StoreInUse);
  other.close();
  expect(rowsOf(file, key)).toBe(3);
  expect(existsSync(`${file}.recrypting`)).toBe(false);
});

test('a wrong key changes nothing', () => {
  const key = newStoreKey();
  const file = aStore(key);
  expect(() => recrypt(file, newStoreKey(), newStoreKey())).toThrow(LockedStore);
  expect(rowsOf(file, key)).toBe(3);
});

test('killed in the middle, it leaves the old store or the new one, whole', async () => {
  const keys = [newStoreKey(), newStoreKey()] as const;
  const file = aStore(keys[0], ROWS);
  let [from, to]: readonly [StoreKey, StoreKey] = keys;
  for (let kill = 0; kill < 8; kill += 1) {
    const child = spawn(process.execPath, [join(bundle, 'recrypting.mjs'), file, from, to], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    setTimeout(() => child.kill('SIGKILL'), 20 * kill + Math.random() * 20);
    const [, signal] = (await once(child, 'close')) as [number | null, string | null];
    expect(signal).toBe('SIGKILL');
    // Newest first, as the ring gives them.
    const opens = fittingKey(file, [to, from].map(opened))?.key ?? null;
    expect(rowsOf(file, opens)).toBe(ROWS);
    [from, to] = opens === keys[0] ? keys : [keys[1], keys[0]];
  }
  sweepRecrypting(file);
  expect(readdirSync(dirname(file)).filter((name) => name.includes('recrypting'))).toEqual([]);
});
