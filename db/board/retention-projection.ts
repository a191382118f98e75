import type { Projection } from './projection.ts';
import { statement, type Database } from '../open-database.ts';
import type { KeptPartition } from '#shared/partition/partition.ts';
import { FOR_EVER, type LegalHold, type RetentionYears } from '#shared/retention/retention.ts';

/** How long words are kept: the schedule in force, one row. */
export const retentionProjection: Projection = {
  name: 'board_retention',
  version: 1,
  key: 'one',
  ddl: `
    CREATE TABLE board_retention (
      one INTEGER PRIMARY KEY CHECK (one = 1),
      years TEXT NOT NULL
    ) STRICT;
  `,
  apply(db, { event }) {
    if (event.type !== 'retention.set') return;
    statement(
      db,
      `INSERT INTO board_retention (one, years) VALUES (1, ?)
       ON CONFLICT (one) DO UPDATE SET years = excluded.years`,
    ).run(JSON.stringify(event.years));
  },
};

/** The legal holds that stand. */
export const legalHoldsProjection: Projection = {
  name: 'board_legal_holds',
  version: 1,
  key: 'hold_id',
  ddl: `
    CREATE TABLE board_legal_holds (
      hold_id TEXT PRIMARY KEY,
      placed_seq INTEGER NOT NULL,
      state TEXT NOT NULL
    ) STRICT;
  `,
  apply(db, { seq, at, by, event }) {
    if (event.type === 'legal-hold.placed') {
      const { holdId, held, reason } = event;
      const hold: LegalHold = { holdId, held, reason, placedAt: at, placedBy: by };
      statement(
        db,
        'INSERT INTO board_legal_holds (hold_id, placed_seq, state) VALUES (?, ?, ?)',
      ).run(holdId, seq, JSON.stringify(hold));
    } else if (event.type === 'legal-hold.released')
      statement(db, 'DELETE FROM board_legal_holds WHERE hold_id = ?').run(event.holdId);
  },
};

/** What was shredded, by its entry, and found by the incident it belonged to. */
export const shreddingsProjection: Projection = {
  name: 'board_shreddings',
  version: 2,
  key: 'entry',
  ddl: `
    CREATE TABLE board_shreddings (
      entry INTEGER PRIMARY KEY,
      partition TEXT NOT NULL,
      incident_id TEXT,
      at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX board_shreddings_partition ON board_shreddings (partition, at);
    CREATE INDEX board_shreddings_incident ON board_shreddings (incident_id) WHERE incident_id IS NOT NULL;
  `,
  apply(db, { seq, at, event }) {
    if (event.type !== 'words.shredded' && event.type !== 'words.stayed-shredded') return;
    statement(
      db,
      'INSERT INTO board_shreddings (entry, partition, incident_id, at) VALUES (?, ?, ?, ?)',
    ).run(seq, event.partition, event.incidentId, at);
  },
};

export function retentionYears(db: Database): RetentionYears {
  const row = statement(db, 'SELECT years FROM board_retention').get();
  return row === undefined
    ? FOR_EVER
    : (JSON.parse((row as { years: string }).years) as RetentionYears);
}

/** In the order they were placed. */
export function legalHolds(db: Database): LegalHold[] {
  const rows = statement(db, 'SELECT state FROM board_legal_holds ORDER BY placed_seq').all();
  return rows.map(holdIn);
}

export function findLegalHold(db: Database, holdId: string): LegalHold | null {
  const row = statement(db, 'SELECT state FROM board_legal_holds WHERE hold_id = ?').get(holdId);
  return row === undefined ? null : holdIn(row);
}

/** How many records of a partition were shredded, and when the last one was. */
export function shreddingsOf(
  db: Database,
  partition: KeptPartition,
): { readonly shredded: number; readonly lastShredded: string | null } {
  return statement(
    db,
    'SELECT COUNT(*) AS shredded, MAX(at) AS lastShredded FROM board_shreddings WHERE partition = ?',
  ).get(partition) as { shredded: number; lastShredded: string | null };
}

/** How much was shredded after an entry, and when the first of it. */
export function shreddedSince(
  db: Database,
  entry: number,
): { readonly records: number; readonly since: string | null } {
  return statement(
    db,
    'SELECT COUNT(*) AS records, MIN(at) AS since FROM board_shreddings WHERE entry > ?',
  ).get(entry) as { records: number; since: string | null };
}

/** The entry of what was shredded last; 0 when nothing ever was. */
export function lastShredding(db: Database): number {
  const row = statement(db, 'SELECT MAX(entry) AS last FROM board_shreddings').get();
  return (row as { last: number | null }).last ?? 0;
}

function holdIn(row: unknown): LegalHold {
  return JSON.parse((row as { state: string }).state) as LegalHold;
}
