import { createHash } from 'node:crypto';

const ALPHABET = 26;

/**
 * Four letters for each operator that are the same in every report and name nobody: from the digest of their id,
 * so that they do not even tell who came first. Two that would be alike get more letters.
 */
export function operatorLetters(operatorIds: readonly string[]): ReadonlyMap<string, string> {
  const letters = new Map<string, string>();
  const taken = new Set<string>();
  for (const id of operatorIds.toSorted()) {
    const digest = createHash('sha256').update(`operator letters ${id}`).digest();
    let length = 4;
    let word = wordOf(digest, length);
    while (taken.has(word) && length < digest.length) word = wordOf(digest, (length += 1));
    taken.add(word);
    letters.set(id, word);
  }
  return letters;
}

function wordOf(digest: Buffer, length: number): string {
  return [...digest.subarray(0, length)]
    .map((byte) => String.fromCharCode(65 + (byte % ALPHABET)))
    .join('');
}
