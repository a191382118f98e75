import BetterSqlite3 from 'better-sqlite3';

/** The least that is durable at all: one small row inserted into a file of its own. */
export function bareInsert(file: string): () => void {
  const db = new BetterSqlite3(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec('CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT');
  const insert = db.prepare('INSERT INTO note (body) VALUES (?)');
  return () => void insert.run('accepted');
}
