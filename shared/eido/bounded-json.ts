import { refuse, type Refusal } from '../lib/refusal.ts';

export const DOCUMENT_MOST_CHARACTERS = 1_048_576;
const DEEPEST = 48;
const NODES_MOST = 50_000;

/**
 * The value of a JSON text from outside. What is too large, too deep or too many is found in the text, before
 * anything is built from it. Of a key that stands twice the last counts, and `__proto__` is a key like any other.
 */
export function readBoundedJson(text: string): { readonly value: unknown } | Refusal {
  if (text.length > DOCUMENT_MOST_CHARACTERS)
    return refused(
      'document-too-large',
      `It has ${text.length.toLocaleString('en-US')} characters, and ${DOCUMENT_MOST_CHARACTERS.toLocaleString('en-US')} are read. Send it without media and history.`,
    );
  if (/\p{Surrogate}/u.test(text))
    return refused('document-not-utf-8', 'Its text is not whole UTF-8. Send it as UTF-8.');
  const bad = boundsBroken(text);
  if (bad !== null) return refused('document-too-complex', bad);
  let value: unknown;
  try {
    value = JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text);
  } catch (error) {
    // What an engine says of bad JSON quotes the text, which may be about a person.
    const at = error instanceof Error ? / at position (\d+)/.exec(error.message) : null;
    const where = at === null ? '' : ` at character ${Number(at[1]) + 1}`;
    return refused('document-not-json', `It is no JSON${where}. Send one whole JSON object.`);
  }
  return isFiniteAll(value)
    ? { value }
    : refused(
        'document-bad-number',
        `The number at ${notFiniteAt(value, '')} is larger than any number can be.`,
      );
}

function refused(code: string, why: string): Refusal {
  return refuse(code, `The document was not taken. ${why}`);
}

function boundsBroken(text: string): string | null {
  let depth = 0;
  let nodes = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfString(text, at);
    else if (code === OPEN_BRACE || code === OPEN_BRACKET) {
      depth += 1;
      nodes += 1;
      if (depth > DEEPEST)
        return `It is nested more than ${DEEPEST} deep. Send what it holds flat, by reference.`;
    } else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) depth -= 1;
    else if (code === COMMA) nodes += 1;
    if (nodes > NODES_MOST)
      return `It has more than ${NODES_MOST.toLocaleString('en-US')} values. Send the incident without its history.`;
  }
  return null;
}

/** Where its closing quote stands, or where the text ends. Most of a document is strings: they are leapt over. */
function endOfString(text: string, from: number): number {
  let end = from;
  do {
    end = text.indexOf('"', end + 1);
    if (end === -1) return text.length;
  } while (isEscaped(text, end, from));
  return end;
}

function isEscaped(text: string, at: number, from: number): boolean {
  let slashes = 0;
  while (at - slashes - 1 > from && text.charCodeAt(at - slashes - 1) === BACKSLASH) slashes += 1;
  return slashes % 2 === 1;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

/** Without the way there, which next to no document is asked for. */
function isFiniteAll(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.values(value).every(isFiniteAll);
}

/** Where a number stands that JSON can write and no number can hold; null when all are held. */
function notFiniteAt(value: unknown, path: string): string | null {
  if (typeof value === 'number') return Number.isFinite(value) ? null : path || '/';
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, member] of Object.entries(value)) {
    const found = notFiniteAt(member, `${path}/${key.slice(0, 60)}`);
    if (found !== null) return found;
  }
  return null;
}
