import type { Projection } from './projection.ts';
import { statement, type Database } from '../open-database.ts';
import { evolveIntakeLine, type IntakeLine } from '#shared/intake-line/intake-line.ts';

/** The intake lines, in the order they were added. */
export const intakeLinesProjection: Projection = {
  name: 'board_intake_lines',
  version: 1,
  key: 'line_id',
  ddl: `
    CREATE TABLE board_intake_lines (
      line_id TEXT PRIMARY KEY,
      added_seq INTEGER NOT NULL,
      state TEXT NOT NULL
    ) STRICT;
  `,
  apply(db, { seq, at, by, event }) {
    if (
      event.type !== 'intake-line.set' &&
      event.type !== 'intake-line.removed' &&
      event.type !== 'intake-line.access-refused' &&
      event.type !== 'intake-line.attempts-seen'
    )
      return;
    const line = evolveIntakeLine(findIntakeLine(db, event.lineId), event, { at, by });
    if (line === null)
      statement(db, 'DELETE FROM board_intake_lines WHERE line_id = ?').run(event.lineId);
    else
      statement(
        db,
        `INSERT INTO board_intake_lines (line_id, added_seq, state) VALUES (?, ?, ?)
         ON CONFLICT (line_id) DO UPDATE SET state = excluded.state`,
      ).run(line.lineId, seq, JSON.stringify(line));
  },
};

export function findIntakeLine(db: Database, lineId: string): IntakeLine | null {
  const row = statement(db, 'SELECT state FROM board_intake_lines WHERE line_id = ?').get(lineId);
  return row === undefined ? null : lineOf(row);
}

export function intakeLines(db: Database): IntakeLine[] {
  return statement(db, 'SELECT state FROM board_intake_lines ORDER BY added_seq').all().map(lineOf);
}

/** Those somebody tried to get in at, and nobody has looked at it yet. */
export function countAttemptedLines(db: Database): number {
  return intakeLines(db).filter(({ attempts }) => attempts !== null).length;
}

function lineOf(row: unknown): IntakeLine {
  return JSON.parse((row as { state: string }).state) as IntakeLine;
}
