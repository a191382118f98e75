import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Keystore } from '#main/desk/store-key/keystore.ts';

/** A keystore as an operating system has one: another one opens nothing of this one's. */
export function pocketKeystore(available = true): Keystore {
  const secret = randomBytes(32);
  return {
    standing: () => ({
      name: 'pocket',
      available,
      says: available ? 'This computer keeps it.' : 'This computer has no keystore.',
    }),
    seal: (text) => {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', secret, nonce);
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Promise.resolve(
        Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64'),
      );
    },
    open: (text) => {
      const bytes = Buffer.from(text, 'base64');
      const cipher = createDecipheriv('aes-256-gcm', secret, bytes.subarray(0, 12));
      cipher.setAuthTag(bytes.subarray(12, 28));
      try {
        const opened = Buffer.concat([cipher.update(bytes.subarray(28)), cipher.final()]);
        return Promise.resolve(opened.toString('utf8'));
      } catch (error) {
        return Promise.reject(error as Error);
      }
    },
  };
}
