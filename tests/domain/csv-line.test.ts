import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { csvText, withoutGuard } from '#shared/lib/csv-line.ts';

const read = (csv: string) => parse(csv, { relax_column_count: true }) as string[][];

describe('a line of a file', () => {
  test.each([
    '=1+1',
    '=HYPERLINK("http://bad.example","Click")',
    "+cmd|' /C calc'!A0",
    '-2+3+cmd',
    '@SUM(1+1)*cmd',
    '\t=1+1',
    '\r=1+1',
    '\n=1+1',
    '＝1+1',
    '＋1',
    '－1',
    '＠SUM(A1)',
  ])('hostile words %j are no formula to any spreadsheet', (words) => {
    const [[field = ''] = []] = read(csvText([[words]]));
    expect(field).toBe(`'${words}`);
  });

  test('numbers stay numbers, below zero too', () => {
    expect(csvText([['a', -3.5, 0, null]])).toBe('a,-3.5,0,\r\n');
  });

  test('quotes, commas, semicolons and breaks stay inside their field', () => {
    expect(csvText([['say "no"', 'a,b', 'a;b', 'a\nb']])).toBe(
      '"say ""no""","a,b","a;b","a\nb"\r\n',
    );
  });

  test('whatever the words are, they can be read again, and never begin like a formula', () => {
    const words = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', ',', 'a') }),
    );
    fc.assert(
      fc.property(fc.array(words, { minLength: 2, maxLength: 4 }), (row) => {
        const [fields = []] = read(csvText([row]));
        expect(fields.filter((field) => /^[=+\-@\t\r\n]/u.test(field))).toEqual([]);
        // Words that look guarded already lose their apostrophe: no more than that.
        expect(fields.map(withoutGuard)).toEqual(row.map(withoutGuard));
      }),
    );
  });
});
