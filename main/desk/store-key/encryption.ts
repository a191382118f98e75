import { join } from 'node:path';
import type { CopyRunner } from '../copies/copy-jobs.ts';
import type { Desk } from '../desk.ts';
import { DATABASE_FILE } from '../store-file.ts';
import { fittingKey, isPlain, type OpenedKey } from './ring-keys.ts';
import type { StoreSeat } from './store-keeper.ts';
import { COPY_UNDER_WAY, notEncrypted } from './store-key-refusals.ts';
import { copiedBytes, takePlace } from '#db/store-key/recrypt.ts';
import { putRing, removeRing } from '#db/store-key/ring-file.ts';
import { isRefusal, type Refusal } from '#shared/lib/refusal.ts';
import type { RingKey } from '#shared/store-key/key-ring.ts';
import type { EncryptingView } from '#shared/store-key/store-key-view.ts';

interface EncryptionOptions {
  readonly folder: string;
  readonly seat: StoreSeat;
  /** Copies and encrypts beside the desk. */
  readonly runner: CopyRunner;
  readonly now: () => Date;
}

/** The desk that is open afterwards, and why it is still the former store’s. */
interface Exchanged {
  readonly desk: Desk;
  readonly refused: Refusal | null;
}

/**
 * Encrypts the store of a data folder anew. A copy is made and encrypted beside the desk, which goes on answering
 * and writing; only to put it in the store’s place, with the last of what was written, the desk is closed and
 * opened again, in one go.
 */
export class Encryption {
  readonly #options: EncryptionOptions;
  readonly #file: string;
  #standing: Omit<EncryptingView, 'megabytes'> | null = null;
  /** What came in the way of the last one; null when nothing did. */
  failed: string | null = null;

  constructor(options: EncryptionOptions) {
    this.#options = options;
    this.#file = join(options.folder, DATABASE_FILE);
  }

  get underWay(): EncryptingView | null {
    if (this.#standing === null) return null;
    return { ...this.#standing, megabytes: Math.floor(copiedBytes(this.#file) / 1_000_000) };
  }

  async exchange(desk: Desk, before: RingKey | null, added: OpenedKey): Promise<Exchanged> {
    const exchanged = await this.#exchanged(desk, before, added);
    this.failed = exchanged.refused?.because ?? null;
    return exchanged;
  }

  async #exchanged(desk: Desk, before: RingKey | null, added: OpenedKey): Promise<Exchanged> {
    const goOn = desk.copies.standStill();
    if (goOn === null) return { desk, refused: COPY_UNDER_WAY };
    try {
      const refused = await this.#copied(desk, added);
      // From here on nothing is waited for: no command comes in between.
      return isRefusal(refused) ? { desk, refused } : this.#placed(desk, before, added);
    } finally {
      goOn();
    }
  }

  async #copied(desk: Desk, { key }: OpenedKey): Promise<Refusal | null> {
    this.#standing = { step: 'writing', since: this.#options.now().toISOString() };
    try {
      await this.#options.runner.run<'encrypt'>(
        { kind: 'encrypt', file: this.#file, from: desk.key, to: key },
        (step) => {
          if (this.#standing !== null) this.#standing = { ...this.#standing, step };
        },
      );
      return desk.db.open ? null : notEncrypted(new Error('The desk was closed meanwhile.'));
    } catch (error) {
      return notEncrypted(error);
    } finally {
      this.#standing = null;
    }
  }

  /** Both keys are in the ring until one of them is known to open the store. */
  #placed(desk: Desk, before: RingKey | null, added: OpenedKey): Exchanged {
    const { folder, seat } = this.#options;
    putKeys(folder, before === null ? [added.from] : [before, added.from]);
    seat.close();
    let why: unknown = null;
    try {
      takePlace(this.#file, desk.key, added.key);
    } catch (error) {
      why = error;
    }
    const done = !isPlain(this.#file) && fittingKey(this.#file, [added]) !== null;
    if (done) putKeys(folder, [added.from]);
    else if (before !== null) putKeys(folder, [before]);
    else removeRing(folder);
    const opened = seat.open(done ? added.key : desk.key);
    return { desk: opened, refused: done ? null : notEncrypted(why) };
  }
}

function putKeys(folder: string, keys: RingKey[]): void {
  putRing(folder, { version: 1, keys });
}
