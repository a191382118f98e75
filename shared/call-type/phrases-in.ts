/** As many as a row can say; who wants to know more reads the words themselves. */
const MOST_PHRASES = 3;

/**
 * Phrases of a list that stand in a text, as they are written there. A star at a phrase's end stands for any
 * ending; otherwise whole words are looked for.
 */
export function phrasesIn(words: string, phrases: readonly string[]): string[] {
  const text = ` ${words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  const found: string[] = [];
  for (const phrase of phrases) {
    if (found.length === MOST_PHRASES) break;
    const open = phrase.endsWith('*');
    const sought = open ? ` ${phrase.slice(0, -1)}` : ` ${phrase} `;
    const at = text.indexOf(sought);
    if (at === -1) continue;
    const end = open ? text.indexOf(' ', at + sought.length) : at + sought.length - 1;
    found.push(text.slice(at + 1, end));
  }
  return found;
}
