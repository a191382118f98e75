import { randomBytes, scrypt, scryptSync, timingSafeEqual } from 'node:crypto';
import { statement, type Database } from '../open-database.ts';

/** What one guess costs: N rounds over blocks of r, p times. Memory is 128 · N · r bytes. */
export interface ScryptCost {
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

/** 64 MiB and about a fifth of a second: slow for a guesser, not for a shift change. See decision 0037. */
export const PASSPHRASE_COST: ScryptCost = { N: 65_536, r: 8, p: 1 };

/** A passphrase as it is stored, and what it cost to make that. */
export interface Hashed {
  readonly salt: Buffer;
  readonly hash: Buffer;
  readonly cost: ScryptCost;
}

/** Whether a passphrase is somebody's, and of which stored hash that was said. */
export interface Verdict {
  readonly matches: boolean;
  readonly of: Buffer | null;
}

/** Nobody's: a name that does not exist takes as long as one that does. */
const NOBODY: Omit<Hashed, 'cost'> = { salt: Buffer.alloc(16), hash: Buffer.alloc(32) };

/** Passphrases are kept as salted scrypt hashes beside the journal, never in it: they must be erasable. */
export function setPassphrase(
  db: Database,
  operatorId: string,
  { salt, hash, cost }: Hashed,
): void {
  const { N, r, p } = cost;
  statement(
    db,
    `INSERT INTO credentials (operator_id, salt, hash, cost, block_size, parallel)
     VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (operator_id) DO UPDATE SET salt = excluded.salt, hash = excluded.hash,
       cost = excluded.cost, block_size = excluded.block_size, parallel = excluded.parallel`,
  ).run(operatorId, salt, hash, N, r, p);
}

export function hashNow(passphrase: string, cost: ScryptCost = PASSPHRASE_COST): Hashed {
  const salt = randomBytes(16);
  return { salt, hash: derivedNow(passphrase, salt, cost), cost };
}

/** The same without holding up the desk: the work is done beside its thread. */
export async function hashBeside(
  passphrase: string,
  cost: ScryptCost = PASSPHRASE_COST,
): Promise<Hashed> {
  const salt = randomBytes(16);
  return { salt, hash: await derivedBeside(passphrase, salt, cost), cost };
}

/** Does not match for an operator without a passphrase: nobody signs on without one in a live center. */
export function judgeNow(
  db: Database,
  operatorId: string,
  passphrase: string,
  cost: ScryptCost = PASSPHRASE_COST,
): Verdict {
  const known = credentialOf(db, operatorId);
  const { salt, hash, cost: paid } = known ?? { ...NOBODY, cost };
  return verdict(known, hash, derivedNow(passphrase, salt, paid));
}

/** The same beside the desk’s thread. */
export async function judgeBeside(
  db: Database,
  operatorId: string,
  passphrase: string,
  cost: ScryptCost = PASSPHRASE_COST,
): Promise<Verdict> {
  const known = credentialOf(db, operatorId);
  const { salt, hash, cost: paid } = known ?? { ...NOBODY, cost };
  return verdict(known, hash, await derivedBeside(passphrase, salt, paid));
}

/** Whether a verdict still speaks of the hash that is stored: a new passphrase may have come meanwhile. */
export function stillSays(db: Database, operatorId: string, { of }: Verdict): boolean {
  const known = credentialOf(db, operatorId);
  return known === null || of === null ? known === of : known.hash.equals(of);
}

/** A hash of an earlier version costs a guesser less; at the next sign-on it is made anew. */
export function isCheaper(db: Database, operatorId: string, than: ScryptCost): boolean {
  const known = credentialOf(db, operatorId)?.cost;
  return known !== undefined && known.N * known.r * known.p < than.N * than.r * than.p;
}

function verdict(known: Hashed | null, hash: Buffer, typed: Buffer): Verdict {
  const same = timingSafeEqual(hash, typed);
  return { matches: same && known !== null, of: known?.hash ?? null };
}

function credentialOf(db: Database, operatorId: string): Hashed | null {
  const row = statement(
    db,
    'SELECT salt, hash, cost AS N, block_size AS r, parallel AS p FROM credentials WHERE operator_id = ?',
  ).get(operatorId) as ({ salt: Buffer; hash: Buffer } & ScryptCost) | undefined;
  if (row === undefined) return null;
  const { salt, hash, N, r, p } = row;
  return { salt, hash, cost: { N, r, p } };
}

function derivedNow(passphrase: string, salt: Buffer, cost: ScryptCost): Buffer {
  return scryptSync(normal(passphrase), salt, 32, withMemory(cost));
}

function derivedBeside(passphrase: string, salt: Buffer, cost: ScryptCost): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(normal(passphrase), salt, 32, withMemory(cost), (error, key) =>
      error === null ? resolve(key) : reject(error),
    );
  });
}

function normal(passphrase: string): string {
  return passphrase.normalize('NFKC');
}

function withMemory({ N, r, p }: ScryptCost) {
  // Twice what it takes: the library counts its own bookkeeping too.
  return { N, r, p, maxmem: 256 * N * r };
}
