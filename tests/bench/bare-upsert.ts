import BetterSqlite3 from 'better-sqlite3';

/** The least that keeps a text that grows: one row of a file of its own, written over each time. */
export function bareUpsert(file: string): (text: string) => void {
  const db = new BetterSqlite3(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec('CREATE TABLE note (id TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT');
  const upsert = db.prepare(
    'INSERT INTO note VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body',
  );
  return (text) => void upsert.run('note', text);
}
