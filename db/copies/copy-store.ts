import { copyInSteps } from './copy-in-steps.ts';
import { paced, type Pace } from './pace.ts';
import { claimNew } from './whole-files.ts';
import type { Database } from '../open-database.ts';
import type { StoreKey } from '../store-key/store-key.ts';

/** Writes a store, as it is at one moment, into a new file; it is on the disk when this returns. */
export function copyStore(source: Database, file: string, key: StoreKey | null, pace: Pace): void {
  claimNew(file);
  const written = paced(file, pace);
  try {
    copyInSteps(source, file, key, written.step);
  } finally {
    written.end();
  }
}
