import { randomInt } from 'node:crypto';
import {
  isGroup,
  newRecoveryKey,
  RECOVERY_GROUPS,
  type RecoveryKey,
} from '#db/store-key/recovery-key.ts';
import { refuse, type Refusal } from '#shared/lib/refusal.ts';
import type { KeystoreStanding, RecoveryOffer } from '#shared/store-key/store-key-view.ts';

/** How many groups of the recovery key are read back. */
const READ_BACK = 2;

/** The recovery key that was offered last and is not in use yet. It is shown once: another look is another key. */
export class RecoveryOffers {
  #last: { readonly recoveryKey: RecoveryKey; readonly ask: readonly number[] } | null = null;

  /** What the printed sheet has on it; null when nothing is on offer. */
  get last(): RecoveryKey | null {
    return this.#last?.recoveryKey ?? null;
  }

  make({ available, says }: KeystoreStanding): RecoveryOffer {
    const ask = new Set<number>();
    while (ask.size < READ_BACK) ask.add(randomInt(RECOVERY_GROUPS) + 1);
    this.#last = { recoveryKey: newRecoveryKey(), ask: [...ask].toSorted((a, b) => a - b) };
    return { ...this.#last, keystore: { available, says } };
  }

  /** The key on offer, to whoever shows that it is on paper. */
  readBack(typed: readonly string[]): RecoveryKey | Refusal {
    const offer = this.#last;
    if (offer === null)
      return refuse(
        'no-offer',
        'No recovery key is on offer. Nothing was changed. Ask for one first.',
      );
    const wrong = offer.ask.find(
      (group, at) => !isGroup(offer.recoveryKey, group, typed[at] ?? ''),
    );
    return wrong === undefined
      ? offer.recoveryKey
      : refuse(
          'read-back-wrong',
          `Group ${wrong} is not what stands on the paper. Nothing was changed. Look at it again and type it once more.`,
        );
  }

  forget(): void {
    this.#last = null;
  }
}
