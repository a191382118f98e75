import type { Projection } from './projection.ts';
import { statement, type Database } from '../open-database.ts';
import type { Center } from '#shared/roster/center.ts';
import { evolveOperator } from '#shared/roster/operator-events.ts';
import type { Operator } from '#shared/roster/operator.ts';

/** The center, its people and who of them is signed on. A small table, read at each start. */
export const centerProjection: Projection = {
  name: 'board_center',
  version: 3,
  key: 'kind, id',
  ddl: `
    CREATE TABLE board_center (
      kind TEXT NOT NULL,
      id TEXT NOT NULL,
      seq INTEGER NOT NULL,
      state TEXT NOT NULL,
      PRIMARY KEY (kind, id)
    ) STRICT, WITHOUT ROWID;
  `,
  apply(db, { seq, event }) {
    switch (event.type) {
      case 'center.set-up': {
        const { name, psapId, timeZone } = event;
        put(db, 'center', 'center', seq, { name, psapId, timeZone });
        return;
      }
      case 'operator.added':
        put(db, 'operator', event.operatorId, seq, evolveOperator(null, event));
        return;
      case 'operator.signed-on':
        put(db, 'signed-on', event.operatorId, seq, {});
        return;
      case 'operator.signed-off':
        statement(db, "DELETE FROM board_center WHERE kind = 'signed-on' AND id = ?").run(
          event.operatorId,
        );
    }
  },
};

function put(db: Database, kind: string, id: string, seq: number, state: unknown): void {
  statement(
    db,
    `INSERT INTO board_center (kind, id, seq, state) VALUES (?, ?, ?, ?)
     ON CONFLICT (kind, id) DO UPDATE SET seq = excluded.seq, state = excluded.state`,
  ).run(kind, id, seq, JSON.stringify(state));
}

export function findCenter(db: Database): Center | null {
  const row = statement(db, "SELECT state FROM board_center WHERE kind = 'center'").get();
  return row === undefined ? null : (JSON.parse((row as { state: string }).state) as Center);
}

export function allOperators(db: Database): Operator[] {
  const rows = statement(
    db,
    "SELECT state FROM board_center WHERE kind = 'operator' ORDER BY seq",
  ).all();
  return rows.map((row) => JSON.parse((row as { state: string }).state) as Operator);
}

/** Ids of the operators who signed on and have not signed off, at any position. */
export function signedOnOperators(db: Database): string[] {
  const rows = statement(db, "SELECT id FROM board_center WHERE kind = 'signed-on'").all();
  return rows.map((row) => (row as { id: string }).id);
}
