import { statSync } from 'node:fs';
import type { Keystore } from './keystore.ts';
import type { RingKey } from '#shared/store-key/key-ring.ts';
import type { StoreKeyStanding } from '#shared/store-key/store-key-view.ts';

/** Copying, encrypting and reading it back on an ordinary disk. */
const MEGABYTES_A_SECOND = 40;

/** How the store is kept, for its administrator. */
export function standingOf(
  encrypted: boolean,
  ring: RingKey | null,
  keystore: Keystore,
  file: string,
): Omit<StoreKeyStanding, 'encrypting' | 'failed'> {
  const { available, says } = keystore.standing();
  const megabytes = Math.ceil(statSync(file).size / 1_000_000);
  return {
    encrypted,
    way: ring?.daily.by ?? null,
    fingerprint: ring?.fingerprint ?? null,
    since: ring?.madeAt ?? null,
    keystore: { available, says },
    megabytes,
    aboutSeconds: 1 + Math.ceil(megabytes / MEGABYTES_A_SECOND),
  };
}
