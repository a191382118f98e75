import type { Acknowledged } from '#shared/delivery/delivery.ts';
import type { EidoDocument } from '#shared/eido/sent-eido.ts';
import type { EidoListenerSetting } from '#shared/intake-line/line-setting.ts';

/** What the listener's thread is started with. */
export interface ThreadStart {
  readonly setting: EidoListenerSetting;
}

/** A delivery that was refused in the thread: nothing of what was in it leaves it. */
export interface RefusedThere {
  readonly from: string;
  readonly bytes: number | null;
  readonly reason: string;
}

export interface AttemptsThere {
  readonly count: number;
  readonly from: readonly string[];
}

export type FromThread =
  | { readonly kind: 'listening'; readonly at: string }
  /** It cannot listen: the thread ends after it. */
  | { readonly kind: 'failed'; readonly because: string }
  | {
      readonly kind: 'documents';
      readonly batch: number;
      readonly documents: readonly EidoDocument[];
      /** The addresses they came from, one for each. */
      readonly from: readonly string[];
    }
  /** Gathered over a moment, so that a flood there is no flood here. */
  | {
      readonly kind: 'refused';
      /** The last of them. */
      readonly last: readonly RefusedThere[];
      readonly count: number;
      readonly attempts: AttemptsThere;
    };

export type ToThread =
  | {
      readonly kind: 'outcomes';
      readonly batch: number;
      readonly outcomes: readonly Acknowledged[];
      /** How long the desk took for them: the next batch is as large as it can do without a pause at the board. */
      readonly ms: number;
    }
  | { readonly kind: 'stop' };
