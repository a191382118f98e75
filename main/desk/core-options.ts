import type { Passphrases } from './access/passphrases.ts';
import type { DeskLog } from './desk-log.ts';
import type { Desk } from './desk.ts';
import type { Timers } from './training/timers.ts';
import type { StoreKey } from '#db/store-key/store-key.ts';

/** What a desk is opened with. */
export interface CoreOptions {
  readonly file: string;
  /** What the store is encrypted with; null opens a plain one. */
  readonly key?: StoreKey | null;
  readonly mode: Desk['mode'];
  readonly position: string;
  readonly now: () => Date;
  /** Milliseconds that only ever go on, evenly. Left out: the clock is taken at its word. */
  readonly steady?: () => number;
  readonly newId: () => string;
  readonly log: DeskLog;
  readonly passphrases: Passphrases;
  readonly timers: Timers;
  /** Called before the stored tables are changed; throws when they must not be. */
  readonly beforeUpgrade?: () => void;
  /** Runs `act` after what is going on now has been answered; returns the way to stop it. */
  readonly soon: (act: () => void) => () => void;
}
