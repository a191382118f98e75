import BetterSqlite3 from 'better-sqlite3';
import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { DATABASE_FILE } from '#main/desk/store-file.ts';

const PAGE = 8192;

/** Writes rubbish over one page of a closed store, as a failing disk does. */
export function damagePage(folder: string, page: number): void {
  const file = openSync(join(folder, DATABASE_FILE), 'r+');
  writeSync(file, Buffer.alloc(PAGE, 0xa5), 0, PAGE, (page - 1) * PAGE);
  closeSync(file);
}

/** The first page of a table; everything in it is reached through that. */
export function rootOf(folder: string, table: string): number {
  return looking(folder, (db) =>
    db.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck().get(table),
  ) as number;
}

/** How many pages the store has. */
export function pagesOf(folder: string): number {
  return looking(folder, (db) => db.pragma('page_count', { simple: true })) as number;
}

function looking(folder: string, look: (db: BetterSqlite3.Database) => unknown): unknown {
  const db = new BetterSqlite3(join(folder, DATABASE_FILE), { readonly: true });
  try {
    return look(db);
  } finally {
    db.close();
  }
}
