/**
 * JSON that is given back as it came: a number no double can hold exactly stays the digits it was written with.
 * In between, such a number is a string nobody can send, because JSON escapes the character it begins with.
 */
const MARK = '\u0000number ';
const PARTS = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*/gu;

export function parseExact(text: string): unknown {
  const marked = text.replace(PARTS, (part) =>
    part.startsWith('"') || String(Number(part)) === part ? part : JSON.stringify(MARK + part),
  );
  return JSON.parse(marked.startsWith('\ufeff') ? marked.slice(1) : marked);
}

const MARKED = /"\\u0000number (-?\d[\d.eE+-]*)"/gu;

export function writeExact(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(MARKED, '$1');
}
