import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layout, record512, recordOfLines, SCREEN, WIRELESS } from '../support/ali-records.ts';
import { aliFraming } from '#shared/location/ali-framing.ts';
import type { AliLayout } from '#shared/location/ali-layout.ts';

const byLines: AliLayout = {
  ...layout('nena-30-line'),
  record: { by: 'lines', lines: SCREEN.length, first: 'POS', most: 2048 },
};

const KINDS = [
  ['marks', layout('nena-30-line'), (at: number) => recordOfLines(numbered(at))],
  ['length', layout('nena-512'), (at: number) => record512({ ...WIRELESS, number: numberOf(at) })],
  ['lines', byLines, (at: number) => `${numbered(at).join('\r\n')}\r\n`],
] as const;

function numberOf(at: number): string {
  return String(3_125_550_000 + at);
}

function numbered(at: number): string[] {
  return SCREEN.map((line, row) => (row === 1 ? numberOf(at) : line));
}

function framedIn(pieces: readonly string[], ours: AliLayout) {
  const framing = aliFraming(ours);
  const all = pieces.map((piece) => framing.push(piece));
  const records = all.flatMap((each) => each.records);
  const skipped = all.reduce((sum, each) => sum + each.skipped, 0);
  return { records, skipped, rest: framing.rest() };
}

function cut(text: string, at: readonly number[]): string[] {
  const places = [0, ...at.map((each) => each % (text.length + 1)).toSorted((a, b) => a - b)];
  return places.map((from, index) => text.slice(from, places[index + 1] ?? text.length));
}

describe.each(KINDS)('records by %s', (_by, ours, record) => {
  const stream = [1, 2, 3, 4].map(record).join('');
  const whole = framedIn([stream], ours);

  test('four records are four records', () => {
    expect(whole.records).toHaveLength(4);
    for (const [at, each] of whole.records.entries()) expect(each).toContain(numberOf(at + 1));
  });

  test('however the packets are split and joined, the records are the same', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(4000), { maxLength: 30 }), (places) => {
        expect(framedIn(cut(stream, places), ours).records).toEqual(whole.records);
      }),
      { numRuns: 40 },
    );
  });

  test('a byte at a time, too', () => {
    expect(framedIn([...stream], ours).records).toEqual(whole.records);
  });

  test('after noise of any kind the records that follow are found again', () => {
    fc.assert(
      fc.property(
        fc.string({
          maxLength: 700,
          unit: fc.integer({ min: 0, max: 255 }).map((sign) => String.fromCharCode(sign)),
        }),
        fc.array(fc.nat(4000), { maxLength: 10 }),
        (noise, places) => {
          // Some records may be lost to the noise, such as one it opens; the last ones never are.
          const after = [5, 6, 7, 8].map(record).join('');
          const { records } = framedIn(cut(noise + after, places), ours);
          expect(records.at(-1)).toContain(numberOf(8));
          expect(records.at(-2)).toContain(numberOf(7));
        },
      ),
      { numRuns: 60 },
    );
  });

  test('what never ends is not kept', () => {
    const framing = aliFraming(ours);
    for (let at = 0; at < 50; at += 1) framing.push('x'.repeat(4096));
    expect(framing.rest().length).toBeLessThan(3 * 4096);
  });
});

test('heartbeats are counted between records and are no noise', () => {
  const framing = aliFraming(layout('nena-30-line'));
  const framed = framing.push(`\0\0${recordOfLines(SCREEN)}\0`);
  expect(framed).toMatchObject({ heartbeats: 3, skipped: 0 });
  expect(framed.records).toHaveLength(1);
});

test('a record that begins again before it ended was cut off: the whole one counts', () => {
  const half = recordOfLines(numbered(1)).slice(0, 60);
  const { records, skipped } = framedIn(
    [half + recordOfLines(numbered(2))],
    layout('nena-30-line'),
  );
  expect(records).toHaveLength(1);
  expect(records[0]).toContain(numberOf(2));
  expect(skipped).toBe(60);
});
