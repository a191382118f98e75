import type { Database } from './open-database.ts';

/** Every table of the store with at most so many rows. */
export function smallTables(db: Database, most: number): string[] {
  const names = db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
    .pluck()
    .all() as string[];
  return names.filter((name) => {
    const rows = db.prepare(`SELECT count(*) FROM (SELECT 1 FROM "${name}" LIMIT ?)`).pluck();
    return (rows.get(most + 1) as number) <= most;
  });
}

/** What SQLite finds wrong with the pages of one table and of its indexes; null when they are whole. */
export function damageOf(db: Database, table: string): string | null {
  const said = db.pragma(`quick_check("${table}")`, { simple: true }) as string;
  return said === 'ok' ? null : said;
}
