import { oneOf } from './hostile-bytes.ts';
import { HOSTILE_WORDS } from './hostile-words.ts';
import type { Draw } from '#shared/statistics/seeded.ts';

/** A CSV text with one to three things in it that no export should hold. */
export function spoilCsv(draw: Draw, csv: string): string {
  let spoilt = csv;
  for (let times = 1 + Math.floor(draw() * 3); times > 0; times -= 1)
    spoilt = oneOf(draw, SPOILERS)(draw, spoilt);
  return spoilt;
}

type Spoiler = (draw: Draw, csv: string) => string;

/** Puts something in place of one cell. */
function inACell(draw: Draw, csv: string, text: string): string {
  const cells = [...csv.matchAll(/[^,\n]+/gu)];
  if (cells.length === 0) return text;
  const { 0: cell, index } = oneOf(draw, cells);
  return csv.slice(0, index) + text + csv.slice(index + cell.length);
}

const SPOILERS: readonly Spoiler[] = [
  function otherWords(draw, csv) {
    return inACell(draw, csv, oneOf(draw, HOSTILE_WORDS));
  },
  function quotedWords(draw, csv) {
    return inACell(draw, csv, `"${oneOf(draw, HOSTILE_WORDS).replaceAll('"', '""')}"`);
  },
  function aQuoteNeverClosed(draw, csv) {
    return inACell(draw, csv, '"opened');
  },
  function quotesInTheMiddle(draw, csv) {
    return inACell(draw, csv, 'a"b"c"');
  },
  function manyCells(draw, csv) {
    return inACell(draw, csv, ','.repeat(1 + Math.floor(draw() * 3_000)));
  },
  function oneLongLine(draw, csv) {
    return inACell(draw, csv, 'x'.repeat(20_000));
  },
  function otherLineEnds(draw, csv) {
    return csv.replaceAll('\n', oneOf(draw, ['\r', '\r\n', '\n\n', '\u2028', '\n\r']));
  },
  function otherSeparator(draw, csv) {
    return csv.replaceAll(',', oneOf(draw, [';', '\t', '|', ' ', '\u0000']));
  },
  function aColumnTwice(_draw, csv) {
    return csv.replace(/^([^,\n]*)/u, '$1,$1');
  },
  function withoutItsHeader(_draw, csv) {
    return csv.slice(csv.indexOf('\n') + 1);
  },
  function theHeaderAgain(_draw, csv) {
    const header = csv.slice(0, csv.indexOf('\n') + 1);
    return csv + header.repeat(3);
  },
  function otherTimes(draw, csv) {
    const time = oneOf(draw, ['2026-02-30 25:61', '0000-00-00 00:00', '1e999', '12/31/9999 24:00']);
    return csv.replace(/\d{4}-\d{2}-\d{2} \d{2}:\d{2}/u, time);
  },
  function aRowOfNothing(_draw, csv) {
    return `${csv}\n\n,,,,\n`;
  },
];
