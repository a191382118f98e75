import { createHash, randomBytes } from 'node:crypto';
import type { Brand } from '#shared/lib/brand.ts';

/** What the store is encrypted with: 32 random bytes as 64 hex digits. Main only; it crosses no door. */
export type StoreKey = Brand<string, 'StoreKey'>;

const STORE_KEY = /^[0-9a-f]{64}$/;

export function newStoreKey(): StoreKey {
  return randomBytes(32).toString('hex') as StoreKey;
}

/** Null when the text is no store key. */
export function readStoreKey(text: string): StoreKey | null {
  return STORE_KEY.test(text) ? (text as StoreKey) : null;
}

/** Names a key without giving it away: nothing can be learned of 256 random bits from this. */
export function fingerprintOf(key: StoreKey): string {
  return createHash('sha256').update(`caredesk store key ${key}`).digest('hex').slice(0, 16);
}
