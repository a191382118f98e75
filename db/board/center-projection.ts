import type { Projection } from './projection.ts';
import { statement, type Database } from '../open-database.ts';
import type { Center } from '#shared/roster/center.ts';
import { AUTO_LOCK_MINUTES } from '#shared/roster/console-events.ts';
import { evolveOperator } from '#shared/roster/operator-events.ts';
import type { Availability, Standing } from '#shared/phone/clinician.ts';
import type { Operator } from '#shared/roster/operator.ts';

/** The center, its people and who of them is signed on. A small table, read at each start. */
export const centerProjection: Projection = {
  name: 'board_center',
  version: 6,
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
  apply(db, { seq, at, event }) {
    switch (event.type) {
      case 'center.set-up': {
        const { name, psapId, timeZone } = event;
        put(db, 'center', 'center', seq, { name, psapId, timeZone });
        return;
      }
      case 'access.set':
        put(db, 'access', 'access', seq, { autoLockMinutes: event.autoLockMinutes });
        return;
      case 'operator.added':
        put(db, 'operator', event.operatorId, seq, evolveOperator(null, event));
        return;
      case 'operator.signed-on':
        put(db, 'signed-on', event.operatorId, seq, standing('ready', null, at));
        return;
      case 'operator.availability-changed':
        // Who has left in the meantime stays away.
        if (isSignedOn(db, event.operatorId))
          put(
            db,
            'signed-on',
            event.operatorId,
            seq,
            standing(event.availability, event.reason, at),
          );
        return;
      case 'operator.languages-noted':
      case 'operator.role-changed':
      case 'operator.deactivated':
      case 'operator.reactivated':
        put(
          db,
          'operator',
          event.operatorId,
          seqOf(db, event.operatorId) ?? seq,
          evolveOperator(findOperator(db, event.operatorId), event),
        );
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

/** What the center has set, or the usual while it has set nothing. */
export function autoLockMinutes(db: Database): number {
  const row = statement(db, "SELECT state FROM board_center WHERE kind = 'access'").get();
  if (row === undefined) return AUTO_LOCK_MINUTES.usual;
  const set = JSON.parse((row as { state: string }).state) as { autoLockMinutes: number };
  return set.autoLockMinutes;
}

export function allOperators(db: Database): Operator[] {
  const rows = statement(
    db,
    "SELECT state FROM board_center WHERE kind = 'operator' ORDER BY seq",
  ).all();
  return rows.map((row) => JSON.parse((row as { state: string }).state) as Operator);
}

function findOperator(db: Database, operatorId: string): Operator | null {
  const row = statement(
    db,
    "SELECT state FROM board_center WHERE kind = 'operator' AND id = ?",
  ).get(operatorId);
  return row === undefined ? null : (JSON.parse((row as { state: string }).state) as Operator);
}

/** The place of a person in the list of all: it stays what it was. */
function seqOf(db: Database, operatorId: string): number | null {
  const row = statement(db, "SELECT seq FROM board_center WHERE kind = 'operator' AND id = ?").get(
    operatorId,
  );
  return (row as { seq: number } | undefined)?.seq ?? null;
}

function isSignedOn(db: Database, operatorId: string): boolean {
  return (
    statement(db, "SELECT 1 FROM board_center WHERE kind = 'signed-on' AND id = ?").get(
      operatorId,
    ) !== undefined
  );
}

function standing(availability: Availability, reason: string | null, since: string): Standing {
  return { availability, reason, since };
}

/** The operators who signed on and have not signed off, at any position, and how each stands. */
export function signedOnOperators(
  db: Database,
): { readonly operatorId: string; readonly standing: Standing }[] {
  const rows = statement(db, "SELECT id, state FROM board_center WHERE kind = 'signed-on'").all();
  return (rows as { id: string; state: string }[]).map(({ id, state }) => ({
    operatorId: id,
    standing: JSON.parse(state) as Standing,
  }));
}
