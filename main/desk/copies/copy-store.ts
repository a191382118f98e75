import { paced, type Pace } from './pace.ts';
import { claimNew } from './whole-files.ts';
import { copyInSteps } from '#db/copies/copy-in-steps.ts';
import type { Database } from '#db/open-database.ts';
import type { StoreKey } from '#db/store-key/store-key.ts';

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
