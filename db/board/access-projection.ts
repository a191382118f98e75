import type { Projection } from './projection.ts';
import { statement, type Database } from '../open-database.ts';
import {
  evolveAccess,
  type AccountAccess,
  type AccountEvent,
} from '#shared/roster/account-access.ts';

/** How each account stands to signing on. Read when somebody signs on, and by who keeps accounts. */
export const accessProjection: Projection = {
  name: 'board_access',
  version: 4,
  key: 'operator_id',
  ddl: `
    CREATE TABLE board_access (
      operator_id TEXT PRIMARY KEY,
      state TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
  apply(db, { at, event }) {
    if (!event.type.startsWith('operator.') && event.type !== 'console.unlocked') return;
    const { operatorId } = event as AccountEvent;
    const before = accessOf(db, operatorId);
    const after = evolveAccess(before, event as AccountEvent, at);
    if (after === null || after === before) return;
    statement(
      db,
      `INSERT INTO board_access (operator_id, state) VALUES (?, ?)
       ON CONFLICT (operator_id) DO UPDATE SET state = excluded.state`,
    ).run(operatorId, JSON.stringify(after));
  },
};

/** Null for who has no account. */
export function accessOf(db: Database, operatorId: string): AccountAccess | null {
  const row = statement(db, 'SELECT state FROM board_access WHERE operator_id = ?').get(operatorId);
  return row === undefined ? null : (JSON.parse((row as { state: string }).state) as AccountAccess);
}
