import { createHash } from 'node:crypto';

/** The stored columns of one journal row, as they are hashed. */
export interface SealedRow {
  readonly seq: number;
  readonly at: string;
  readonly by_operator: string;
  readonly position: string;
  readonly stream: string;
  readonly type: string;
  readonly incident_id: string | null;
  readonly body: string;
}

/** What the first row is chained to. */
export const GENESIS = Buffer.alloc(32);

/**
 * SHA-256 over the hash of the row before and every column, each with its length, so that no two
 * different rows have the same text.
 */
export function sealOf(previous: Buffer, row: SealedRow): Buffer {
  const { seq, at, by_operator, position, stream, type, incident_id, body } = row;
  const parts = [String(seq), at, by_operator, position, stream, type, incident_id ?? '', body];
  const text = parts.map((part) => `${part.length}:${part}`).join('');
  return createHash('sha256').update(previous).update(text).digest();
}
