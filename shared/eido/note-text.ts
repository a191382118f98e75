import { cutTo } from '../lib/cut-to.ts';

const BREAKS = /^\/?(?:br|p|div|li|tr|h[1-6]|ul|ol|table|blockquote|pre)(?:[\s/]|$)/iu;
const UNSPOKEN = /^(script|style|template|iframe|object)(?:[\s/]|$)/iu;
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/**
 * The words of a note, which the standard writes in HTML, as plain text. Nothing of it stays markup: tags and
 * what is between script tags go, blocks become lines, and characters nobody can see are taken out.
 */
export function noteText(html: string): string {
  let text = '';
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open === -1) break;
    text += html.slice(at, open);
    // “BP <90” is no tag.
    if (!/[a-z/!?]/iu.test(html.charAt(open + 1))) {
      text += '<';
      at = open + 1;
      continue;
    }
    const close = html.indexOf('>', open);
    // A tag that is never closed: what follows is shown, so that no words are lost.
    if (close === -1) {
      at = open + 1;
      break;
    }
    const tag = html.slice(open + 1, Math.min(close, open + 60));
    if (BREAKS.test(tag)) text += '\n';
    at = close + 1;
    const unspoken = UNSPOKEN.exec(tag)?.[1];
    if (unspoken !== undefined) {
      const end = html.toLowerCase().indexOf(`</${unspoken.toLowerCase()}`, at);
      if (end === -1) return plainText(text);
      at = end;
    }
  }
  return plainText(withoutEntities(text + html.slice(at)));
}

function withoutEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/giu,
    (whole, dec, hex, name) => {
      if (name !== undefined) {
        const key = String(name).toLowerCase();
        return Object.hasOwn(NAMED, key) ? (NAMED[key] as string) : whole;
      }
      const code = Number.parseInt(dec ?? hex, dec === undefined ? 16 : 10);
      return code > 0x10_ff_ff || (code >= 0xd8_00 && code <= 0xdf_ff)
        ? '\ufffd'
        : String.fromCodePoint(code);
    },
  );
}

/**
 * Text from outside as it may stand on a screen: without control characters and without those that turn the
 * direction of what stands beside them, blanks put together, no empty lines.
 */
export function plainText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\u0085]/gu, '\n')
    .replace(/[^\P{Cc}\n\t]|[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/gu, '')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n ?/gu, '\n')
    .replace(/\n{2,}/gu, '\n')
    .trim();
}

/** The same on one line, and no longer than `most`. */
export function plainLine(text: string, most: number): string {
  return cutTo(plainText(text.slice(0, most * 4)).replace(/\s+/gu, ' '), most);
}
