/** Fewer than this might be somebody (the rule of CMS and of most health departments). */
export const LEAST_PUBLISHED = 11;

/** A count as it leaves the center: itself, fewer than eleven, or kept back so that such a one stays hidden. */
export type Published = number | '<11' | 'withheld';

/** What a reader knows beside the table. */
export interface Known {
  /** Counts that are 0 because they cannot happen. */
  readonly impossible?: (row: number, column: number) => boolean;
  /** The totals of the columns stand elsewhere: they cannot hide anything, and are not suppressed here. */
  readonly knownTotals?: boolean;
}

export interface PublishedTable {
  readonly rows: readonly (readonly Published[])[];
  readonly rowTotals: readonly Published[];
  readonly columnTotals: readonly Published[];
  readonly total: Published;
}

/** What is added up: the cells, then the total of each row; and below them the total of each column and of all. */
type Sums = readonly (readonly number[])[];

/**
 * A table of counts with its totals, as it may be published. A count below eleven is suppressed, and none too:
 * that nobody of a group was served tells of every one of them. Only what cannot happen by definition
 * (`impossible`) is published as the 0 it is.
 *
 * Then others are suppressed until every suppressed count stands in a rectangle of four suppressed ones whose
 * counts could all be one higher or lower, in turn, without any published number and any mark becoming untrue. So
 * two tables fit what is published, and no count can be computed from it. Totals are counts like the others. Where
 * there is no such rectangle, nothing of the table is published. It may hide more than it has to, never less.
 */
export function suppressTable(
  counts: readonly (readonly number[])[],
  { impossible = () => false, knownTotals = false }: Known = {},
): PublishedTable {
  const sums = withTotals(counts);
  if (knownTotals && sums.at(-1)?.some((total) => total < LEAST_PUBLISHED) === true)
    return nothing(sums);
  const table = new Hidden(sums, { impossible, knownTotals });
  return table.hideSmall() ? marked(sums, (row, column) => table.mark(row, column)) : nothing(sums);
}

/** The same for counts in a row that add up to a total. */
export function suppressList(
  counts: readonly number[],
  known: Pick<Known, 'knownTotals'> = {},
): {
  readonly counts: readonly Published[];
  readonly total: Published;
} {
  const { rowTotals, total } = suppressTable(
    counts.map((count) => [count]),
    known,
  );
  return { counts: rowTotals, total };
}

interface Corner {
  readonly row: number;
  readonly column: number;
}

class Hidden {
  readonly #sums: Sums;
  readonly #known: Required<Known>;
  readonly #hidden: boolean[][];

  constructor(sums: Sums, known: Required<Known>) {
    this.#sums = sums;
    this.#known = known;
    this.#hidden = sums.map((row, at) =>
      row.map((count, column) => count < LEAST_PUBLISHED && !this.#isFixed(at, column)),
    );
  }

  /** False when some count cannot be hidden. */
  hideSmall(): boolean {
    const small = this.#hidden.flatMap((row, at) =>
      row.flatMap((hidden, column) => (hidden ? [{ row: at, column }] : [])),
    );
    return small.every((corner) => this.#protect(corner));
  }

  mark(row: number, column: number): Published {
    const count = this.#at(row, column);
    if (this.#hidden[row]?.[column] !== true) return count;
    return count < LEAST_PUBLISHED ? '<11' : 'withheld';
  }

  /** The rectangle that hides the least beside what is hidden already. */
  #protect(corner: Corner): boolean {
    let best: readonly Corner[] | null = null;
    let least = Number.POSITIVE_INFINITY;
    for (let row = 0; row < this.#sums.length; row += 1)
      for (let column = 0; column < (this.#sums[0]?.length ?? 0); column += 1) {
        if (row === corner.row || column === corner.column) continue;
        const four = [
          corner,
          { row: corner.row, column },
          { row, column: corner.column },
          { row, column },
        ];
        const cost = this.#costOf(four);
        if (cost < least && (this.#couldMove(four, 1) || this.#couldMove(four, -1))) {
          least = cost;
          best = four;
        }
      }
    for (const { row, column } of best ?? []) (this.#hidden[row] as boolean[])[column] = true;
    return best !== null;
  }

  /** What would be lost beside it. One more is counted each, so that fewer are hidden of two alike. */
  #costOf(four: readonly Corner[]): number {
    return four
      .filter(({ row, column }) => this.#hidden[row]?.[column] !== true)
      .reduce((sum, { row, column }) => sum + 1 + this.#at(row, column), 0);
  }

  /** One more and one less in turn around the rectangle: every sum of a row and a column stays. */
  #couldMove(four: readonly Corner[], by: 1 | -1): boolean {
    return four.every(({ row, column }, at) => {
      if (this.#isFixed(row, column)) return false;
      const turned = at === 0 || at === 3 ? by : -by;
      const moved = this.#at(row, column) + turned * this.#sign(row, column);
      const isSmall = this.#at(row, column) < LEAST_PUBLISHED;
      return isSmall ? moved >= 0 && moved < LEAST_PUBLISHED : moved >= LEAST_PUBLISHED;
    });
  }

  /** A total is what its cells add up to, so it counts against them. */
  #sign(row: number, column: number): 1 | -1 {
    return (row === this.#sums.length - 1) === (column === (this.#sums[0]?.length ?? 0) - 1)
      ? 1
      : -1;
  }

  /** Known to every reader: it cannot be hidden and hides nothing. */
  #isFixed(row: number, column: number): boolean {
    if (row === this.#sums.length - 1) return this.#known.knownTotals;
    const isCell = column < (this.#sums[0]?.length ?? 0) - 1;
    return isCell && this.#known.impossible(row, column);
  }

  #at(row: number, column: number): number {
    return this.#sums[row]?.[column] ?? 0;
  }
}

function withTotals(counts: readonly (readonly number[])[]): Sums {
  const rows = counts.map((row) => [...row, sum(row)]);
  const columns = counts[0]?.length ?? 0;
  const totals = Array.from({ length: columns + 1 }, (_, column) =>
    sum(rows.map((row) => row[column] ?? 0)),
  );
  return [...rows, totals];
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

function marked(sums: Sums, mark: (row: number, column: number) => Published): PublishedTable {
  const all = sums.map((row, at) => row.map((_, column) => mark(at, column)));
  const last = all.at(-1) ?? [];
  return {
    rows: all.slice(0, -1).map((row) => row.slice(0, -1)),
    rowTotals: all.slice(0, -1).map((row) => row.at(-1) ?? 'withheld'),
    columnTotals: last.slice(0, -1),
    total: last.at(-1) ?? 'withheld',
  };
}

/** Without a word on which of them are small. */
function nothing(sums: Sums): PublishedTable {
  return marked(sums, () => 'withheld');
}
