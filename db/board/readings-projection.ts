import type { Projection } from './projection.ts';
import { statement, type Database } from '../open-database.ts';
import type { OperatorId } from '#shared/lib/brand.ts';
import type { KeptPartition } from '#shared/partition/partition.ts';

/** What whoever looks through the audit looks at. */
export const AUDIT_RECORD = 'audit';

/**
 * Who looked at which record, and what of it left the console, by the record: neither is of the incident's own
 * entries. A look is found by its person and partition, so that it is not written again at once.
 */
export const readingsProjection: Projection = {
  name: 'board_readings',
  version: 1,
  key: 'seq',
  ddl: `
    CREATE TABLE board_readings (
      seq INTEGER PRIMARY KEY,
      record TEXT NOT NULL,
      by_operator TEXT NOT NULL,
      partition TEXT NOT NULL,
      at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX board_readings_record ON board_readings (record, by_operator, partition);
  `,
  apply(db, { seq, at, by, event }) {
    if (event.type === 'record.viewed') write(db, seq, event.record, by, event.partition, at);
    if (event.type === 'audit.viewed') write(db, seq, AUDIT_RECORD, by, '', at);
    if (event.type === 'export.made' && event.of !== null) write(db, seq, event.of, by, '', at);
  },
};

function write(
  db: Database,
  seq: number,
  record: string,
  by: OperatorId,
  partition: KeptPartition | '',
  at: string,
): void {
  statement(
    db,
    'INSERT INTO board_readings (seq, record, by_operator, partition, at) VALUES (?, ?, ?, ?, ?)',
  ).run(seq, record, by, partition, at);
}

export interface Look {
  readonly reader: OperatorId;
  readonly record: string;
  /** Empty for what is of no partition: the audit itself. */
  readonly partition: KeptPartition | '';
}

/** When this person last looked at it, as it is on record. */
export function lastReading(db: Database, { reader, record, partition }: Look): string | null {
  const row = statement(
    db,
    `SELECT at FROM board_readings WHERE record = ? AND by_operator = ? AND partition = ?
     ORDER BY seq DESC LIMIT 1`,
  ).get(record, reader, partition);
  return (row as { at: string } | undefined)?.at ?? null;
}
