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
import { copyByKey, StoreInUse, takePlace, sweepRecrypting } from '#db/store-key/recrypt.ts';
import { newStoreKey, type StoreKey } from '#db/store-key/store-key.ts';
import { fittingKey } from '#main/desk/store-key/ring-keys.ts';

const MARKER = 'PLANTED-MARKER-OF-A-CALLER';
const ROWS = 2_000;

let bundle: string;

/** Both parts, with nobody at work in between. */
function recrypt(file: string, from: StoreKey | null, to: StoreKey): void {
  copyByKey(file, from, to);
  takePlace(file, from, to);
}

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

/** What it had said when it was killed, so long after it said this. */
async function killedAfter(word: string, ms: number, ...args: string[]): Promise<string[]> {
  const child = spawn(process.execPath, [join(bundle, 'recrypting.mjs'), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (text: Buffer) => (said += text.toString()));
  while (!said.includes(`${word}\n`)) await once(child.stdout, 'data');
  setTimeout(() => child.kill('SIGKILL'), ms);
  const [, signal] = (await once(child, 'close')) as [number | null, string | null];
  expect(signal).toBe('SIGKILL');
  return said.trim().split('\n');
}

test.each(['begun', 'copied', 'exchanged'])(
  'killed after it has %s, it leaves the old store or the new one, with everything that was written',
  async (word) => {
    const keys = [newStoreKey(), newStoreKey()] as const;
    const file = aStore(keys[0], ROWS);
    let [from, to]: readonly [StoreKey, StoreKey] = keys;
    for (let kill = 0; kill < 2; kill += 1) {
      const said = await killedAfter(word, 30 * kill + Math.random() * 30, file, from, to);
      const known = Math.max(ROWS, ...said.map(Number).filter((seq) => !Number.isNaN(seq)));
      // Newest first, as the ring gives them.
      const opens = fittingKey(file, [to, from].map(opened))?.key ?? null;
      if (word === 'exchanged') expect(opens).toBe(to);
      expect(rowsOf(file, opens)).toBeGreaterThanOrEqual(known);
      const db = openDatabase(file, { key: opens });
      const whole = db.prepare(
        `SELECT (SELECT count(*) FROM kept_clinical) = (SELECT count(*) FROM word_keys)
           AND (SELECT MAX(seq) - ${ROWS} FROM journal) = (SELECT count(*) FROM kept_clinical)`,
      );
      expect(whole.pluck().get()).toBe(1);
      const draft = db.prepare('SELECT text FROM drafts').pluck().get() as string | undefined;
      expect(Number(draft ?? ROWS)).toBeGreaterThanOrEqual(known);
      db.close();
      [from, to] = opens === keys[0] ? keys : [keys[1], keys[0]];
    }
    sweepRecrypting(file);
    const left = readdirSync(dirname(file)).filter((name) => name.includes('recrypting'));
    expect(left).toEqual([]);
  },
);
