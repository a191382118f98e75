import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  LEAST_PUBLISHED,
  suppressList,
  suppressTable,
  type Published,
  type PublishedTable,
} from '#shared/outcomes/suppress.ts';

/** Lowest and highest count a reader has to reckon with. Sums of these small tables stay below the top. */
const TOP = 400;
function bounds(mark: Published): [number, number] {
  if (mark === '<11') return [0, LEAST_PUBLISHED - 1];
  if (mark === 'withheld') return [LEAST_PUBLISHED, TOP];
  return [mark, mark];
}

/**
 * Whoever reads a table with two rows and two columns and its marks: tries every table that fits, independently
 * of how it was suppressed. What comes back are the values each count can have.
 */
function readersValues(table: PublishedTable): Set<number>[] {
  const [[a, b], [c, d]] = table.rows as [[Published, Published], [Published, Published]];
  const seen = Array.from({ length: 9 }, () => new Set<number>());
  const ends = [a, b, c, d, ...table.rowTotals, ...table.columnTotals, table.total].map(bounds);
  const inside = (value: number, at: number) => value >= ends[at]![0] && value <= ends[at]![1];
  const range = (at: number) => {
    const [low, high] = ends[at]!;
    // From a count of eleven on, a few steps show whether it can move.
    const last = Math.min(high, low + 90);
    return Array.from({ length: last - low + 1 }, (_, step) => low + step);
  };
  for (const x of range(0))
    for (const y of range(1)) {
      if (!inside(x + y, 4)) continue;
      for (const z of range(2)) {
        if (!inside(x + z, 6)) continue;
        for (const w of range(3)) {
          const all = [x, y, z, w, x + y, z + w, x + z, y + w, x + y + z + w];
          if (all.every(inside)) all.forEach((value, at) => seen[at]!.add(value));
        }
      }
    }
  return seen;
}

const marksOf = ({ rows, rowTotals, columnTotals, total }: PublishedTable): Published[] => [
  ...rows.flat(),
  ...rowTotals,
  ...columnTotals,
  total,
];

describe('a table of counts', () => {
  test('nothing small: everything is published', () => {
    expect(
      suppressTable([
        [20, 30],
        [40, 50],
      ]),
    ).toEqual({
      rows: [
        [20, 30],
        [40, 50],
      ],
      rowTotals: [50, 90],
      columnTotals: [60, 80],
      total: 140,
    });
  });

  test('one small count takes three others with it, the smallest there are', () => {
    expect(
      suppressTable([
        [3, 50, 60],
        [40, 20, 70],
        [90, 30, 80],
      ]),
    ).toEqual({
      rows: [
        ['<11', 'withheld', 60],
        ['withheld', 'withheld', 70],
        [90, 30, 80],
      ],
      rowTotals: [113, 130, 200],
      columnTotals: [133, 100, 210],
      total: 443,
    });
  });

  test('none is small, unless it cannot happen', () => {
    expect(
      suppressTable([
        [0, 30],
        [40, 50],
      ]).rows[0]?.[0],
    ).toBe('<11');
    const isFirst = (row: number, column: number) => row === 0 && column === 0;
    expect(
      suppressTable(
        [
          [0, 30],
          [40, 50],
        ],
        { impossible: isFirst },
      ).rows,
    ).toEqual([
      [0, 30],
      [40, 50],
    ]);
  });

  test('two that are known to be ten each are not left to be computed', () => {
    // 10 + 10 = 20, and no count below eleven is above 10: the pair alone would give itself away.
    const list = suppressList([10, 10, 30]);
    expect(list.counts.slice(0, 2)).toEqual(['<11', '<11']);
    expect([list.counts[2], list.total].filter((mark) => mark === 'withheld')).not.toEqual([]);
  });

  test('a list of one count hides its total, too', () => {
    expect(suppressList([4])).toEqual({ counts: ['<11'], total: '<11' });
    expect(suppressList([])).toEqual({ counts: [], total: 'withheld' });
  });

  const count = fc.oneof(fc.nat(14), fc.integer({ min: 9, max: 70 }));
  const row = fc.tuple(count, count);

  test('no suppressed count can be computed from what is published', () => {
    fc.assert(
      fc.property(fc.tuple(row, row), fc.boolean(), (counts, knownTotals) => {
        const table = suppressTable(counts, { knownTotals });
        if (knownTotals && typeof table.total === 'number')
          expect(table.columnTotals.every((total) => typeof total === 'number')).toBe(true);
        // Nothing at all is said of this one.
        if (marksOf(table).every((mark) => mark === 'withheld')) return;
        const values = readersValues(table);
        marksOf(table).forEach((mark, at) => {
          if (typeof mark === 'number') return;
          expect(values[at]!.size, JSON.stringify([counts, table])).toBeGreaterThan(1);
        });
      }),
      { numRuns: 60 },
    );
  });

  const anyTable = fc
    .tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 5 }))
    .chain(([rows, columns]) =>
      fc.array(fc.array(count, { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    );

  test('nothing small is ever published, and what is published is true', () => {
    fc.assert(
      fc.property(anyTable, (counts) => {
        const { rows, rowTotals, columnTotals, total } = suppressTable(counts);
        const sum = (some: readonly number[]) => some.reduce((all, each) => all + each, 0);
        const columns = counts[0]!.map((_, at) => sum(counts.map((each) => each[at]!)));
        const truth = [...counts.flat(), ...counts.map(sum), ...columns, sum(columns)];
        [...rows.flat(), ...rowTotals, ...columnTotals, total].forEach((mark, at) => {
          if (mark === '<11') expect(truth[at]).toBeLessThan(LEAST_PUBLISHED);
          else expect(truth[at]).toBeGreaterThanOrEqual(mark === 'withheld' ? 0 : LEAST_PUBLISHED);
          if (typeof mark === 'number') expect(mark).toBe(truth[at]);
        });
      }),
    );
  });

  test('in every line with a suppressed count there is a second one, or its total is suppressed', () => {
    fc.assert(
      fc.property(anyTable, (counts) => {
        const { rows, rowTotals, columnTotals, total } = suppressTable(counts);
        const lines = [
          ...rows.map((each, at) => [...each, rowTotals[at]!]),
          ...columnTotals.map((end, at) => [...rows.map((each) => each[at]!), end]),
          [...rowTotals, total],
          [...columnTotals, total],
        ];
        for (const line of lines) {
          const hidden = line.filter((mark) => typeof mark !== 'number').length;
          expect(hidden).not.toBe(1);
        }
      }),
    );
  });
});
