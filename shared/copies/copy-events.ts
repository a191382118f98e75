import type { CopiesSetting } from './copies-setting.ts';
import type { CopyReason } from './copy-name.ts';
import type { OperatorId } from '../lib/brand.ts';

export type CopyEvent =
  | ({ readonly type: 'copies.set' } & CopiesSetting)
  | CopyMade
  /** Written for the first failures of a row; it is tried again more often than that. */
  | {
      readonly type: 'copy.failed';
      readonly folder: string;
      readonly why: CopyReason;
      readonly because: string;
      /** How many there are in a row now. */
      readonly failures: number;
    }
  /** A copy was opened beside the store and counted, and put away again. */
  | {
      readonly type: 'copy.drilled';
      readonly copy: string;
      readonly folder: string;
      readonly entries: number;
      readonly openIncidents: number;
      /** What was wrong with it; empty when it could have been restored. */
      readonly faults: readonly string[];
    }
  /** Keys of words that were shredded since were taken out of the copies in a folder. */
  | {
      readonly type: 'copies.thinned';
      readonly folder: string;
      /** Everything shredded up to this entry is out of them. */
      readonly upTo: number;
      /** How many were thinned now. */
      readonly copies: number;
      /** Those that could not be, and still hold what was shredded. */
      readonly left: readonly LeftCopy[];
    }
  /** The first entry after a restore: the store in force is a copy, and what came after it is not in it. */
  | {
      readonly type: 'copy.restored';
      readonly copy: string;
      readonly entries: number;
      readonly head: string;
      /** When the last entry of the copy was written. */
      readonly reaches: string | null;
      /** Under which name the store before is kept; null where there was none. */
      readonly former: string | null;
      /** Entries of the store before that are not in this one; null where it could not be read. */
      readonly newer: number | null;
      /** Who agreed to it beside whoever did it; null on the command line, which is nobody’s console. */
      readonly approvedBy: OperatorId | null;
    };

/** A copy that still opens words which were shredded since, and why it does. */
export interface LeftCopy {
  readonly copy: string;
  readonly because: string;
}

/** A verified copy stands in the folder. It is the store as it was up to `entries`. */
export interface CopyMade {
  readonly type: 'copy.made';
  readonly copy: string;
  readonly folder: string;
  readonly why: CopyReason;
  readonly entries: number;
  readonly head: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly encrypted: boolean;
}
