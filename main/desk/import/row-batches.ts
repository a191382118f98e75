import type { CsvNotes } from './csv-rows.ts';
import type { OpenExport } from './open-export.ts';
import type { FilePlace } from './record-frames.ts';
import type { RowReading } from './row-reading.ts';
import { Turn, type Pace } from './turn.ts';
import type { PastCallRow } from '#shared/intake-file/past-call-row.ts';
import type { Read } from '#shared/intake-file/read.ts';

/** What of a row is decided on and counted, wherever it was read. */
export interface TakenRow extends Pick<PastCallRow, 'pastCall' | 'clockPutBack' | 'closed'> {
  readonly unmapped: PastCallRow['unmapped'];
  readonly otherHash: PastCallRow['otherHash'];
  readonly times: Pick<NonNullable<PastCallRow['times']>, 'fates' | 'crossed'> | null;
}

export interface ReadLine {
  readonly line: number;
  readonly read: Read<TakenRow>;
}

/** Some rows of an export: those that are decided and written together. */
export interface RowBatch {
  readonly lines: readonly ReadLine[];
  /** Where reading goes on after them. */
  readonly next: FilePlace;
  /** What was noticed from where reading began to there. */
  readonly notes: Pick<CsvNotes, 'notUtf8' | 'blankLines'>;
  /** Nothing comes after it. It may hold no row. */
  readonly isLast: boolean;
}

/** Reads the rows of an export from a place on; each batch is read when it is asked for. */
export async function* rowBatches(
  from: OpenExport,
  { read }: RowReading,
  start: FilePlace | null,
  pace: Pace,
): AsyncGenerator<RowBatch> {
  const before = { ...from.csv.notes };
  const notes = () => {
    return {
      notUtf8: from.csv.notes.notUtf8 - before.notUtf8,
      blankLines: from.csv.notes.blankLines - before.blankLines,
    };
  };
  const turn = new Turn(pace);
  let lines: ReadLine[] = [];
  let next: FilePlace = start ?? { byte: 0, line: 1 };
  for await (const rows of from.calls(start ?? undefined))
    for (const row of rows) {
      lines.push({ line: row.line, read: read(row) });
      next = row.next;
      if (!turn.isOver()) continue;
      yield { lines, next, notes: notes(), isLast: false };
      lines = [];
      turn.begin();
    }
  next = { byte: from.csv.size, line: next.line };
  yield { lines, next, notes: notes(), isLast: true };
}
