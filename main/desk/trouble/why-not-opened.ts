import { storeFaultOf } from './store-fault.ts';
import { LockedStore } from '#db/store-key/locked-store.ts';

/** Why a data folder could not even be opened for reading, and what to do. Nothing in it was changed. */
export function whyNotOpened(error: unknown, folder: string): string {
  const said = error instanceof Error ? error.message : String(error);
  // What was stored as JSON and reads as none was written over.
  const unreadable = error instanceof LockedStore || error instanceof SyntaxError;
  switch (unreadable ? 'damaged' : storeFaultOf(error)) {
    case 'disk-full':
      return 'The disk is full. Have room made on it, then start CareDesk again.';
    case 'read-only':
      return 'The folder cannot be written. Have an administrator look at the disk and the rights of the folder.';
    case 'locked':
      return 'Another program holds the store. End whatever else works with the folder, then start CareDesk again.';
    case 'disk-failing':
      return 'The disk reports errors. Have the folder copied to another disk now.';
    case 'damaged':
      return (
        `The store cannot be read: it is damaged, or encrypted and its key is not there (${said}). The file is kept as it is; nothing new was begun in its place.\n\n` +
        `Restore the newest copy: caredesk desk restore COPY --data "${folder}"\n\n` +
        'Work on paper meanwhile: the last paper kit lies in the folder whose name ends in -paper, beside this one.'
      );
    case null:
      return said;
  }
}
