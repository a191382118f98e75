import type { Projection } from './projection.ts';
import { statement, type Database } from '../open-database.ts';
import type { Policy } from '#shared/policy/policy.ts';
import type { Center } from '#shared/roster/center.ts';
import { evolveOperator } from '#shared/roster/operator-events.ts';
import type { Operator } from '#shared/roster/operator.ts';

/** The center, its people and every policy it ever adopted. Small tables, read at each start. */
export const centerProjection: Projection = {
  name: 'board_center',
  version: 1,
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
      case 'operator.added': {
        put(db, 'operator', event.operatorId, seq, evolveOperator(null, event));
        return;
      }
      case 'policy.adopted':
        put(db, 'policy', event.hash, seq, event.policy);
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

/** The policy adopted last, with its hash; null before the first. */
export function latestPolicy(db: Database): { policy: Policy; hash: string } | null {
  const row = statement(
    db,
    "SELECT id, state FROM board_center WHERE kind = 'policy' ORDER BY seq DESC LIMIT 1",
  ).get() as { id: string; state: string } | undefined;
  return row === undefined ? null : { hash: row.id, policy: JSON.parse(row.state) as Policy };
}
