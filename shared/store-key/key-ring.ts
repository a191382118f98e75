import { z } from 'zod';

/** So many bytes as base64. */
const bytes = (count: number) => z.base64().length(4 * Math.ceil(count / 3));

/** AES-256-GCM over the 32 bytes of the store key: a nonce, and the text with its tag. */
const sealed = { nonce: bytes(12), sealed: bytes(32 + 16) };
const salt = bytes(16);

export const byPassphrase = z.strictObject({
  by: z.literal('passphrase'),
  // Bounds, so that a file somebody made up cannot keep the console busy or take its memory.
  n: z.int().min(16_384).max(1_048_576),
  r: z.int().min(8).max(16),
  p: z.int().min(1).max(4),
  salt,
  ...sealed,
});
export type SealedByPassphrase = z.output<typeof byPassphrase>;

const byRecovery = z.strictObject({ salt, ...sealed });
export type SealedByRecovery = z.output<typeof byRecovery>;

/** Sealed by the keystore of the operating system: only it can tell what it holds. */
const byKeystore = z.strictObject({
  by: z.literal('keystore'),
  /** Which one, for whoever looks for it: “gnome_libsecret”, “Windows”. */
  keystore: z.string().min(1).max(60),
  sealed: z.base64().min(1).max(4_096),
});

const ringKey = z.strictObject({
  fingerprint: z.string().regex(/^[0-9a-f]{16}$/),
  madeAt: z.iso.datetime(),
  /** How it is opened every day. */
  daily: z.discriminatedUnion('by', [byKeystore, byPassphrase]),
  recovery: byRecovery,
});
/** One store key in its sealed forms. */
export type RingKey = z.output<typeof ringKey>;

const keyRing = z.strictObject({
  version: z.literal(1),
  /** Oldest first. Two only while the store is being encrypted anew: one of them opens it, whichever got ready. */
  keys: z.array(ringKey).min(1).max(2),
});
export type KeyRing = z.output<typeof keyRing>;

/** As it lies in its file: with the sum that tells damage. */
export const writtenRing = keyRing.extend({ sum: z.string() });
