import { createHash, randomBytes } from 'node:crypto';
import { seal, unseal, wordKey, wordKeyToWrite, type SealedFor } from './sealed-words.ts';
import { statement, type Database } from '../open-database.ts';
import type { JournalEvent, NewEvent } from '#shared/journal/journal-event.ts';
import { recordOf } from '#shared/journal/record-of.ts';
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
  const row = { salt: randomBytes(SALT_BYTES), text: canonicalJson(words) };
  const kept: Commitment = { partition, members, commitment: commitmentOf(row) };
  return {
    body: JSON.stringify({ ...stored, kept }),
    read: withheld(event, protection, seq),
    keep: () => keepRow(db, { partition, seq }, recordOf(event), row),
  };
}

function keepRow(db: Database, place: SealedFor, record: string, { salt, text }: KeptRow): void {
  const { partition, seq } = place;
  const key = wordKeyToWrite(db, partition, record);
  // The salt goes in with the words: once the key is gone, nothing is left to test a guess against.
  const sealed = seal(Buffer.concat([salt, Buffer.from(text)]), key, place);
  statement(
    db,
    `INSERT INTO ${KEPT_TABLES[partition]} (seq, salt, text, record, sealed) VALUES (?, ?, '', ?, ?)`,
  ).run(seq, NO_SALT, record, sealed);
}

const NO_SALT = Buffer.alloc(0);
const SALT_BYTES = 16;

/** The words kept under an entry, opened. `closed` when their key is gone; `changed` when they do not open with it. */
export function keptRow(
  db: Database,
  partition: KeptPartition,
  seq: number,
): KeptRow | 'closed' | 'changed' | null {
  const columns = sealsWords(db) ? 'salt, text, record, sealed' : 'salt, text, NULL AS sealed';
  const row = statement(db, `SELECT ${columns} FROM ${KEPT_TABLES[partition]} WHERE seq = ?`).get(
    seq,
  ) as (KeptRow & { record: string; sealed: Buffer | null }) | undefined;
  if (row === undefined) return null;
  const { salt, text, record, sealed } = row;
  if (sealed === null) return row;
  const key = wordKey(db, partition, record);
  if (key === null) return 'closed';
  const bytes = unseal(sealed, key, { partition, seq });
  if (bytes === null || salt.length > 0 || text !== '') return 'changed';
  return { salt: bytes.subarray(0, SALT_BYTES), text: bytes.subarray(SALT_BYTES).toString() };
}

/** The words kept under an entry by member; null when they are not there (any more). */
export function keptWords(
  db: Database,
  partition: KeptPartition,
  seq: number,
): Readonly<Record<string, unknown>> | null {
  const row = keptRow(db, partition, seq);
  return row === null || typeof row === 'string'
    ? null
    : (JSON.parse(row.text) as Record<string, unknown>);
}

const sealing = new WeakSet<Database>();

/** Whether words are sealed in this file: one of before may be read as it is, without changing it. */
export function sealsWords(db: Database): boolean {
  if (sealing.has(db)) return true;
  const table = statement(db, "SELECT 1 FROM sqlite_schema WHERE name = 'word_keys'").get();
  if (table !== undefined) sealing.add(db);
  return table !== undefined;
}
