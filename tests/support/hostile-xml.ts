import { oneOf } from './hostile-bytes.ts';
import { HOSTILE_WORDS } from './hostile-words.ts';
import type { Draw } from '#shared/statistics/seeded.ts';

/** An XML document with one to three things in it that nobody should write. */
export function spoilXml(draw: Draw, xml: string): string {
  let spoilt = xml;
  for (let times = 1 + Math.floor(draw() * 3); times > 0; times -= 1)
    spoilt = oneOf(draw, SPOILERS)(draw, spoilt);
  return spoilt;
}

type Spoiler = (draw: Draw, xml: string) => string;

const BOMB = Array.from(
  { length: 9 },
  (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`,
).join('');

const SPOILERS: readonly Spoiler[] = [
  function anEntityThatGrows(_draw, xml) {
    return prologue(xml, `<!DOCTYPE p [<!ENTITY l0 "lol">${BOMB}]>`, '&l9;');
  },
  function anEntityFromOutside(_draw, xml) {
    return prologue(xml, '<!DOCTYPE p [<!ENTITY x SYSTEM "file:///etc/passwd">]>', '&x;');
  },
  function anOutsideGrammar(_draw, xml) {
    return prologue(xml, '<!DOCTYPE p SYSTEM "http://127.0.0.1/p.dtd">', '');
  },
  function anUnknownEntity(draw, xml) {
    return inText(draw, xml, '&nbsp;&unknown;');
  },
  function otherWords(draw, xml) {
    return inText(draw, xml, oneOf(draw, HOSTILE_WORDS));
  },
  function inAnAttribute(draw, xml) {
    return xml.replace(/="[^"]*"/u, `="${oneOf(draw, HOSTILE_WORDS)}"`);
  },
  function otherNumbers(draw, xml) {
    const number = oneOf(draw, ['1e999', 'NaN', '-0', '91 181', '1,5', '١٢٣', '9'.repeat(500), '']);
    return xml.replace(/>\s*-?\d[\d. -]*</u, `>${number}<`);
  },
  function deep(draw, xml) {
    const levels = 200 + Math.floor(draw() * 2_000);
    return inText(draw, xml, '<a>'.repeat(levels) + '</a>'.repeat(levels));
  },
  function neverClosed(draw, xml) {
    return inText(draw, xml, '<a>'.repeat(500));
  },
  function manyAttributes(_draw, xml) {
    const many = Array.from({ length: 300 }, (_, at) => `a${at}="1"`).join(' ');
    return xml.replace(/<(\w[\w:.-]*)/u, `<$1 ${many}`);
  },
  function otherNames(draw, xml) {
    const names = [...new Set([...xml.matchAll(/<([\w:.-]+)/gu)].map(([, name]) => name ?? ''))];
    return names.length === 0 ? xml : xml.replaceAll(oneOf(draw, names), 'x:other');
  },
  function withoutATag(draw, xml) {
    const tags = [...xml.matchAll(/<[^>]*>/gu)];
    if (tags.length === 0) return xml;
    const { 0: tag, index } = oneOf(draw, tags);
    return xml.slice(0, index) + xml.slice(index + tag.length);
  },
  function otherEncoding(_draw, xml) {
    return xml.replace(/encoding="[^"]*"/iu, 'encoding="UTF-7"');
  },
  function unendingText(draw, xml) {
    return inText(draw, xml, '<![CDATA[');
  },
  function instructions(_draw, xml) {
    return `<?xml-stylesheet href="file:///etc/passwd"?>${xml}`;
  },
];

function prologue(xml: string, doctype: string, said: string): string {
  const body = xml.replace(/^<\?xml[^>]*\?>/u, '');
  return `<?xml version="1.0"?>${doctype}${body.replace(/>([^<>]*)</u, `>${said}$1<`)}`;
}

function inText(draw: Draw, xml: string, text: string): string {
  const closings = [...xml.matchAll(/<\//gu)];
  if (closings.length === 0) return xml + text;
  const { index } = oneOf(draw, closings);
  return xml.slice(0, index) + text + xml.slice(index);
}
