import { inflateSync } from 'node:zlib';

/**
 * The letters of a PDF as Chromium writes them: compressed streams, glyph numbers, and a table per font that
 * says which letters they stand for. Without white space, which is moved rather than written. Enough to look
 * for words in our own prints; not a PDF reader.
 */
export function pdfLetters(pdf: Buffer): string {
  const objects = objectsOf(pdf);
  const fonts = new Map<string, ReadonlyMap<number, string>>();
  for (const [id, { head }] of objects) {
    const table = /\/ToUnicode (\d+) 0 R/.exec(head)?.[1];
    if (table !== undefined) fonts.set(id, lettersOf(objects.get(table)?.stream ?? ''));
  }
  const pages = [...objects.values()].filter(({ head }) => /\/Type \/Page\b/.test(head));
  return pages
    .map(({ head }) => {
      const named = new Map<string, ReadonlyMap<number, string>>();
      for (const [, name = '', id = ''] of head.matchAll(/\/(F\d+) (\d+) 0 R/g))
        named.set(name, fonts.get(id) ?? new Map());
      const content = /\/Contents (\d+) 0 R/.exec(head)?.[1] ?? '';
      return drawnIn(objects.get(content)?.stream ?? '', named);
    })
    .join('\n');
}

interface PdfObject {
  readonly head: string;
  readonly stream: string;
}

function objectsOf(pdf: Buffer): Map<string, PdfObject> {
  const text = pdf.toString('latin1');
  const objects = new Map<string, PdfObject>();
  for (const match of text.matchAll(/(?:^|\n)(\d+) 0 obj\s([\s\S]*?)endobj/g)) {
    const [whole, id = '', body = ''] = match;
    const at = body.indexOf('stream\n');
    if (at < 0) {
      objects.set(id, { head: body, stream: '' });
      continue;
    }
    const head = body.slice(0, at);
    const start = match.index + whole.indexOf('stream\n') + 'stream\n'.length;
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0);
    const raw = pdf.subarray(start, start + length);
    const stream = head.includes('FlateDecode') ? inflated(raw) : raw.toString('latin1');
    objects.set(id, { head, stream });
  }
  return objects;
}

function inflated(raw: Buffer): string {
  try {
    return inflateSync(raw).toString('latin1');
  } catch {
    // A picture, or a stream that holds the end of this pattern by chance: no words are in it.
    return '';
  }
}

function lettersOf(table: string): ReadonlyMap<number, string> {
  const letters = new Map<number, string>();
  const letter = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le');
  for (const [, block = ''] of table.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, glyph = '', hex = ''] of block.matchAll(/<([0-9A-F]+)>\s*<([0-9A-F]+)>/gi))
      letters.set(Number.parseInt(glyph, 16), letter(hex));
  for (const [, block = ''] of table.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from = '', to = '', hex = ''] of block.matchAll(
      /<([0-9A-F]+)>\s*<([0-9A-F]+)>\s*<([0-9A-F]+)>/gi,
    )) {
      const first = Number.parseInt(from, 16);
      const code = Number.parseInt(hex, 16);
      for (let glyph = first; glyph <= Number.parseInt(to, 16); glyph += 1)
        letters.set(glyph, String.fromCodePoint(code + glyph - first));
    }
  return letters;
}

/** Glyphs in the order they are drawn. */
function drawnIn(content: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): string {
  let letters: ReadonlyMap<number, string> = new Map();
  let said = '';
  for (const [token] of content.matchAll(/\/F\d+ |<[0-9A-F]+>/gi)) {
    if (token.startsWith('/')) letters = fonts.get(token.trim().slice(1)) ?? new Map();
    else
      for (const [glyph] of token.matchAll(/[0-9A-F]{4}/gi))
        said += letters.get(Number.parseInt(glyph, 16)) ?? '';
  }
  return said.replace(/\s/g, '');
}
