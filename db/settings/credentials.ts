import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';
import { statement, type Database } from '../open-database.ts';

/** scrypt work factor (N); r = 8, p = 1. About 50 ms: slow for a guesser, not for a shift change. */
const COST = 16_384;

/** Passphrases are kept as salted scrypt hashes beside the journal, never in it: they must be erasable. */
export function setPassphrase(db: Database, operatorId: string, passphrase: string): void {
  const salt = randomBytes(16);
  statement(
    db,
    `INSERT INTO credentials (operator_id, salt, hash, cost) VALUES (?, ?, ?, ?)
     ON CONFLICT (operator_id) DO UPDATE SET salt = excluded.salt, hash = excluded.hash, cost = excluded.cost`,
  ).run(operatorId, salt, hashOf(passphrase, salt, COST), COST);
}

/** False also for an operator without a passphrase: nobody signs on without one in a live center. */
export function passphraseMatches(db: Database, operatorId: string, passphrase: string): boolean {
  const row = statement(db, 'SELECT salt, hash, cost FROM credentials WHERE operator_id = ?').get(
    operatorId,
  ) as { salt: Buffer; hash: Buffer; cost: number } | undefined;
  if (row === undefined) return false;
  return timingSafeEqual(row.hash, hashOf(passphrase, row.salt, row.cost));
}

function hashOf(passphrase: string, salt: Buffer, cost: number): Buffer {
  return scryptSync(passphrase.normalize('NFKC'), salt, 32, { N: cost, r: 8, p: 1 });
}
