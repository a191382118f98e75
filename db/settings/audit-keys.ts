import { atomically, statement, type Database } from '../open-database.ts';
import type { SigningKeyLine } from '#shared/audit/audit-view.ts';

/** A key the audit is signed with. Ed25519, both halves in base64 as DER. */
export interface AuditKey {
  readonly fingerprint: string;
  readonly publicKey: string;
  readonly privateKey: string;
}

/** The key in use; null before the first export. */
export function auditKey(db: Database): AuditKey | null {
  const row = statement(
    db,
    `SELECT fingerprint, public_key AS publicKey, private_key AS privateKey FROM audit_keys
     WHERE retired_at IS NULL`,
  ).get();
  return (row as AuditKey | undefined) ?? null;
}

/** Takes a key into use. The one before it keeps its public half only. */
export function takeAuditKey(db: Database, key: AuditKey, at: string): void {
  atomically(db, () => {
    statement(
      db,
      'UPDATE audit_keys SET retired_at = ?, private_key = NULL WHERE retired_at IS NULL',
    ).run(at);
    statement(
      db,
      'INSERT INTO audit_keys (fingerprint, public_key, private_key, made_at) VALUES (?, ?, ?, ?)',
    ).run(key.fingerprint, key.publicKey, key.privateKey, at);
  });
}

/** Every key that ever signed an export here, the one in use first. */
export function knownAuditKeys(db: Database): SigningKeyLine[] {
  return statement(
    db,
    `SELECT fingerprint, made_at AS madeAt, retired_at AS retiredAt
     FROM audit_keys ORDER BY retired_at IS NOT NULL, made_at DESC, fingerprint`,
  ).all() as SigningKeyLine[];
}
