/** Why a store could not be opened with the key at hand. */
export type Locked = 'key-missing' | 'key-wrong' | 'not-encrypted';

const BECAUSE: Readonly<Record<Locked, string>> = {
  'key-missing':
    'is encrypted or no CareDesk store, and no key was given. Nothing in it was changed.',
  'key-wrong':
    'does not open with this key: it is another key’s, or its first page is damaged. Nothing in it was changed.',
  'not-encrypted': 'is not encrypted, and a key was given. Nothing in it was changed.',
};

/** The store is there and was not opened. Never SQLite’s own words: they call a wrong key a broken file. */
export class LockedStore extends Error {
  readonly why: Locked;
  readonly file: string;

  constructor(file: string, why: Locked) {
    super(`${file} ${BECAUSE[why]}`);
    this.name = 'LockedStore';
    this.why = why;
    this.file = file;
  }
}
