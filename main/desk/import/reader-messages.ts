import { join } from 'node:path';
import type { OpenExport } from './open-export.ts';
import type { FilePlace } from './record-frames.ts';
import type { CallTypeMap } from '#shared/call-type/call-type-map.ts';
import type { Policy } from '#shared/policy/policy.ts';

/** What the thread that reads is started with: all that reading rows needs, as it can be handed over. */
export interface ReaderStart {
  readonly from: Pick<OpenExport, 'file' | 'mapping' | 'layout' | 'hasHeader' | 'how'>;
  readonly start: FilePlace | null;
  /** Rows in a batch. */
  readonly rows: number;
  readonly callTypes: Omit<CallTypeMap, 'learned'>;
  readonly policy: Policy;
  readonly zone: string | null;
  /** Null where the folder has none. */
  readonly salt: Uint8Array | null;
}

/** The program of the thread, among the built ones; null where nothing was built. */
export function readerFileIn(outFolder: string | undefined): string | null {
  return outFolder === undefined ? null : join(outFolder, 'reader', 'reader.js');
}

/** The thread answers each of these with the next batch, or with why there is none. */
export const NEXT = 'next';

export type FromReader =
  | { readonly batch: string }
  | {
      readonly unusable: {
        readonly file: string;
        readonly line: number | null;
        readonly why: string;
        readonly remedy: string;
      };
    }
  | { readonly failed: string };
