import { gzipSync } from 'node:zlib';
import type { Draw } from '#shared/statistics/seeded.ts';

/** One of them, by chance. */
export function oneOf<Each>(draw: Draw, of: readonly Each[]): Each {
  const chosen = of[Math.floor(draw() * of.length)];
  if (chosen === undefined) throw new Error('There is nothing to choose from.');
  return chosen;
}

/** A text as bytes that are not quite the text any more: what a line, a disk or an enemy makes of it. */
export function spoilBytes(draw: Draw, text: string): Buffer {
  return oneOf(draw, SPOILERS)(draw, Buffer.from(text, 'utf8'));
}

type Spoiler = (draw: Draw, bytes: Buffer) => Buffer;

const at = (draw: Draw, bytes: Buffer) => Math.floor(draw() * (bytes.length + 1));

const SPOILERS: readonly Spoiler[] = [
  function cutShort(draw, bytes) {
    return bytes.subarray(0, at(draw, bytes));
  },
  function withoutItsHead(draw, bytes) {
    return bytes.subarray(at(draw, bytes));
  },
  function flipped(draw, bytes) {
    const spoilt = Buffer.from(bytes);
    for (let bits = 1 + Math.floor(draw() * 8); bits > 0 && spoilt.length > 0; bits -= 1) {
      const place = Math.floor(draw() * spoilt.length);
      spoilt.writeUInt8(spoilt.readUInt8(place) ^ (1 << Math.floor(draw() * 8)), place);
    }
    return spoilt;
  },
  function withNoise(draw, bytes) {
    const noise = Buffer.from(
      Array.from({ length: 1 + Math.floor(draw() * 40) }, () => draw() * 256),
    );
    const place = at(draw, bytes);
    return Buffer.concat([bytes.subarray(0, place), noise, bytes.subarray(place)]);
  },
  function pieceTwice(draw, bytes) {
    const [from, to] = [at(draw, bytes), at(draw, bytes)];
    return Buffer.concat([bytes, bytes.subarray(Math.min(from, to), Math.max(from, to))]);
  },
  function wide(_draw, bytes) {
    return Buffer.from(`\uFEFF${bytes.toString('utf8')}`, 'utf16le');
  },
  function otherCodePage(_draw, bytes) {
    return Buffer.from(`${bytes.toString('utf8')}äöüß`, 'latin1');
  },
  function marked(_draw, bytes) {
    return Buffer.concat([Buffer.from('\uFEFF\uFEFF'), bytes]);
  },
  function zipped(_draw, bytes) {
    return gzipSync(bytes, { level: 1 });
  },
  function saidToBeAnArchive(_draw, bytes) {
    return Buffer.concat([Buffer.from('PK\u0003\u0004'), bytes]);
  },
  function empty() {
    return Buffer.alloc(0);
  },
  function onlyNull(draw) {
    return Buffer.alloc(1 + Math.floor(draw() * 600));
  },
];
