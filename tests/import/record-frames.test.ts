import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RecordFrames, type BrokenFrame, type Frame } from '#main/desk/import/record-frames.ts';

function framesOf(bytes: Buffer, columns: number | null = null, chunk = bytes.length || 1) {
  const frames = new RecordFrames(bytes, columns);
  const found: (Frame | BrokenFrame)[] = [];
  for (let at = 0; at < bytes.length; at += chunk)
    found.push(...frames.push(bytes.subarray(at, at + chunk)));
  found.push(...frames.finish());
  return found.map((frame) =>
    'bytes' in frame
      ? `${frame.line} ${frame.bytes.toString('latin1')}`
      : `${frame.line} ! ${frame.why}`,
  );
}

const cut = (text: string, columns: number | null = null) => framesOf(Buffer.from(text), columns);

describe('records', () => {
  test.each([
    ['a,b\nc,d\n', ['1 a,b', '2 c,d']],
    ['a,b\r\nc,d', ['1 a,b', '2 c,d']],
    ['a,b\rc,d\r', ['1 a,b', '2 c,d']],
    ['"a\nb",c\nd,e\n', ['1 "a\nb",c', '3 d,e']],
    ['"a\r\nb",c\r\nd,"e"\r\n', ['1 "a\r\nb",c', '3 d,"e"']],
    ['"say ""hi""",c\n', ['1 "say ""hi""",c']],
    ['\n\na\n\n', ['3 a']],
    ['6" pipe,a"b"c\nx', ['1 6" pipe,a"b"c', '2 x']],
    ['a,""\n"",""', ['1 a,""', '2 "",""']],
    ['a,\n', ['1 a,']],
    ['', []],
  ])('%j', (text, expected) => {
    expect(cut(text)).toEqual(expected);
  });
});

describe('a broken line costs one line', () => {
  test('a quote that is never closed', () => {
    expect(cut('a,b\n"c,d\ne,f\ng,h\n')).toEqual([
      '1 a,b',
      '2 ! a quote is opened and never closed',
      '3 e,f',
      '4 g,h',
    ]);
  });

  test('a quote that meets the next quoted field', () => {
    expect(cut('"c,d\ne,"f"\n')).toEqual(['1 ! text follows a closing quote', '2 e,"f"']);
  });

  test('a quote that by chance closes properly, seen by the width of the record', () => {
    const text = 'a,"b\nc,d\ne,f"\ng,h\n';
    expect(cut(text, 2)).toEqual(['1 a,"b\nc,d\ne,f"', '4 g,h']);
    const swallowed = 'a,b,"c\nd,e,f\n",g,h\ni,j,k\n';
    expect(cut(swallowed, 3)).toEqual([
      '1 ! a quote opened on this line closes 2 lines below and leaves 5 columns instead of 3',
      '2 d,e,f',
      '3 ! a quote is opened and never closed',
      '4 i,j,k',
    ]);
  });

  test('a field of a megabyte is a field; a line without end is passed over', () => {
    const megabyte = 'x'.repeat(1024 * 1024);
    expect(cut(`a,"${megabyte}"\nb,c\n`).map((frame) => frame.length)).toEqual([
      megabyte.length + 6,
      5,
    ]);
    const endless = Buffer.from(`a\n${'y'.repeat(9 * 1024 * 1024)}\nb\n`);
    expect(framesOf(endless, null, 256 * 1024)).toEqual([
      '1 a',
      '2 ! the line is longer than 4 MB',
      '3 b',
    ]);
  });
});

const anyText = fc.string({
  unit: fc.constantFrom('a', ',', '"', '\n', '\r', '\r\n', ' ', 'é', '\0'),
  maxLength: 40,
});

test('the size of the chunks read does not matter', () => {
  fc.assert(
    fc.property(
      anyText,
      fc.integer({ min: 1, max: 5 }),
      fc.constantFrom(null, 2),
      (text, n, width) => {
        const bytes = Buffer.from(text);
        expect(framesOf(bytes, width, n)).toEqual(framesOf(bytes, width));
      },
    ),
    { numRuns: 2_000 },
  );
});

test('every line is part of a record, blank, or reported', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const bytes = Buffer.from(text);
      const frames = new RecordFrames(bytes, null);
      const end = frames.lineEnd === 'LF' ? '\n' : '\r';
      const found = [...frames.push(bytes), ...frames.finish()];
      const lines = text.split(end).length - (text.endsWith(end) || text === '' ? 1 : 0);
      const spoken = found.map((frame) =>
        'bytes' in frame ? frame.bytes.toString().split(end).length : 1,
      );
      expect(spoken.reduce((a, b) => a + b, 0) + frames.blankLines).toBe(lines);
    }),
    { numRuns: 2_000 },
  );
});

test('well-formed CSV is cut as csv-parse reads it', () => {
  const field = fc.string({
    unit: fc.constantFrom('a', 'b', ',', '"', '\n', ' ', 'é'),
    maxLength: 6,
  });
  const quoted = field.map((text) => `"${text.replaceAll('"', '""')}"`);
  const record = fc.array(quoted, { minLength: 1, maxLength: 4 }).map((fields) => fields.join(','));
  fc.assert(
    fc.property(
      fc.array(record, { minLength: 1 }),
      fc.constantFrom('\n', '\r\n'),
      (records, end) => {
        const text = records.join(end);
        const frames = new RecordFrames(Buffer.from(`${text}\n`), null);
        const found = [...frames.push(Buffer.from(text)), ...frames.finish()];
        const options = { relax_column_count: true, record_delimiter: ['\r\n', '\n'] };
        const each = found.map((frame) =>
          'bytes' in frame ? parse(frame.bytes, options)[0] : frame,
        );
        expect(each).toEqual(parse(text, options));
      },
    ),
  );
});
