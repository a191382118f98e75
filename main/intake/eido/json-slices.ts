/**
 * Where the parts of a JSON text stand in it, so that a document in a list or a message is kept letter for
 * letter as it was sent. For a text that has been parsed before: what is no JSON is nowhere here.
 */

/** The texts of an array's elements; null when it is no array. */
export function elementsIn(text: string): string[] | null {
  let at = skipSpace(text, 0);
  if (text[at] !== '[') return null;
  const elements: string[] = [];
  at = skipSpace(text, at + 1);
  while (at < text.length && text[at] !== ']') {
    const end = endOfValue(text, at);
    // No JSON after all: nothing stands there.
    if (end === at) break;
    elements.push(text.slice(at, end));
    at = skipSpace(text, end);
    if (text[at] === ',') at = skipSpace(text, at + 1);
  }
  return elements;
}

/** The text of an object's member, the last of that name as a parser reads it; null when it has none. */
export function memberIn(text: string, name: string): string | null {
  let at = skipSpace(text, 0);
  if (text[at] !== '{') return null;
  let found: string | null = null;
  at = skipSpace(text, at + 1);
  while (at < text.length && text[at] === '"') {
    const keyEnd = endOfValue(text, at);
    const key = text.slice(at, keyEnd);
    at = skipSpace(text, skipSpace(text, keyEnd) + 1);
    const end = endOfValue(text, at);
    if (JSON.parse(key) === name) found = text.slice(at, end);
    at = skipSpace(text, end);
    if (text[at] === ',') at = skipSpace(text, at + 1);
  }
  return found;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && ' \t\r\n\ufeff'.includes(text.charAt(at))) at += 1;
  return at;
}

/** Without recursion: how deep it is, is the sender's choice. */
function endOfValue(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (sign === '"') {
      at = endOfString(text, at);
      if (depth === 0) return at + 1;
    } else if (sign === '{' || sign === '[') depth += 1;
    else if (sign === '}' || sign === ']') {
      if (depth === 0) return at;
      depth -= 1;
      if (depth === 0) return at + 1;
    } else if (depth === 0 && ', \t\r\n'.includes(sign)) return at;
  }
  return text.length;
}

/** Where its closing quote stands. */
function endOfString(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
}
