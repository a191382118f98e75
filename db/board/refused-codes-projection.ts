import type { Projection } from './projection.ts';
import { statement, type Database } from '../open-database.ts';

/** When codes were typed that belong to no referral. Which ones is kept nowhere. */
export const refusedCodesProjection: Projection = {
  name: 'board_refused_codes',
  version: 1,
  key: 'seq',
  ddl: `
    CREATE TABLE board_refused_codes (seq INTEGER PRIMARY KEY, at TEXT NOT NULL) STRICT;
  `,
  apply(db, { seq, at, event }) {
    if (event.type !== 'referral.code-refused') return;
    statement(db, 'INSERT INTO board_refused_codes (seq, at) VALUES (?, ?)').run(seq, at);
  },
};

/** When the last so many were, the latest first. */
export function lastRefusedCodes(db: Database, many: number): string[] {
  return (
    statement(db, 'SELECT at FROM board_refused_codes ORDER BY seq DESC LIMIT ?').all(many) as {
      at: string;
    }[]
  ).map(({ at }) => at);
}
