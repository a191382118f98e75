import { FIELD_STRINGS } from './field-words.ts';
import known from './known-strings.json' with { type: 'json' };
import { learn, type KnownString, type Learned } from './learn.ts';

/** The strings that ship with CareDesk: by call type, then by the centers that use them. */
export function knownStrings(): readonly KnownString[] {
  return Object.entries(known.strings).flatMap(([callType, byCenters]) =>
    Object.entries(byCenters).flatMap(([centers, strings]) =>
      strings.map((raw) => ({ raw, callType, centers: centers.split(', ') })),
    ),
  );
}

let learned: Learned | null = null;

/** What is learned from all of them; counted when somebody first asks, never at the desk's start. */
export function learnedStrings(): Learned {
  learned ??= learn([...FIELD_STRINGS, ...knownStrings()]);
  return learned;
}
