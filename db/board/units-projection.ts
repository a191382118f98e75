import { KnownStates } from './known-states.ts';
import type { Projection } from './projection.ts';
import { statement, type Database } from '../open-database.ts';
import { evolveStatusClock } from '#shared/unit/status-clock.ts';
import { evolveUnit } from '#shared/unit/unit-events.ts';
import type { Unit } from '#shared/unit/unit.ts';

const states = new KnownStates<Unit>();

export const unitsProjection: Projection = {
  name: 'board_units',
  version: 5,
  key: 'unit_id',
  ddl: `CREATE TABLE board_units (unit_id TEXT PRIMARY KEY, state TEXT NOT NULL) STRICT, WITHOUT ROWID;`,
  apply(db, { at, event }) {
    // What a unit did on paper moves nobody today.
    if (event.backEntry !== undefined) return;
    switch (event.type) {
      case 'unit.added':
      case 'unit.crew-changed':
      case 'unit.duty-changed':
      case 'unit.posting-planned':
      case 'unit.posting-began':
      case 'unit.position-reported':
      case 'unit.capabilities-changed':
      case 'unit.languages-noted':
      case 'unit.status-changed':
      case 'unit.status-corrected':
      case 'unit.stacked':
      case 'unit.unstacked':
      case 'unit.came-free':
      case 'unit.stack-ended': {
        write(db, evolveUnit(findUnit(db, event.unitId), event, at));
        return;
      }
      case 'unit.checked-in':
      case 'unit.status-overdue':
      case 'unit.status-clock-set': {
        const before = findUnit(db, event.unitId);
        const unit = evolveStatusClock(before, event, at);
        if (unit !== before) write(db, unit);
        return;
      }
      case 'unit.retired':
        statement(db, 'DELETE FROM board_units WHERE unit_id = ?').run(event.unitId);
    }
  },
};

function write(db: Database, unit: Unit | null): void {
  if (unit === null) return;
  statement(
    db,
    `INSERT INTO board_units (unit_id, state) VALUES (?, ?)
     ON CONFLICT (unit_id) DO UPDATE SET state = excluded.state`,
  ).run(unit.unitId, states.write(db, unit.unitId, unit));
}

export function findUnit(db: Database, unitId: string): Unit | null {
  const row = statement(db, 'SELECT state FROM board_units WHERE unit_id = ?').get(unitId);
  return row === undefined ? null : states.read(db, unitId, (row as { state: string }).state);
}

export function allUnits(db: Database): Unit[] {
  const rows = statement(db, 'SELECT unit_id AS id, state FROM board_units ORDER BY unit_id').all();
  return (rows as { id: string; state: string }[]).map(({ id, state }) =>
    states.read(db, id, state),
  );
}
