import { join } from 'node:path';
import type { CopyRunner } from '../copies/copy-jobs.ts';
import type { Desk } from '../desk.ts';
import { DATABASE_FILE } from '../store-file.ts';
import type { Keystore } from './keystore.ts';
import { lookAtFolder } from './look-at-folder.ts';
import { RecoveryOffers } from './recovery-offers.ts';
import { standingOf } from './standing.ts';
import {
  dailyFor,
  fittingKey,
  newRingKey,
  openedByPassphrase,
  openedByRecovery,
  type OpenedKey,
} from './ring-keys.ts';
import {
  ALREADY_SET_UP,
  ENCRYPTED_ALREADY,
  MISTYPED,
  NOT_ENCRYPTED,
  NOT_LOCKED,
  NOT_OPEN,
  OTHERS_KEY,
  PASSPHRASE_NEEDED,
  UNDER_WAY,
  keystoreFailed,
} from './store-key-refusals.ts';
import { Encryption } from './encryption.ts';
import { Tries } from './unlocking.ts';
import type { KeyRing, RingKey } from '#shared/store-key/key-ring.ts';
import { sweepRecrypting } from '#db/store-key/recrypt.ts';
import { readRecoveryKey, type RecoveryKey } from '#db/store-key/recovery-key.ts';
import { sealByRecovery, type Work } from '#db/store-key/sealed-key.ts';
import { putRing, ringIn } from '#db/store-key/ring-file.ts';
import { newStoreKey, type StoreKey } from '#db/store-key/store-key.ts';
import type { Done } from '#shared/contract/endpoint.ts';
import type { ChosenWay } from '#shared/contract/store-key-topics.ts';
import type { OperatorId } from '#shared/lib/brand.ts';
import { isRefusal, refuse, type Refusal } from '#shared/lib/refusal.ts';
import { DESK_OPERATOR } from '#shared/roster/operator.ts';
import type { StoreKeyEvent } from '#shared/store-key/store-key-events.ts';
import type {
  RecoveryOffer,
  StoreKeyStanding,
  StoreLocked,
} from '#shared/store-key/store-key-view.ts';

/** The desk of the folder, as its keeper opens and closes it. */
export interface StoreSeat {
  /** @throws LockedStore when the key does not fit. */
  open(key: StoreKey | null): Desk;
  close(): void;
}

export interface StoreKeeperOptions {
  readonly folder: string;
  readonly keystore: Keystore;
  readonly seat: StoreSeat;
  /** Does what takes long beside the desk. */
  readonly runner: CopyRunner;
  readonly now: () => Date;
  /** Left out, what is right on an ordinary PC. */
  readonly work?: Work;
}

/**
 * Keeps the key of one data folder: finds it at the start or lets a person give it, and exchanges it. Holds the
 * open desk, because a store can only be encrypted anew while nobody has it open.
 */
export class StoreKeeper {
  readonly #options: StoreKeeperOptions;
  readonly #file: string;
  readonly #tries: Tries;
  #desk: Desk | null = null;
  #locked: { readonly ring: KeyRing; readonly says: StoreLocked } | null = null;
  readonly #offers = new RecoveryOffers();
  readonly #encryption: Encryption;
  #busy = false;

  constructor(options: StoreKeeperOptions) {
    this.#options = options;
    this.#file = join(options.folder, DATABASE_FILE);
    this.#tries = new Tries(options.now);
    this.#encryption = new Encryption(options);
  }

  get desk(): Desk | null {
    return this.#desk;
  }

  /** Whether the store is just being encrypted anew: nothing else may exchange it. */
  get isEncrypting(): boolean {
    return this.#encryption.underWay !== null;
  }

  /** Null while the store is open. */
  get locked(): StoreLocked | null {
    return this.#locked?.says ?? null;
  }

  /**
   * Opens the desk, or finds that a person has to open it.
   * @throws when there is no opening it: a ring without its store, a damaged ring, an encrypted store without one.
   */
  async start(): Promise<void> {
    const { folder, keystore, seat } = this.#options;
    // Also after a copy was put in force: it brings the ring of its moment.
    [this.#desk, this.#locked] = [null, null];
    // What an encryption that was cut short left beside the store opens nothing, or lies in plain text.
    sweepRecrypting(this.#file);
    const found = await lookAtFolder(folder, keystore);
    if (found.is === 'plain') this.#desk = seat.open(null);
    else if (found.is === 'opened') this.#openBy(found.ring, found.by);
    else this.#locked = found;
  }

  async unlock(passphrase: string): Promise<Done | Refusal> {
    const locked = this.#locked;
    if (locked === null) return NOT_LOCKED;
    const waits = this.#tries.wait();
    if (waits !== null) return waits;
    return this.#alone(async () => {
      const opened = await openedByPassphrase(locked.ring, passphrase);
      if (opened.length === 0)
        return this.#tries.failedOnce('That is not the passphrase of the center.');
      const fits = fittingKey(this.#file, opened);
      if (fits === null) return OTHERS_KEY;
      this.#openBy(locked.ring, fits);
      return this.#record([], DESK_OPERATOR);
    });
  }

  /** By the recovery key, on this PC or on another: it opens every day by what stands here now. */
  async recover(typed: string, newPassphrase: string | null): Promise<Done | Refusal> {
    const locked = this.#locked;
    if (locked === null) return NOT_LOCKED;
    const waits = this.#tries.wait();
    if (waits !== null) return waits;
    const recoveryKey = readRecoveryKey(typed);
    if (recoveryKey === null) return MISTYPED;
    if (locked.says.newPassphrase && newPassphrase === null) return PASSPHRASE_NEEDED;
    return this.#alone(async () => {
      const opened = openedByRecovery(locked.ring, recoveryKey);
      const fits = fittingKey(this.#file, await opened);
      if (fits === null)
        return this.#tries.failedOnce('That is a recovery key, but not the one of this store.');
      const way: ChosenWay =
        newPassphrase === null
          ? { by: 'keystore' }
          : { by: 'passphrase', passphrase: newPassphrase };
      const daily = await dailyFor(fits.key, way, this.#options.keystore, this.#options.work);
      const from = { ...fits.from, daily };
      this.#putRing([from]);
      this.#openBy({ ...locked.ring, keys: [from] }, { key: fits.key, from });
      return this.#record([{ type: 'store.recovered', way: way.by }], DESK_OPERATOR);
    });
  }

  /** A recovery key that is not in use yet; an earlier offer is forgotten. */
  offer(): RecoveryOffer {
    return this.#offers.make(this.#options.keystore.standing());
  }

  /** What the printed sheet has on it; null when nothing is on offer. */
  get offered(): RecoveryKey | null {
    return this.#offers.last;
  }

  /** At set-up only: nobody has an account yet. */
  leavePlain(): Done | Refusal {
    if (!this.#settingUp) return ALREADY_SET_UP;
    return this.#record([{ type: 'store.left-plain' }], DESK_OPERATOR);
  }

  firstOffer(): RecoveryOffer | Refusal {
    if (!this.#settingUp) return ALREADY_SET_UP;
    return this.#desk?.key == null ? this.offer() : ENCRYPTED_ALREADY;
  }

  async encryptFirst(way: ChosenWay, readBack: readonly string[]): Promise<Done | Refusal> {
    if (!this.#settingUp) return ALREADY_SET_UP;
    return this.#desk?.key == null ? this.encrypt(way, readBack, DESK_OPERATOR) : ENCRYPTED_ALREADY;
  }

  /** By a new key, with a new recovery key: what may have become known opens nothing any more. */
  async encrypt(
    way: ChosenWay,
    readBack: readonly string[],
    by: OperatorId,
  ): Promise<Done | Refusal> {
    const recoveryKey = this.#offers.readBack(readBack);
    if (isRefusal(recoveryKey)) return recoveryKey;
    const { keystore, now, work } = this.#options;
    return this.#withWay(way, async (desk) => {
      const key = newStoreKey();
      const madeAt = now().toISOString();
      const added = await newRingKey(key, { way, recoveryKey, keystore, madeAt, work });
      const before = desk.key === null ? null : this.#ringKey();
      const exchanged = await this.#encryption.exchange(desk, before, { key, from: added });
      this.#desk = exchanged.desk;
      if (exchanged.refused !== null) return exchanged.refused;
      this.#offers.forget();
      const type = desk.key === null ? 'store.encrypted' : 'store.rekeyed';
      return this.#record([{ type, way: way.by, fingerprint: added.fingerprint }], by);
    });
  }

  /** The same key, opened otherwise from now on. */
  async changeWay(way: ChosenWay, by: OperatorId): Promise<Done | Refusal> {
    return this.#withWay(way, async (desk) => {
      const [ring, key] = [this.#ringKey(), desk.key];
      if (ring === null || key === null) return NOT_ENCRYPTED;
      const daily = await dailyFor(key, way, this.#options.keystore, this.#options.work);
      this.#putRing([{ ...ring, daily }]);
      return this.#record([{ type: 'store.way-changed', way: way.by }], by);
    });
  }

  /** The former recovery key opens nothing from now on. */
  renewRecovery(readBack: readonly string[], by: OperatorId): Done | Refusal {
    const [ring, key] = [this.#ringKey(), this.#desk?.key ?? null];
    if (ring === null || key === null) return NOT_ENCRYPTED;
    if (this.#busy) return UNDER_WAY;
    const recoveryKey = this.#offers.readBack(readBack);
    if (isRefusal(recoveryKey)) return recoveryKey;
    this.#putRing([{ ...ring, recovery: sealByRecovery(key, recoveryKey) }]);
    this.#offers.forget();
    return this.#record([{ type: 'store.recovery-key-renewed' }], by);
  }

  standing(): StoreKeyStanding {
    const encrypted = this.#desk?.key != null;
    const ring = encrypted ? this.#ringKey() : null;
    return {
      ...standingOf(encrypted, ring, this.#options.keystore, this.#file),
      encrypting: this.#encryption.underWay,
      failed: this.#encryption.failed,
    };
  }

  get #settingUp(): boolean {
    return this.#desk !== null && this.#desk.policy() === null;
  }

  #ringKey(): RingKey | null {
    return ringIn(this.#options.folder)?.keys.at(-1) ?? null;
  }

  #putRing(keys: RingKey[]): void {
    putRing(this.#options.folder, { version: 1, keys });
  }

  #openBy(ring: KeyRing, { key, from }: OpenedKey): void {
    // An encryption was interrupted: one of the keys is of no use any more.
    if (ring.keys.length > 1) this.#putRing([from]);
    this.#desk = this.#options.seat.open(key);
    this.#locked = null;
  }

  #record(events: readonly StoreKeyEvent[], by: OperatorId): Done | Refusal {
    const desk = this.#desk;
    if (desk === null) return NOT_OPEN;
    const { failed } = this.#tries;
    this.#tries.forget();
    const all: StoreKeyEvent[] =
      failed === 0 ? [...events] : [{ type: 'store.unlock-failed', attempts: failed }, ...events];
    const entries = all.length === 0 ? [] : desk.record(all, by);
    return { seq: entries.at(-1)?.seq ?? desk.journal.head() };
  }

  async #withWay(
    way: ChosenWay,
    work: (desk: Desk) => Promise<Done | Refusal>,
  ): Promise<Done | Refusal> {
    const desk = this.#desk;
    if (desk === null) return NOT_OPEN;
    const { available, says } = this.#options.keystore.standing();
    if (way.by === 'keystore' && !available)
      return refuse(
        'no-keystore',
        `${says} Nothing was changed. Choose a passphrase of the center.`,
      );
    return this.#alone(() => work(desk));
  }

  /** One at a time: two that exchange the same file would each undo the other. */
  async #alone(work: () => Promise<Done | Refusal>): Promise<Done | Refusal> {
    if (this.#busy) return UNDER_WAY;
    this.#busy = true;
    try {
      return await work();
    } catch (error) {
      return keystoreFailed(error);
    } finally {
      this.#busy = false;
    }
  }
}
