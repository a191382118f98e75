import { isSameFile, identityOf, keepPlace, placeFor, type ImportPlace } from './import-place.ts';
import type { ImportReport } from './import-report.ts';
import type { OpenExport } from './open-export.ts';
import { PastCallIntake } from './past-call-intake.ts';
import type { FilePlace } from './record-frames.ts';
import { rowBatches, type RowBatch } from './row-batches.ts';
import { rowReading, type ImportMeans } from './row-reading.ts';
import { canBeReadBeside, rowsReadBeside } from './rows-read-beside.ts';
import { ALONE, breath, type Pace } from './turn.ts';
import type { ImportingDesk } from './importing-desk.ts';
import { endImport, findImport, leftOutOf } from '#db/settings/imports.ts';
import { isUnusable } from '#shared/intake-file/read.ts';
import type { OperatorId } from '#shared/lib/brand.ts';
import { DESK_OPERATOR } from '#shared/roster/operator.ts';

export interface ImportProgress {
  readonly bytesRead: number;
  readonly size: number;
  readonly rows: number;
}

export interface ImportOptions {
  readonly pace?: Pace;
  readonly by?: OperatorId;
  /** The built program that reads in a thread beside; left out, rows are read here. */
  readonly readerFile?: string | null;
  /** As soon as its place in the file is known. */
  readonly onBegin?: (importId: string, at: ImportProgress) => void;
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Asked after each chunk. */
  readonly isStopped?: () => boolean;
}

export interface ImportRun {
  readonly importId: string;
  readonly finished: boolean;
  readonly report: ImportReport;
}

/**
 * Takes the calls of an opened export into the journal. A bad row is reported and the rest goes on. Each chunk is one
 * durable transaction with how far it is, so an import cut short goes on after its last chunk; and importing a file
 * again adds nothing, because every call is known by its key. Into the queue, a new call also waits there to be
 * answered: for the hours after an outage, when another system's calls are still open.
 */
export async function importPastCalls(
  desk: ImportingDesk,
  from: OpenExport,
  means: ImportMeans,
  options: ImportOptions = {},
): Promise<ImportRun> {
  const { lookup, destination } = means;
  const { by = DESK_OPERATOR, onBegin, onProgress, isStopped } = options;
  const place = await placeFor(desk, from, destination, by);
  const { tallies, importId } = place;
  const intake = new PastCallIntake(desk, tallies, { lookup, destination });
  const before = { ...from.csv.notes };
  const take = ({ lines, next, notes, isLast }: RowBatch) => {
    for (const { line, read } of lines) {
      tallies.rows.counted.rows += 1;
      if (isUnusable(read)) tallies.rows.leaveOut('rejected', line, read.why);
      else {
        if (read.value.clockPutBack) tallies.rows.counted.clocksPutBack += 1;
        intake.take(line, read.value);
      }
    }
    from.csv.notes.notUtf8 = before.notUtf8 + notes.notUtf8;
    from.csv.notes.blankLines = before.blankLines + notes.blankLines;
    const events = intake.decide(importId);
    desk.record(events, DESK_OPERATOR, () => {
      keepPlace(desk, place, next, from.csv);
      if (isLast) endImport(desk.db, importId, 'finished', desk.now().toISOString());
    });
  };
  const progress = (bytesRead: number) => {
    return { bytesRead, size: from.csv.size, rows: tallies.rows.counted.rows };
  };
  onBegin?.(importId, progress(place.from?.byte ?? 0));
  let stopped = false;
  for await (const batch of batchesOf(from, means, place.from, options)) {
    take(batch);
    if (batch.isLast) break;
    onProgress?.(progress(batch.next.byte));
    await breath();
    stopped = isStopped?.() === true;
    if (stopped) break;
  }
  return { importId, finished: !stopped, report: await reportOf(desk, from, means.file, place) };
}

function batchesOf(
  from: OpenExport,
  means: ImportMeans,
  start: FilePlace | null,
  { pace = ALONE, readerFile = null }: ImportOptions,
): AsyncGenerator<RowBatch> {
  return readerFile !== null && canBeReadBeside(from)
    ? rowsReadBeside(readerFile, from, means, start, pace.rows)
    : rowBatches(from, rowReading(from, means), start, pace);
}

async function reportOf(
  desk: ImportingDesk,
  from: OpenExport,
  callTypeTable: string,
  { importId, tallies, resumedAfter, changedSince }: ImportPlace,
): Promise<ImportReport> {
  const { mapping, layout, hasHeader, csv, file } = from;
  const { byteOrderMark, lineEnd, notUtf8, blankLines } = csv.notes;
  const remarks = tallies.rows.remarks();
  if (blankLines > 0) remarks.push(`Blank lines, which are no rows: ${blankLines}.`);
  if (notUtf8 > 0)
    remarks.push('Some rows are not UTF-8. Export again as CSV UTF-8 to have them too.');
  if (changedSince)
    remarks.push(
      'An import of this file had stopped in it, and it is another file now: it was read from its beginning.',
    );
  const kept = findImport(desk.db, importId);
  if (kept !== null && !(await isUnchanged(file, kept)))
    remarks.push('The file was written to while it was read. Import it once more.');
  const all = { offset: 0, most: Number.MAX_SAFE_INTEGER };
  const { rows, imported, alreadyKnown, retyped, retold, duplicates, ...counted } =
    tallies.rows.counts();
  return {
    file,
    preset: mapping.id,
    rows,
    imported,
    alreadyKnown,
    retyped,
    retold,
    duplicates,
    rejected: leftOutOf(desk.db, importId, 'rejected', all),
    changed: leftOutOf(desk.db, importId, 'changed', all),
    ...counted,
    ...tallies.courses.counts(),
    callTypeTable,
    encoding: { byteOrderMark, lineEnd, rowsNotUtf8: notUtf8 },
    columns: {
      count: layout.names.length,
      header: hasHeader,
      repeated: layout.repeated,
      absent: layout.absent,
      unread: layout.unread.length,
    },
    remarks,
    resumedAfter,
  };
}

async function isUnchanged(file: string, kept: Parameters<typeof isSameFile>[0]): Promise<boolean> {
  try {
    return isSameFile(kept, await identityOf(file));
  } catch {
    return false;
  }
}
