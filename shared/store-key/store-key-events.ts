/** How the store opens every day: by this computer's keystore, or by the passphrase of the center. */
export type DailyWay = 'keystore' | 'passphrase';

/** What became of the store's encryption. Keys are named by their fingerprints. */
export type StoreKeyEvent =
  | { readonly type: 'store.encrypted'; readonly way: DailyWay; readonly fingerprint: string }
  | { readonly type: 'store.rekeyed'; readonly way: DailyWay; readonly fingerprint: string }
  /** Somebody chose to go on without encryption. */
  | { readonly type: 'store.left-plain' }
  /** It was opened by the recovery key; it opens in this way from now on. */
  | { readonly type: 'store.recovered'; readonly way: DailyWay }
  /** The same key, opened another way or by another passphrase from now on. */
  | { readonly type: 'store.way-changed'; readonly way: DailyWay }
  /** Another recovery key was printed: the former one opens nothing any more. */
  | { readonly type: 'store.recovery-key-renewed' }
  /** So often it was tried in vain before it opened. */
  | { readonly type: 'store.unlock-failed'; readonly attempts: number };
