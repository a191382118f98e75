import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import type { RecoveryKey } from './recovery-key.ts';
import { fingerprintOf, readStoreKey, type StoreKey } from './store-key.ts';
import type { SealedByPassphrase, SealedByRecovery } from '#shared/store-key/key-ring.ts';

const NONCE = 12;
const SALT = 16;
const KEY = 32;

/** What deriving from a passphrase costs: scrypt’s parameters. */
export interface Work {
  readonly n: number;
  readonly r: number;
  readonly p: number;
}

/** Half a second on an ordinary PC, and 128 MiB: paid once a start, and at every guess. */
export const WORK: Work = { n: 131_072, r: 8, p: 1 };

export async function sealByPassphrase(
  key: StoreKey,
  passphrase: string,
  { n, r, p }: Work = WORK,
): Promise<SealedByPassphrase> {
  const salt = randomBytes(SALT);
  const wrapping = await fromPassphrase(passphrase, salt, { n, r, p });
  return { by: 'passphrase', n, r, p, salt: salt.toString('base64'), ...seal(key, wrapping) };
}

/** Null when it is another passphrase. */
export async function openByPassphrase(
  from: SealedByPassphrase,
  fingerprint: string,
  passphrase: string,
): Promise<StoreKey | null> {
  const salt = Buffer.from(from.salt, 'base64');
  return open(from, fingerprint, await fromPassphrase(passphrase, salt, from));
}

export function sealByRecovery(key: StoreKey, recoveryKey: RecoveryKey): SealedByRecovery {
  const salt = randomBytes(SALT);
  return { salt: salt.toString('base64'), ...seal(key, fromRecovery(recoveryKey, salt)) };
}

/** Null when it is another recovery key. */
export function openByRecovery(
  from: SealedByRecovery,
  fingerprint: string,
  recoveryKey: RecoveryKey,
): StoreKey | null {
  return open(from, fingerprint, fromRecovery(recoveryKey, Buffer.from(from.salt, 'base64')));
}

const derive = promisify<string, Buffer, number, object, Buffer>(scrypt);

function fromPassphrase(passphrase: string, salt: Buffer, { n, r, p }: Work): Promise<Buffer> {
  // Off the main thread: the window stays alive meanwhile.
  return derive(passphrase.normalize('NFKC'), salt, KEY, { N: n, r, p, maxmem: 256 * n * r });
}

/** 160 random bits need no slowing down. */
function fromRecovery(recoveryKey: RecoveryKey, salt: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', recoveryKey, salt, 'caredesk recovery key', KEY));
}

/** Bound to the fingerprint of the key: one sealed form cannot stand in another's place. */
function seal(key: StoreKey, wrapping: Buffer): { nonce: string; sealed: string } {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', wrapping, nonce);
  cipher.setAAD(Buffer.from(fingerprintOf(key)));
  const text = Buffer.concat([cipher.update(Buffer.from(key, 'hex')), cipher.final()]);
  const whole = Buffer.concat([text, cipher.getAuthTag()]);
  return { nonce: nonce.toString('base64'), sealed: whole.toString('base64') };
}

function open(
  from: { readonly nonce: string; readonly sealed: string },
  fingerprint: string,
  wrapping: Buffer,
): StoreKey | null {
  const whole = Buffer.from(from.sealed, 'base64');
  const cipher = createDecipheriv('aes-256-gcm', wrapping, Buffer.from(from.nonce, 'base64'));
  cipher.setAAD(Buffer.from(fingerprint));
  cipher.setAuthTag(whole.subarray(KEY));
  try {
    const key = Buffer.concat([cipher.update(whole.subarray(0, KEY)), cipher.final()]);
    return readStoreKey(key.toString('hex'));
  } catch {
    return null;
  }
}
