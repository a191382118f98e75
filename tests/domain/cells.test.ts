import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellReader, nothingSaid } from '#shared/intake-file/cells.ts';
import type { Layout } from '#shared/intake-file/layout.ts';

const layout: Layout = {
  names: ['A'],
  places: new Map([['A', 0]]),
  byName: [0],
  repeated: [],
  unread: [],
  absent: [],
};

test('a cell is read with its blanks and line breaks folded, whatever it holds', () => {
  const signs = fc.constantFrom(' ', '\t', '\n', '\u00a0', '\u2003', 'a', 'İ', '-');
  fc.assert(
    fc.property(fc.string({ unit: signs, maxLength: 12 }), (cell) => {
      const read = cellReader(layout, 'A')([cell]);
      expect(read).toBe(cell.replace(/\s+/g, ' ').trim());
    }),
  );
});

test('a cell says nothing in any letters, and a long text says something', () => {
  const says = nothingSaid(['N/A', 'Not İn List']);
  expect(['', 'n/a', 'N/A', 'not i̇n list', 'NOT İN LIST'].map(says)).toEqual(Array(5).fill(true));
  expect(['n', 'n/a n/a', 'not in list of those who were there'].map(says)).toEqual(
    Array(3).fill(false),
  );
  expect(nothingSaid(['unk*'])(`unknown ${'x'.repeat(300)}`)).toBe(true);
});
