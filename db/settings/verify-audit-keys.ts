import { createHash, createPrivateKey, createPublicKey } from 'node:crypto';
import type { Database } from '../open-database.ts';
import { FINGERPRINT_DIGITS } from '#shared/audit/fingerprint.ts';

/** A key of the audit that is not what it was when it signed, or is not there. */
export interface WrongKey {
  readonly fingerprint: string;
  readonly is: 'changed' | 'missing';
}

interface Stored {
  readonly fingerprint: string;
  readonly publicKey: string;
  readonly privateKey: string | null;
}

/** Holds the keys of the audit against themselves and against the exports that are on record. */
export function verifyAuditKeys(db: Database): WrongKey[] {
  // A store from before there were exports has none.
  const table = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'audit_keys'").get();
  if (table === undefined) return [];
  const keys = db
    .prepare(
      'SELECT fingerprint, public_key AS publicKey, private_key AS privateKey FROM audit_keys',
    )
    .all() as Stored[];
  const known = new Set(keys.map(({ fingerprint }) => fingerprint));
  const signed = db
    .prepare(
      `SELECT DISTINCT body ->> 'fingerprint' FROM journal
       WHERE type IN ('audit.exported', 'audit.key-taken') AND json_valid(body)`,
    )
    .pluck()
    .all() as string[];
  return [
    ...keys
      .filter((key) => !belongsTogether(key))
      .map(({ fingerprint }) => ({ fingerprint, is: 'changed' as const })),
    ...signed
      .filter((fingerprint) => !known.has(fingerprint))
      .map((fingerprint) => ({ fingerprint, is: 'missing' as const })),
  ];
}

function belongsTogether({ fingerprint, publicKey, privateKey }: Stored): boolean {
  const der = Buffer.from(publicKey, 'base64');
  const digest = createHash('sha256').update(der).digest('hex').slice(0, FINGERPRINT_DIGITS);
  if (digest !== fingerprint || der.toString('base64') !== publicKey) return false;
  return privateKey === null || publicHalfOf(privateKey) === publicKey;
}

/** Null for what is no key. */
function publicHalfOf(privateKey: string): string | null {
  try {
    const key = createPrivateKey({
      key: Buffer.from(privateKey, 'base64'),
      format: 'der',
      type: 'pkcs8',
    });
    return createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('base64');
  } catch {
    return null;
  }
}
