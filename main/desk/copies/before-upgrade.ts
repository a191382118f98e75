import { copiesBeside } from '../store-file.ts';
import { CopyTrouble, said } from './copy-trouble.ts';
import { makeCopy } from './make-copy.ts';
import type { StoreKey } from '#db/store-key/store-key.ts';

/**
 * A verified copy beside the data folder, before a newer CareDesk changes the stored tables: an older one
 * cannot open them any more, so this is the only way back.
 * @throws when it cannot be made. Then nothing is changed, and the store is not opened.
 */
export function copyBeforeUpgrade(folder: string, key: StoreKey | null, now: Date): void {
  const to = copiesBeside(folder);
  try {
    makeCopy({ from: folder, key, to, why: 'before-upgrade', madeAt: now });
  } catch (error) {
    if (!(error instanceof CopyTrouble)) throw error;
    throw new Error(
      `This version of CareDesk changes the stored tables, and first makes a copy into ${to}. It could not: ` +
        `${said(error)} Nothing was changed. If you have another copy, ` +
        `give --upgrade-without-copy once, at the start of the console or with the command.`,
      { cause: error },
    );
  }
}
