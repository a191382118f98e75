import { z } from 'zod';
import { command, query } from './endpoint.ts';
import { nothing, passphrase } from './input-parts.ts';
import { CENTER_PASSPHRASE_LENGTH } from '../store-key/center-passphrase.ts';
import type { RecoveryOffer, StoreKeyStanding, StoreLocked } from '../store-key/store-key-view.ts';

const centerPassphrase = passphrase
  .min(
    CENTER_PASSPHRASE_LENGTH,
    `The passphrase of the center needs at least ${CENTER_PASSPHRASE_LENGTH} characters.`,
  )
  .refine((text) => new Set(text.toLowerCase()).size >= 6, {
    message: 'The passphrase of the center needs at least six different characters.',
  });

const way = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('keystore') }),
  z.strictObject({ by: z.literal('passphrase'), passphrase: centerPassphrase }),
]);
export type ChosenWay = z.output<typeof way>;

/** The groups that were asked for, in their order, as they were typed. */
const readBack = z.array(z.string().max(20)).length(2);
/** Who gives the command proves again to be there. */
const own = passphrase;

/** The key of the store. Until a center is set up nobody has an account: those topics are open, and end with it. */
export const storeKeyTopics = {
  'store-key.first-offer': query<RecoveryOffer>()(null, nothing),
  'store-key.encrypt-first': command(null, z.strictObject({ way, readBack })),
  'store-key.leave-plain': command(null, nothing),
  /** On paper, not into a file: the key that was offered last. */
  'store-key.print-recovery': command(null, nothing),

  'store-key.locked': query<StoreLocked>()(null, nothing),
  'store-key.unlock': command(
    null,
    z.union([
      z.strictObject({ passphrase }),
      z.strictObject({
        recoveryKey: z.string().max(80),
        /** For every day from now on; needed where no keystore can take the key. */
        newPassphrase: centerPassphrase.nullable(),
      }),
    ]),
  ),

  'store-key.standing': query<StoreKeyStanding>()('keep-store-key', nothing),
  'store-key.offer': query<RecoveryOffer>()('keep-store-key', nothing),
  /** A plain store for the first time, or an encrypted one by a new key. */
  'store-key.encrypt': command('keep-store-key', z.strictObject({ own, way, readBack })),
  'store-key.change-way': command('keep-store-key', z.strictObject({ own, way })),
  'store-key.renew-recovery': command('keep-store-key', z.strictObject({ own, readBack })),
} as const;
