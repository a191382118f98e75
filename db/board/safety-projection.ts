import { KnownStates } from './known-states.ts';
import type { Projection } from './projection.ts';
import { statement, type Database } from '../open-database.ts';
import { evolveSafety, type UnitSafety } from '#shared/unit/safety-events.ts';

const states = new KnownStates<UnitSafety>();

/** What is known of the people in each unit. Beside the units: check-ins do not rewrite their rows. */
export const safetyProjection: Projection = {
  name: 'board_unit_safety',
  version: 2,
  key: 'unit_id',
  ddl: `CREATE TABLE board_unit_safety (unit_id TEXT PRIMARY KEY, state TEXT NOT NULL) STRICT, WITHOUT ROWID;`,
  apply(db, { at, by, event }) {
    // What a unit did on paper starts no clock today.
    if (event.backEntry !== undefined) return;
    switch (event.type) {
      case 'unit.added':
      case 'unit.status-changed':
      case 'unit.status-corrected':
      case 'unit.checked-in':
      case 'unit.check-in-late':
      case 'unit.check-in-missed':
      case 'unit.check-in-clock-set':
      case 'unit.back-up-asked':
      case 'unit.back-up-acknowledged':
      case 'unit.back-up-cleared':
      case 'unit.duress-raised':
      case 'unit.duress-acknowledged':
      case 'unit.duress-cleared': {
        const safety = evolveSafety(findSafety(db, event.unitId), event, { at, by });
        if (safety === null) return;
        statement(
          db,
          `INSERT INTO board_unit_safety (unit_id, state) VALUES (?, ?)
           ON CONFLICT (unit_id) DO UPDATE SET state = excluded.state`,
        ).run(safety.unitId, states.write(db, safety.unitId, safety));
      }
    }
  },
};

/** Null for a unit nobody added. */
export function findSafety(db: Database, unitId: string): UnitSafety | null {
  const row = statement(db, 'SELECT state FROM board_unit_safety WHERE unit_id = ?').get(unitId);
  return row === undefined ? null : states.read(db, unitId, (row as { state: string }).state);
}

/** Of every unit, by call sign: the watch asks for all of them every few seconds. */
export function allSafety(db: Database): Map<string, UnitSafety> {
  const rows = statement(db, 'SELECT unit_id AS id, state FROM board_unit_safety').all();
  return new Map(
    (rows as { id: string; state: string }[]).map(({ id, state }) => [
      id,
      states.read(db, id, state),
    ]),
  );
}
