const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';
/** Marks that turn the direction of what comes after them, up to the end of the paragraph. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/gu;

/**
 * A name inside a sentence, kept to itself: one that is written right to left, or that brings marks of its
 * own, does not move the words around it.
 */
export function isolate(name: string): string {
  return `${FIRST_STRONG_ISOLATE}${name.replace(TURNING, '')}${POP_ISOLATE}`;
}
