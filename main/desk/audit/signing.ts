import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
} from 'node:crypto';
import type { DeskCore } from '../desk-core.ts';
import type { Desk } from '../desk.ts';
import { recordIn } from '../import/importing-desk.ts';
import { auditKey, takeAuditKey, type AuditKey } from '#db/settings/audit-keys.ts';
import { signedWords } from '#shared/audit/export-format.ts';
import { FINGERPRINT_DIGITS } from '#shared/audit/fingerprint.ts';
import type { OperatorId } from '#shared/lib/brand.ts';

/** Of the public key as it stands in the file. */
export function fingerprintOfKey(publicKey: string): string {
  const der = Buffer.from(publicKey, 'base64');
  return createHash('sha256').update(der).digest('hex').slice(0, FINGERPRINT_DIGITS);
}

function newAuditKey(): AuditKey {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const open = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
  return {
    fingerprint: fingerprintOfKey(open),
    publicKey: open,
    privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
  };
}

/** What of the desk a key is taken into use with. */
type Recording = Pick<Desk, 'db' | 'now' | 'record'>;

export function recordingOf(core: DeskCore): Recording {
  return { db: core.db, now: () => core.now(), record: recordIn(core) };
}

/** The key in use; made, and put on record, when it is needed for the first time. */
export function keyToSignWith(desk: Recording, by: OperatorId): AuditKey {
  return auditKey(desk.db) ?? takeNewKey(desk, by, null);
}

/** A new key from now on; what the one before has signed can still be verified. */
export function takeNewKey(
  { db, now, record }: Recording,
  by: OperatorId,
  secondPerson: OperatorId | null,
): AuditKey {
  const key = newAuditKey();
  const replaces = auditKey(db)?.fingerprint ?? null;
  const { fingerprint } = key;
  record([{ type: 'audit.key-taken', fingerprint, replaces, secondPerson }], by, () =>
    takeAuditKey(db, key, now().toISOString()),
  );
  return key;
}

export function signDigest(digest: string, { privateKey }: AuditKey): string {
  const key = createPrivateKey({
    key: Buffer.from(privateKey, 'base64'),
    format: 'der',
    type: 'pkcs8',
  });
  return sign(null, Buffer.from(signedWords(digest)), key).toString('base64');
}

/** Whether this key has signed this digest; also false for what is no key or no signature. */
export function isSigned(digest: string, publicKey: string, signature: string): boolean {
  try {
    const key = createPublicKey({
      key: Buffer.from(publicKey, 'base64'),
      format: 'der',
      type: 'spki',
    });
    const bytes = Buffer.from(signature, 'base64');
    // One signature, one text: what decodes to the same bytes was changed all the same.
    if (bytes.toString('base64') !== signature) return false;
    return (
      key.asymmetricKeyType === 'ed25519' &&
      verify(null, Buffer.from(signedWords(digest)), key, bytes)
    );
  } catch {
    return false;
  }
}
