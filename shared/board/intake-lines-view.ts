import type { Attempts } from '../intake-line/intake-line.ts';
import type {
  AliSpillSetting,
  EidoListenerSetting,
  WatchedFolderSetting,
} from '../intake-line/line-setting.ts';
import type { IntakeLineId } from '../lib/brand.ts';

/** How a line stands at this moment. */
export type LineState =
  | { readonly state: 'off' }
  /** Switched on, and about to begin. */
  | { readonly state: 'starting' }
  | {
      readonly state: 'taking';
      readonly since: string;
      /** Where, in words. */ readonly at: string;
    }
  /** `because` says what to do. It is tried again by itself at `again`, or not. */
  | {
      readonly state: 'failed';
      readonly since: string;
      readonly because: string;
      readonly again: string | null;
    };

/** What a line has done since this console was started. */
export interface LineStanding {
  readonly now: LineState;
  readonly lastDelivery: string | null;
  readonly newCalls: number;
  readonly updates: number;
  /** Delivered before: nothing was written. */
  readonly known: number;
  readonly refused: number;
}

/** A delivery the desk did not take. Nothing of what was in it is kept. */
export interface RefusedDelivery {
  readonly lineId: IntakeLineId;
  readonly at: string;
  /** The address or the file it came from. */
  readonly from: string;
  /** Null where it was refused before anybody knew. */
  readonly bytes: number | null;
  /** The code of the refusal. */
  readonly reason: string;
}

/** A setting without what nobody reads: whether there is a token, never what it is. */
export type ShownSetting =
  | (Omit<EidoListenerSetting, 'access'> & {
      readonly access:
        | { readonly by: 'token'; readonly made: boolean }
        | { readonly by: 'client-certificate'; readonly caFile: string };
    })
  | AliSpillSetting
  | WatchedFolderSetting;

export interface IntakeLineView {
  readonly lineId: IntakeLineId;
  readonly name: string;
  readonly on: boolean;
  readonly setting: ShownSetting;
  readonly setAt: string;
  readonly setByName: string;
  readonly attempts: Attempts | null;
  readonly standing: LineStanding;
}

export interface IntakeLinesView {
  readonly lines: readonly IntakeLineView[];
  /** The newest first, of all lines together. */
  readonly refusals: readonly RefusedDelivery[];
}

/** So many refused deliveries are kept to be looked at. */
export const REFUSED_KEPT = 100;
