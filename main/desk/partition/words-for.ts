import { keptMember } from '#db/journal/read-event.ts';
import type { Database } from '#db/open-database.ts';
import { isKept, mayRead, type Kept } from '#shared/partition/partition.ts';
import type { Role } from '#shared/roster/operator.ts';

/** Words as these readers may have them; null when they are kept apart from one of them, or are no more. */
export type WordsFor = <Words>(words: Words | Kept) => Words | null;

/** The one way from where words are kept to a view. Every reader has to be allowed to read them. */
export function wordsFor(db: Database, readers: readonly Role[]): WordsFor {
  return <Words>(words: Words | Kept): Words | null => {
    if (!isKept(words)) return words;
    if (!readers.every((role) => mayRead(role, words.keptIn))) return null;
    return keptMember(db, words) as Words | null;
  };
}
