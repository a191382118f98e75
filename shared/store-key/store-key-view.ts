import type { DailyWay } from './store-key-events.ts';

/** Whether this computer can keep a key by itself. */
export interface KeystoreStanding {
  readonly available: boolean;
  /** Which keystore, or why there is none: a sentence. */
  readonly says: string;
}

/** A recovery key that is not in use yet: it is shown once, and read back in part before it is. */
export interface RecoveryOffer {
  readonly recoveryKey: string;
  /** Which of its groups have to be read back; the first is number 1. */
  readonly ask: readonly number[];
  readonly keystore: KeystoreStanding;
}

export interface StoreKeyStanding {
  readonly encrypted: boolean;
  /** How it opens; null for a plain store. */
  readonly way: DailyWay | null;
  readonly fingerprint: string | null;
  /** When the key was made. */
  readonly since: string | null;
  readonly keystore: KeystoreStanding;
  /** What has to be encrypted anew by another key, and about how long that takes beside the work. */
  readonly megabytes: number;
  readonly aboutSeconds: number;
  /** Null while it is not. */
  readonly encrypting: EncryptingView | null;
  /** Why the last encryption since the start came to nothing; null when it did not. */
  readonly failed: string | null;
}

/** The store is just being copied and encrypted, while the console goes on. */
export interface EncryptingView {
  readonly step: 'writing' | 'verifying';
  readonly since: string;
  /** Of the copy so far. */
  readonly megabytes: number;
}

/** The store is there and waits for a person to open it. */
export interface StoreLocked {
  /** The keystore may hold it no more: another PC, or a new profile. */
  readonly because: 'passphrase' | 'keystore-lost';
  /** Whether the recovery key has to come with a passphrase for every day. */
  readonly newPassphrase: boolean;
}
