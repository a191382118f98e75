import { CallTypeLookup } from './call-type-lookup.ts';
import { centerWordsOf } from './center-words.ts';
import type { ImportingDesk } from './importing-desk.ts';
import { PersonSalt } from './person-salt.ts';
import type { ImportMeans } from './row-reading.ts';
import { readsPrivately } from '#shared/intake-file/mapping-columns.ts';
import type { Mapping } from '#shared/intake-file/mapping-schema.ts';

/**
 * What an import in the window reads rows with: the call types in force here, and the salt of the folder.
 * @throws UnusableFile when the salt is broken.
 */
export function importMeans(desk: ImportingDesk, folder: string, mapping: Mapping): ImportMeans {
  const salt = readsPrivately(mapping) ? PersonSalt.kept(folder) : PersonSalt.of(folder);
  return {
    file: 'the call types in force',
    lookup: new CallTypeLookup(desk.callTypes()),
    destination: 'history',
    words: centerWordsOf(desk, salt),
    salt,
  };
}
