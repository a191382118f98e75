import { FIELD_STRINGS } from './field-words.ts';
import text from './known-strings.tsv?raw';
import { learn, type KnownString, type Learned } from './learn.ts';

/** The strings that ship with CareDesk; the lines of its head begin with a hash and hold the licence. */
export function knownStrings(): readonly KnownString[] {
  return text.split('\n').flatMap((line): KnownString[] => {
    const [raw, callType, centers] = line.split('\t');
    if (raw === undefined || callType === undefined || centers === undefined) return [];
    return [{ raw, callType, centers: centers.split(', ') }];
  });
}

let learned: Learned | null = null;

/** What is learned from all of them; counted when somebody first asks, never at the desk's start. */
export function learnedStrings(): Learned {
  learned ??= learn([...FIELD_STRINGS, ...knownStrings()]);
  return learned;
}
