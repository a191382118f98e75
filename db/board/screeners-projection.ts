import type { Projection } from './projection.ts';
import { statement, type Database } from '../open-database.ts';
import {
  evolveInstruments,
  NO_INSTRUMENTS,
  type InstrumentEvent,
  type Instruments,
} from '#shared/screen/instrument-events.ts';
import type { Instrument } from '#shared/screen/instrument.ts';
import type { JournalEvent } from '#shared/journal/journal-event.ts';

const KEPT = 'kept';

/**
 * Wordings of the screen: one row says which is in force, which waits and which were; the questions have a
 * row for each wording, by its hash. A start reads none of them.
 */
export const screenersProjection: Projection = {
  name: 'board_screeners',
  version: 1,
  key: 'name',
  ddl: `CREATE TABLE board_screeners (name TEXT PRIMARY KEY, state TEXT NOT NULL) STRICT;`,
  apply(db, { at, by, event }) {
    if (!isOfInstrument(event)) return;
    if (event.type === 'screener.proposed') put(db, event.hash, event.instrument);
    put(db, KEPT, evolveInstruments(keptInstruments(db), event, { at, by }));
  },
};

function isOfInstrument(event: JournalEvent): event is InstrumentEvent {
  return event.type.startsWith('screener.');
}

function put(db: Database, name: string, state: Instrument | Instruments): void {
  statement(
    db,
    `INSERT INTO board_screeners (name, state) VALUES (?, ?)
     ON CONFLICT (name) DO UPDATE SET state = excluded.state`,
  ).run(name, JSON.stringify(state));
}

export function keptInstruments(db: Database): Instruments {
  return (read(db, KEPT) as Instruments | null) ?? NO_INSTRUMENTS;
}

/** The questions of a wording that was ever proposed; null for another hash. */
export function instrumentOf(db: Database, hash: string): Instrument | null {
  return hash === KEPT ? null : (read(db, hash) as Instrument | null);
}

function read(db: Database, name: string): unknown {
  const row = statement(db, 'SELECT state FROM board_screeners WHERE name = ?').get(name);
  return row === undefined ? null : (JSON.parse((row as { state: string }).state) as unknown);
}
