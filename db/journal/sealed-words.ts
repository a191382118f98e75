import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { statement, type Database } from '../open-database.ts';
import type { KeptPartition } from '#shared/partition/partition.ts';

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Which row of which partition something is sealed for: nothing opens under another one. */
export interface SealedFor {
  readonly partition: KeptPartition;
  readonly seq: number;
}

/** Seals bytes with AES-256-GCM: nonce, tag, and what is as long as the bytes. */
export function seal(bytes: Buffer, key: Buffer, place: SealedFor): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(nameOf(place));
  const sealed = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** What was sealed; null when it was changed, or belongs to another key or place. */
export function unseal(sealed: Buffer, key: Buffer, place: SealedFor): Buffer | null {
  try {
    const tagAt = NONCE_BYTES;
    const bytesAt = tagAt + TAG_BYTES;
    const cipher = createDecipheriv(CIPHER, key, sealed.subarray(0, tagAt), {
      authTagLength: TAG_BYTES,
    })
      .setAAD(nameOf(place))
      .setAuthTag(sealed.subarray(tagAt, bytesAt));
    return Buffer.concat([cipher.update(sealed.subarray(bytesAt)), cipher.final()]);
  } catch {
    return null;
  }
}

const nameOf = ({ partition, seq }: SealedFor) => Buffer.from(`${partition}/${seq}`);

/** The key of a record's words; null when there is none, or it was destroyed. */
export function wordKey(db: Database, partition: KeptPartition, record: string): Buffer | null {
  const row = statement(db, 'SELECT key FROM word_keys WHERE partition = ? AND record = ?').get(
    partition,
    record,
  );
  return row === undefined ? null : (row as { key: Buffer }).key;
}

/** The same, made with the first words of a record. Inside the transaction that writes them. */
export function wordKeyToWrite(db: Database, partition: KeptPartition, record: string): Buffer {
  const known = wordKey(db, partition, record);
  if (known !== null) return known;
  const key = randomBytes(KEY_BYTES);
  statement(db, 'INSERT INTO word_keys (partition, record, key) VALUES (?, ?, ?)').run(
    partition,
    record,
    key,
  );
  return key;
}
