import type { Projection } from './projection.ts';
import { statement, type Database } from '../open-database.ts';
import { evolveShift, reachedBy, type ShiftEvent } from '#shared/roster/shift-events.ts';
import { changesAhead, LONGEST_SHIFT_HOURS, personKey, type Shift } from '#shared/roster/shift.ts';

/** The roster. `next_at` is when the next planned change is due: the watch reads only those that are. */
export const shiftsProjection: Projection = {
  name: 'board_shifts',
  version: 1,
  key: 'shift_id',
  ddl: `
    CREATE TABLE board_shifts (
      shift_id TEXT PRIMARY KEY,
      unit_id TEXT NOT NULL,
      person TEXT NOT NULL,
      begins TEXT NOT NULL,
      ends TEXT NOT NULL,
      next_at TEXT,
      state TEXT NOT NULL
    ) STRICT;
    CREATE INDEX board_shifts_next ON board_shifts (next_at) WHERE next_at IS NOT NULL;
    CREATE INDEX board_shifts_unit ON board_shifts (unit_id, ends);
    CREATE INDEX board_shifts_person ON board_shifts (person, ends);
    CREATE INDEX board_shifts_begins ON board_shifts (begins);
  `,
  apply(db, { at, event }) {
    switch (event.type) {
      case 'shift.planned':
      case 'shift.changed':
      case 'shift.called-off':
      case 'shift.removed':
        return keep(db, event.shiftId, evolve(db, event, at));
      case 'unit.duty-changed': {
        const { shiftId, due } = event;
        const shift = shiftId === null ? null : findShift(db, shiftId);
        if (shift !== null && due !== null) keep(db, shift.shiftId, reachedBy(shift, due));
      }
    }
  },
};

function evolve(db: Database, event: ShiftEvent, at: string): Shift | null {
  return evolveShift(findShift(db, event.shiftId), event, at);
}

function keep(db: Database, shiftId: string, shift: Shift | null): void {
  if (shift === null) {
    statement(db, 'DELETE FROM board_shifts WHERE shift_id = ?').run(shiftId);
    return;
  }
  const { unitId, name, from, to } = shift;
  statement(
    db,
    `INSERT INTO board_shifts (shift_id, unit_id, person, begins, ends, next_at, state)
     VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (shift_id) DO UPDATE SET unit_id = excluded.unit_id, person = excluded.person,
       begins = excluded.begins, ends = excluded.ends, next_at = excluded.next_at,
       state = excluded.state`,
  ).run(
    shiftId,
    unitId,
    personKey(name),
    from,
    to,
    changesAhead(shift)[0]?.at ?? null,
    JSON.stringify(shift),
  );
}

export function findShift(db: Database, shiftId: string): Shift | null {
  const row = statement(db, 'SELECT state FROM board_shifts WHERE shift_id = ?').get(shiftId);
  return row === undefined ? null : shiftOf(row);
}

/** Those with a planned change that is due at `now` (ISO) and not written yet. */
export function shiftsDue(db: Database, now: string): Shift[] {
  return statement(
    db,
    'SELECT state FROM board_shifts WHERE next_at IS NOT NULL AND next_at <= ? ORDER BY next_at',
  )
    .all(now)
    .map(shiftOf);
}

/** When the next planned change is due (ISO), written or not; null when nothing is planned. */
export function nextDutyAt(db: Database): string | null {
  const next = statement(
    db,
    'SELECT next_at FROM board_shifts WHERE next_at IS NOT NULL ORDER BY next_at LIMIT 1',
  ).get();
  return (next as { next_at: string } | undefined)?.next_at ?? null;
}

/** Shifts of a unit that are not over at `now`. */
export function shiftsOfUnit(db: Database, unitId: string, now: string): Shift[] {
  return statement(
    db,
    'SELECT state FROM board_shifts WHERE unit_id = ? AND ends > ? ORDER BY begins',
  )
    .all(unitId, now)
    .map(shiftOf);
}

/** Shifts of a person that are not over at `now`, on whichever unit. */
export function shiftsOfPerson(db: Database, name: string, now: string): Shift[] {
  return statement(
    db,
    'SELECT state FROM board_shifts WHERE person = ? AND ends > ? ORDER BY begins',
  )
    .all(personKey(name), now)
    .map(shiftOf);
}

/** Every shift that touches the span; none lasts longer than the longest, so few are looked at. */
export function shiftsBetween(db: Database, from: string, to: string): Shift[] {
  const earliest = new Date(Date.parse(from) - LONGEST_SHIFT_HOURS * 3_600_000).toISOString();
  return statement(
    db,
    `SELECT state FROM board_shifts WHERE begins >= ? AND begins < ? AND ends > ?
     ORDER BY begins, shift_id`,
  )
    .all(earliest, to, from)
    .map(shiftOf);
}

function shiftOf(row: unknown): Shift {
  return JSON.parse((row as { state: string }).state) as Shift;
}
