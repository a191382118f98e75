import { createHash, randomBytes } from 'node:crypto';
import { statement, type Database } from '../open-database.ts';
import type { NewEvent, JournalEvent } from '#shared/journal/journal-event.ts';
import { canonicalJson } from '#shared/lib/canonical-json.ts';
import { protectionOf, withheld, type Protection } from '#shared/partition/protection.ts';
import type { KeptPartition } from '#shared/partition/partition.ts';

/** Where the words of each partition are. Never in one table with those of another. */
export const KEPT_TABLES: Readonly<Record<KeptPartition, string>> = {
  clinical: 'kept_clinical',
  'part-2': 'kept_part_2',
  justice: 'kept_justice',
};

/** What the journal holds in place of words that are kept apart. The seal is over this. */
export interface Commitment extends Protection {
  /** SHA-256 over the salt and the words, in hex: without the salt nobody tests a guess. */
  readonly commitment: string;
}

export interface KeptRow {
  readonly salt: Buffer;
  /** Canonical JSON of the members. */
  readonly text: string;
}

export function commitmentOf({ salt, text }: KeptRow): string {
  return createHash('sha256').update(salt).update(text).digest('hex');
}

/** An event on its way into the journal: what is stored there, what apart from it, and how it is read. */
interface Parted {
  readonly body: string;
  readonly read: JournalEvent;
  /** Writes the words that are kept apart. */
  keep(): void;
}

export function partEvent(db: Database, event: NewEvent, seq: number): Parted {
  const protection = protectionOf(event);
  if (protection === null)
    return { body: JSON.stringify(event), read: event, keep: () => undefined };
  const { partition, members } = protection;
  const stored: Record<string, unknown> = { ...event };
  const words: Record<string, unknown> = {};
  for (const member of members) {
    words[member] = stored[member];
    // Its place stays, so that what is read has its members in the order they were written in.
    stored[member] = null;
  }
  const row = { salt: randomBytes(16), text: canonicalJson(words) };
  const kept: Commitment = { partition, members, commitment: commitmentOf(row) };
  return {
    body: JSON.stringify({ ...stored, kept }),
    read: withheld(event, protection, seq),
    keep: () =>
      statement(db, `INSERT INTO ${KEPT_TABLES[partition]} (seq, salt, text) VALUES (?, ?, ?)`).run(
        seq,
        row.salt,
        row.text,
      ),
  };
}

/** The words kept under an entry by member; null when they are not there (any more). */
export function keptWords(
  db: Database,
  partition: KeptPartition,
  seq: number,
): Readonly<Record<string, unknown>> | null {
  const row = statement(db, `SELECT text FROM ${KEPT_TABLES[partition]} WHERE seq = ?`).get(seq);
  return row === undefined
    ? null
    : (JSON.parse((row as { text: string }).text) as Record<string, unknown>);
}
