import BetterSqlite3 from 'better-sqlite3';
import type { Database } from '../open-database.ts';
import { unlockWith } from '../store-key/cipher.ts';
import type { StoreKey } from '../store-key/store-key.ts';

/** So much is written between two steps. */
const STEP_BYTES = 2 << 20;
/** A number, or what little there is of a row beside its texts. */
const SMALL = 8;
const CACHE_KIB = 8_192;

interface SchemaRow {
  readonly type: 'table' | 'index' | 'trigger' | 'view';
  readonly name: string;
  readonly sql: string;
}

/**
 * Writes a store, as it is at one moment, into an empty file: only what is in it, packed, encrypted as it is. Like
 * `VACUUM INTO`, which cannot be slowed down and leaves hundreds of megabytes for the disk to write at once. `step`
 * runs after every two megabytes.
 */
export function copyInSteps(
  source: Database,
  file: string,
  key: StoreKey | null,
  step: () => void = () => {},
): void {
  const copy = new BetterSqlite3(file, { fileMustExist: true });
  try {
    if (key !== null) unlockWith(copy, key);
    for (const name of ['page_size', 'user_version', 'application_id'])
      copy.pragma(`${name} = ${source.pragma(name, { simple: true }) as number}`);
    // It is read again before it counts, and whoever makes it puts it on the disk.
    copy.pragma('journal_mode = OFF');
    copy.pragma('synchronous = OFF');
    copy.pragma(`cache_size = -${CACHE_KIB}`);
    // One moment of the source, however long it takes.
    source.transaction(() => copyAll(source, copy, step))();
  } finally {
    copy.close();
  }
}

function copyAll(source: Database, copy: Database, step: () => void): void {
  const schema = source
    .prepare(
      "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite!_%' ESCAPE '!' ORDER BY rowid",
    )
    .all() as SchemaRow[];
  const isVirtual = ({ sql }: SchemaRow) => /^CREATE VIRTUAL TABLE/i.test(sql);
  const tables = schema.filter((row) => row.type === 'table' && !isVirtual(row));
  const stepped = () => {
    copy.exec('COMMIT');
    step();
    copy.exec('BEGIN');
  };
  copy.exec('BEGIN');
  for (const { sql } of tables) copy.exec(sql);
  for (const { name } of tables) copyRows(source, copy, name, stepped);
  for (const { type, sql } of schema)
    if (type === 'index') {
      copy.exec(sql);
      stepped();
    }
  // Triggers come last: what they guard is whole by then.
  for (const { type, sql } of schema) if (type === 'trigger' || type === 'view') copy.exec(sql);
  copy.exec('COMMIT');
  addVirtual(copy, schema.filter(isVirtual));
}

function copyRows(source: Database, copy: Database, table: string, step: () => void): void {
  const name = `"${table.replaceAll('"', '""')}"`;
  // Whole numbers stay whole numbers and others others.
  const read = source.prepare(`SELECT * FROM ${name}`).safeIntegers().raw();
  const places = read.columns().map(() => '?');
  const write = copy.prepare(`INSERT INTO ${name} VALUES (${places.join()})`);
  let bytes = 0;
  for (const row of read.iterate() as IterableIterator<unknown[]>) {
    write.run(row);
    for (const value of row) bytes += (value as { length?: number } | null)?.length ?? SMALL;
    if (bytes < STEP_BYTES) continue;
    bytes = 0;
    step();
  }
}

/** Their rows are in tables of their own, which are there already: only that they are there is written down. */
function addVirtual(copy: Database, tables: readonly SchemaRow[]): void {
  if (tables.length === 0) return;
  copy.unsafeMode();
  copy.pragma('writable_schema = ON');
  const add = copy.prepare(
    "INSERT INTO sqlite_schema (type, name, tbl_name, rootpage, sql) VALUES ('table', ?, ?, 0, ?)",
  );
  for (const { name, sql } of tables) add.run(name, name, sql);
  copy.pragma('writable_schema = RESET');
}
