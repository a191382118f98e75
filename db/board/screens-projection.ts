import type { Projection } from './projection.ts';
import { statement, type Database } from '../open-database.ts';
import { happenedAt } from '#shared/journal/back-entry.ts';
import { evolveScreen, isOfScreen, type KeptScreen } from '#shared/screen/screen-events.ts';

/**
 * Suicide screens as the domain folds them, without their answers, found by their incident; `begun` is the
 * entry that began one.
 */
export const screensProjection: Projection = {
  name: 'board_screens',
  version: 1,
  key: 'screen_id',
  ddl: `
    CREATE TABLE board_screens (
      screen_id TEXT PRIMARY KEY,
      incident_id TEXT NOT NULL,
      begun INTEGER NOT NULL,
      state TEXT NOT NULL
    ) STRICT;
    CREATE INDEX board_screens_incident ON board_screens (incident_id, begun);
  `,
  apply(db, entry) {
    const { event, by, seq } = entry;
    if (!isOfScreen(event)) return;
    const { screenId, incidentId } = event;
    const before = event.type === 'screen.began' ? null : findScreen(db, screenId);
    const screen = evolveScreen(before, event, { at: happenedAt(entry), by });
    if (screen === null) return;
    if (before === null)
      statement(
        db,
        'INSERT INTO board_screens (screen_id, incident_id, begun, state) VALUES (?, ?, ?, ?)',
      ).run(screenId, incidentId, seq, JSON.stringify(screen));
    else
      statement(db, 'UPDATE board_screens SET state = ? WHERE screen_id = ?').run(
        JSON.stringify(screen),
        screenId,
      );
  },
};

export function findScreen(db: Database, screenId: string): KeptScreen | null {
  const row = statement(db, 'SELECT state FROM board_screens WHERE screen_id = ?').get(screenId);
  return row === undefined ? null : stateOf(row);
}

/** Every screen of an incident, in the order they were begun. */
export function screensOfIncident(db: Database, incidentId: string): KeptScreen[] {
  return statement(db, 'SELECT state FROM board_screens WHERE incident_id = ? ORDER BY begun')
    .all(incidentId)
    .map(stateOf);
}

function stateOf(row: unknown): KeptScreen {
  return JSON.parse((row as { state: string }).state) as KeptScreen;
}
