import type { Projection } from './projection.ts';
import { statement, type Database } from '../open-database.ts';
import { evolveHandOver, type HandOverEvent } from '#shared/hand-over/hand-over-events.ts';
import type { HandOver } from '#shared/hand-over/hand-over.ts';
import type { JournalEvent } from '#shared/journal/journal-event.ts';
import type { ContactId, IncidentId, OperatorId } from '#shared/lib/brand.ts';
import type { AsRead } from '#shared/partition/event-partitions.ts';

/** Somebody signed off with open work: what it was then. */
export interface Leaving {
  readonly operatorId: OperatorId;
  readonly at: string;
  readonly incidents: readonly IncidentId[];
  readonly contacts: readonly ContactId[];
}

/**
 * Hand-overs, and leavings without one. `standing` ones somebody still has to look at: offers, offers that
 * came back until the next one, leavings until that person is back.
 */
export const handOversProjection: Projection = {
  name: 'board_hand_overs',
  version: 2,
  key: 'id',
  ddl: `
    CREATE TABLE board_hand_overs (
      id TEXT PRIMARY KEY,
      kind TEXT NOT NULL,
      operator TEXT NOT NULL,
      stands TEXT NOT NULL,
      standing INTEGER NOT NULL,
      seq INTEGER NOT NULL,
      state TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX board_hand_overs_standing ON board_hand_overs (operator) WHERE standing = 1;
    CREATE INDEX board_hand_overs_seq ON board_hand_overs (seq);
  `,
  apply(db, { seq, at, event }) {
    if (isOfHandOver(event)) {
      const handOver = evolveHandOver(findHandOver(db, event.handOverId), event, at);
      if (handOver === null) return;
      const { handOverId, from, state } = handOver;
      if (state.is === 'offered') settle(db, from, "kind = 'hand-over'");
      put(db, [handOverId, 'hand-over', from, state.is, isStanding(handOver), seq, handOver]);
      return;
    }
    switch (event.type) {
      case 'operator.left-holding': {
        const { operatorId, incidents, contacts } = event;
        const leaving: Leaving = { operatorId, at, incidents, contacts };
        put(db, [`left/${seq}`, 'left', operatorId, 'left', true, seq, leaving]);
        return;
      }
      case 'operator.signed-on':
        return settle(db, event.operatorId, "kind = 'left'");
      case 'operator.signed-off':
        // What came back was shown to them; the offer that still waits stays.
        return settle(db, event.operatorId, "stands IN ('declined', 'returned')");
    }
  },
};

function put(
  db: Database,
  [id, kind, operator, stands, standing, seq, state]: readonly [
    string,
    'hand-over' | 'left',
    string,
    string,
    boolean,
    number,
    HandOver | Leaving,
  ],
): void {
  statement(
    db,
    `INSERT INTO board_hand_overs (id, kind, operator, stands, standing, seq, state)
     VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET stands = excluded.stands, standing = excluded.standing,
       state = excluded.state`,
  ).run(id, kind, operator, stands, standing ? 1 : 0, seq, JSON.stringify(state));
}

function settle(
  db: Database,
  operator: string,
  which: "kind = 'hand-over'" | "kind = 'left'" | "stands IN ('declined', 'returned')",
): void {
  statement(
    db,
    `UPDATE board_hand_overs SET standing = 0 WHERE standing = 1 AND operator = ? AND ${which}`,
  ).run(operator);
}

function isStanding({ state }: HandOver): boolean {
  if (state.is === 'returned')
    return state.why === 'not-answered' || state.why === 'clock-set-back';
  return state.is !== 'accepted';
}

function isOfHandOver(event: JournalEvent): event is AsRead<HandOverEvent> {
  return event.type.startsWith('hand-over.');
}

export function findHandOver(db: Database, handOverId: string): HandOver | null {
  const row = statement(
    db,
    "SELECT state FROM board_hand_overs WHERE id = ? AND kind = 'hand-over'",
  ).get(handOverId);
  return row === undefined ? null : stateOf<HandOver>(row);
}

/** Offers that wait, and those that came back and were not offered again. */
export function standingHandOvers(db: Database): HandOver[] {
  return statement(
    db,
    "SELECT state FROM board_hand_overs WHERE standing = 1 AND kind = 'hand-over' ORDER BY seq",
  )
    .all()
    .map((row) => stateOf<HandOver>(row));
}

/** The last one of this person that still stands. */
export function standingHandOverOf(db: Database, operatorId: string): HandOver | null {
  const row = statement(
    db,
    `SELECT state FROM board_hand_overs
     WHERE standing = 1 AND kind = 'hand-over' AND operator = ?`,
  ).get(operatorId);
  return row === undefined ? null : stateOf<HandOver>(row);
}

/** Leavings of people who have not signed on again. */
export function standingLeavings(db: Database): Leaving[] {
  return statement(
    db,
    "SELECT state FROM board_hand_overs WHERE standing = 1 AND kind = 'left' ORDER BY seq",
  )
    .all()
    .map((row) => stateOf<Leaving>(row));
}

export type PastRow =
  | { readonly id: string; readonly kind: 'hand-over'; readonly handOver: HandOver }
  | { readonly id: string; readonly kind: 'left'; readonly leaving: Leaving };

/** The newest first. */
export function pastHandOvers(db: Database, limit: number): PastRow[] {
  return statement(db, 'SELECT id, kind, state FROM board_hand_overs ORDER BY seq DESC LIMIT ?')
    .all(limit)
    .map((row) => {
      const { id, kind } = row as { id: string; kind: 'hand-over' | 'left' };
      return kind === 'left'
        ? { id, kind, leaving: stateOf<Leaving>(row) }
        : { id, kind, handOver: stateOf<HandOver>(row) };
    });
}

function stateOf<T>(row: unknown): T {
  return JSON.parse((row as { state: string }).state) as T;
}
