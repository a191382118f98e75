import { CopyTrouble, said } from '../copies/copy-trouble.ts';
import { KeystoreFailed } from './ring-keys.ts';
import { StoreInUse } from '#db/store-key/recrypt.ts';
import { refuse, type Refusal } from '#shared/lib/refusal.ts';

/** The store was to be encrypted, and was not. */
export function notEncrypted(error: unknown): Refusal {
  const because =
    error instanceof StoreInUse
      ? 'Another program has the store open. End it (a command line, a backup) and try again.'
      : error instanceof CopyTrouble
        ? said(error)
        : `${error instanceof Error ? error.message : String(error)} Check the disk and try again.`;
  return refuse('not-encrypted', `The store stays as it was; nothing is lost. ${because}`);
}

/** @throws what is nothing of the keystore’s. */
export function keystoreFailed(error: unknown): Refusal {
  if (!(error instanceof KeystoreFailed)) throw error;
  return refuse(
    'keystore-failed',
    `The keystore of this computer did not take the key (${error.message}). Nothing was changed. Unlock the keystore and try again, or choose a passphrase of the center.`,
  );
}

export const COPY_UNDER_WAY = refuse(
  'copy-under-way',
  'A copy of the store is being made just now. Nothing was changed. Try again when it is done (g y, Copies).',
);
export const UNDER_WAY = refuse(
  'busy',
  'The store is being encrypted just now. Nothing was changed. Wait until that is done.',
);
export const NOT_OPEN = refuse(
  'not-open',
  'The store is not open. Nothing was changed. Open it first.',
);
export const NOT_LOCKED = refuse('not-locked', 'The store is open already. Nothing was changed.');
export const NOT_ENCRYPTED = refuse(
  'plain',
  'This store is not encrypted, so there is no key to change. Nothing was changed. Encrypt it first.',
);
export const ENCRYPTED_ALREADY = refuse(
  'encrypted-already',
  'This store is encrypted already. Nothing was changed. Go on with setting up the center.',
);
export const ALREADY_SET_UP = refuse(
  'already-set-up',
  'This center is set up. Nothing was changed. An administrator keeps the key: g y, section Store key.',
);
export const MISTYPED = refuse(
  'mistyped',
  'That is no recovery key: a letter is missing or wrong. Nothing was changed. It has seven groups of five, without I, L, O and U.',
);
export const PASSPHRASE_NEEDED = refuse(
  'passphrase-needed',
  'This needs a new passphrase of the center as well. Nothing was changed. Choose one and try again.',
);
export const OTHERS_KEY = refuse(
  'others-key',
  'The passphrase is right, but its key does not open this store: the key ring belongs to another copy. Nothing was changed. Put the ring that was saved with this store beside it.',
);
