import { KEPT_TABLES } from '../journal/kept-words.ts';
import { rewriteKeys } from '../journal/shredded-words.ts';
import { atomically, statement, type Database } from '../open-database.ts';
import { KEPT_PARTITIONS, type KeptPartition } from '#shared/partition/partition.ts';

/** Rows by a sequence that only goes up. */
const GROWING = ['journal', ...Object.values(KEPT_TABLES)];
/** Rows by their hash, which never change and never go. */
const BY_HASH = ['directories', 'kept_documents'];
/** The keys of kept words go with a shredding, and there is an entry of it. */
const KEYS = ['word_keys', 'word_shreddings'];
/** Small, and changed anywhere: taken over whole. */
const WHOLE = ['credentials', 'drafts', 'policy_drafts', 'audit_keys'];
/** Large only while one is under way; whenever one of them changes, so does its row in the first. */
const IMPORTS = ['imports', 'import_marks', 'import_left_out'];
const PRECIOUS = [...GROWING, ...BY_HASH, ...KEYS, ...WHOLE, ...IMPORTS];
/** Follow from the others, and are brought up to them by whoever opens the store. */
const DERIVED = ['board_', 'directory_services_', 'directory_words_', 'directory_vocabulary_'];
const SLOTS = 'directory_slots';

/**
 * Brings to a copy of a store everything that was written since the copy was made or brought up last. Answers how
 * many entries that were. The store is read as it is at one moment; the boards of the copy stay behind.
 * @throws when the store has a table this does not know: nothing of it may be lost.
 */
export function takeTail(store: Database, copy: Database): number {
  return store.transaction(() => {
    requireKnown(store);
    return atomically(copy, () => {
      shredAgain(store, copy);
      const entries = takeGrown(store, copy);
      for (const table of BY_HASH) takeNew(store, copy, table);
      for (const table of WHOLE) takeWhole(store, copy, table);
      if (textOf(store, 'imports') !== textOf(copy, 'imports'))
        for (const table of IMPORTS) takeWhole(store, copy, table);
      forgetSlots(store, copy);
      return entries;
    });
  })();
}

/**
 * Why a copy that has everything of a store has not; null when it has. The seal of its last entry stands for all
 * entries; the rest is counted.
 */
export function lacks(store: Database, copy: Database): string | null {
  const last = 'SELECT seq, hex(hash) AS hash FROM journal ORDER BY seq DESC LIMIT 1';
  if (JSON.stringify(statement(store, last).get()) !== JSON.stringify(statement(copy, last).get()))
    return 'the journal';
  const counted = PRECIOUS.filter((table) => table !== 'journal');
  return counted.find((table) => countOf(store, table) !== countOf(copy, table)) ?? null;
}

/** Every table of the schema by what becomes of it; a new one has to be named here. */
export function unknownTables(db: Database): string[] {
  const named = statement(
    db,
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
  ).pluck();
  return (named.all() as string[]).filter(
    (name) =>
      !PRECIOUS.includes(name) && name !== SLOTS && !DERIVED.some((each) => name.startsWith(each)),
  );
}

function requireKnown(store: Database): void {
  const [unknown] = unknownTables(store);
  if (unknown !== undefined) throw new Error(`The table ${unknown} would not be taken along.`);
}

/** What was shredded since goes here, too: first, because the record may have new words and a new key. */
function shredAgain(store: Database, copy: Database): void {
  if (countOf(store, 'word_shreddings') === countOf(copy, 'word_shreddings')) return;
  const known = new Set(rowsOf(copy, 'word_shreddings').map(said));
  const put = insertInto(copy, 'word_shreddings');
  for (const row of rowsOf(store, 'word_shreddings')) {
    if (known.has(said(row))) continue;
    put(row);
    const [partition, record, upTo] = row as [KeptPartition, string, bigint];
    statement(copy, 'DELETE FROM word_keys WHERE partition = ? AND record = ?').run(
      partition,
      record,
    );
    statement(copy, `DELETE FROM ${KEPT_TABLES[partition]} WHERE record = ? AND seq <= ?`).run(
      record,
      upTo,
    );
  }
  rewriteKeys(copy);
}

function takeGrown(store: Database, copy: Database): number {
  for (const partition of KEPT_PARTITIONS) {
    const from = takeAfter(store, copy, KEPT_TABLES[partition]);
    takeKeys(store, copy, partition, from);
  }
  const before = takeAfter(store, copy, 'journal');
  return lastOf(copy, 'journal') - before;
}

/** Answers after which sequence. */
function takeAfter(store: Database, copy: Database, table: string): number {
  const from = lastOf(copy, table);
  const put = insertInto(copy, table);
  for (const row of reading(store, table, 'WHERE seq > ? ORDER BY seq').iterate(from)) put(row);
  return from;
}

function lastOf(db: Database, table: string): number {
  return statement(db, `SELECT COALESCE(MAX(seq), 0) FROM ${table}`).pluck().get() as number;
}

/** Of the records that have words after `from`: a record has its key from its first words on. */
function takeKeys(store: Database, copy: Database, partition: KeptPartition, from: number): void {
  const without = statement(
    copy,
    `SELECT DISTINCT record FROM ${KEPT_TABLES[partition]} WHERE seq > ? AND sealed IS NOT NULL
       AND record NOT IN (SELECT record FROM word_keys WHERE partition = ?)`,
  ).pluck();
  const put = insertInto(copy, 'word_keys');
  const key = reading(store, 'word_keys', 'WHERE partition = ? AND record = ?');
  for (const record of without.all(from, partition) as string[])
    for (const row of key.all(partition, record)) put(row);
}

function takeNew(store: Database, copy: Database, table: string): void {
  if (countOf(store, table) === countOf(copy, table)) return;
  const hashes = (db: Database) =>
    statement(db, `SELECT hash FROM ${table}`).pluck().all() as string[];
  const known = new Set(hashes(copy));
  const put = insertInto(copy, table);
  const one = reading(store, table, 'WHERE hash = ?');
  for (const hash of hashes(store)) if (!known.has(hash)) put(one.get(hash));
}

function takeWhole(store: Database, copy: Database, table: string): void {
  copy.exec(`DELETE FROM ${table}`);
  const put = insertInto(copy, table);
  for (const row of reading(store, table, '').iterate()) put(row);
}

/** Another directory was made ready to be searched: it is made ready again when somebody searches. */
function forgetSlots(store: Database, copy: Database): void {
  if (!hasTable(copy, SLOTS)) return;
  const same = hasTable(store, SLOTS) && textOf(store, SLOTS) === textOf(copy, SLOTS);
  if (!same) copy.exec(`DELETE FROM ${SLOTS}`);
}

function hasTable(db: Database, table: string): boolean {
  return statement(db, 'SELECT 1 FROM sqlite_schema WHERE name = ?').get(table) !== undefined;
}

function countOf(db: Database, table: string): number {
  return statement(db, `SELECT count(*) FROM ${table}`).pluck().get() as number;
}

/** Rows as lists, and whole numbers exact. */
function reading(db: Database, table: string, which: string) {
  return db.prepare(`SELECT * FROM ${table} ${which}`).raw().safeIntegers();
}

function rowsOf(db: Database, table: string): unknown[] {
  return reading(db, table, '').all();
}

function textOf(db: Database, table: string): string {
  return rowsOf(db, table).map(said).join('\n');
}

function said(row: unknown): string {
  return JSON.stringify(row, (_, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
}

function insertInto(db: Database, table: string): (row: unknown) => void {
  const columns = db.pragma(`table_info(${table})`) as unknown[];
  const put = db.prepare(`INSERT INTO ${table} VALUES (${columns.map(() => '?').join(', ')})`);
  return (row) => void put.run(...(row as unknown[]));
}
