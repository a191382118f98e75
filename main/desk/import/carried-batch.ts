import type { ReadLine, RowBatch, TakenRow } from './row-batches.ts';
import { tabled, untabled, type TabledCall } from '#shared/call/past-calls-imported.ts';
import { isUnusable } from '#shared/intake-file/read.ts';

/** A row on its way from the thread that read it. The members of an object would be named with each row. */
type CarriedRow =
  | readonly [line: number, why: string]
  | readonly [
      line: number,
      call: TabledCall,
      clockPutBack: 0 | 1,
      closed: TakenRow['closed'],
      times: TakenRow['times'],
      unmapped: TakenRow['unmapped'],
      otherHash: string | null,
    ];

type Carried = Omit<RowBatch, 'lines'> & { readonly lines: readonly CarriedRow[] };

/** As one text: a thread is handed one text sooner than the rows in it. */
export function carried(batch: RowBatch): string {
  return JSON.stringify({ ...batch, lines: batch.lines.map(carriedRow) } satisfies Carried);
}

export function broughtBack(text: string): RowBatch {
  const batch = JSON.parse(text) as Carried;
  return { ...batch, lines: batch.lines.map(lineOf) };
}

function carriedRow({ line, read }: ReadLine): CarriedRow {
  if (isUnusable(read)) return [line, read.why];
  const { pastCall, clockPutBack, closed, times, unmapped, otherHash } = read.value;
  const counted = times === null ? null : { fates: times.fates, crossed: times.crossed };
  return [line, tabled(pastCall), clockPutBack ? 1 : 0, closed, counted, unmapped, otherHash];
}

function lineOf(row: CarriedRow): ReadLine {
  if (row.length === 2) return { line: row[0], read: { why: row[1] } };
  return {
    line: row[0],
    read: {
      value: {
        pastCall: untabled(row[1]),
        clockPutBack: row[2] === 1,
        closed: row[3],
        times: row[4],
        unmapped: row[5],
        otherHash: row[6],
      },
    },
  };
}
