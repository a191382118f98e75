import { createHash } from 'node:crypto';
import type { CallTypeLookup } from './call-type-file.ts';
import type { BrokenRow, CsvRow } from './csv-rows.ts';
import { ImportTally, type ImportReport } from './import-report.ts';
import type { OpenExport } from './open-export.ts';
import type { Desk } from '../desk.ts';
import { nextCallNumber } from '#db/board/calls-projection.ts';
import { findPastCall } from '#db/board/past-calls-projection.ts';
import type { PastCall } from '#shared/call/past-call.ts';
import { readPastCallRow, type RowReader } from '#shared/intake-file/past-call-row.ts';
import { isUnusable } from '#shared/intake-file/read.ts';
import type { NewEvent } from '#shared/journal/journal-event.ts';
import type { CallId } from '#shared/lib/brand.ts';
import { DESK_OPERATOR } from '#shared/roster/operator.ts';

/** Calls written in one transaction: enough to be fast, few enough to lose little. */
const BATCH = 500;

export interface ImportProgress {
  readonly bytesRead: number;
  readonly size: number;
  readonly rows: number;
}

/**
 * Takes the calls of an opened export into the journal, row by row. A bad row is reported and the rest
 * goes on. Importing a file again adds nothing, and an import cut short is finished by running it
 * again: every call is known by its key. Into the queue, a new call also waits there to be answered: for
 * the hours after an outage, when another system's calls are still open. `onProgress` is called about once per chunk of the file.
 */
export async function importPastCalls(
  desk: Desk,
  from: OpenExport,
  types: {
    readonly lookup: CallTypeLookup;
    readonly file: string;
    readonly destination: 'history' | 'queue';
  },
  onProgress: (progress: ImportProgress) => void,
): Promise<ImportReport> {
  const tally = new ImportTally();
  const intake = new Intake(desk, tally, types);
  const reader: RowReader = {
    preset: from.preset,
    layout: from.layout,
    callTypeOf: (rawType) => types.lookup.of(rawType),
    digest: (text) => createHash('sha256').update(text).digest('hex'),
  };
  for await (const row of from.calls()) {
    tally.rows += 1;
    takeRow(row, reader, from, tally, intake);
    if (tally.rows % 100 === 0)
      onProgress({ bytesRead: from.csv.bytesRead(), size: from.csv.size, rows: tally.rows });
  }
  intake.write();
  return reportOf(from, types.file, tally);
}

function takeRow(
  row: CsvRow | BrokenRow,
  reader: RowReader,
  { layout }: OpenExport,
  tally: ImportTally,
  intake: Intake,
): void {
  if ('why' in row) {
    const column = row.column === null ? '' : `${layout.names[row.column]?.trim() ?? 'a column'} `;
    tally.rejected.push({ line: row.line, why: `${column}${row.why}` });
    return;
  }
  const read = readPastCallRow(reader, row.fields);
  if (isUnusable(read)) {
    tally.rejected.push({ line: row.line, why: read.why });
    return;
  }
  if (read.value.clockPutBack) tally.clocksPutBack += 1;
  intake.take(row.line, read.value.pastCall);
}

/** Decides for each call whether it is new, and writes the new ones in batches. */
class Intake {
  readonly #desk: Desk;
  readonly #tally: ImportTally;
  readonly #lookup: CallTypeLookup;
  readonly #toQueue: boolean;
  readonly #batch = new Map<string, PastCall>();
  /** Keys of the batch that nobody knew before: only those may ring. */
  readonly #fresh = new Set<string>();
  /**
   * The rows of this file by 48 bits of their digest: eight bytes a row, where whole keys would not
   * stay in memory for a file of millions. Two rows that share them by chance are still told apart
   * by their keys; only the name they are counted under could be wrong.
   */
  readonly #seen = new Set<number>();

  constructor(
    desk: Desk,
    tally: ImportTally,
    { lookup, destination }: { lookup: CallTypeLookup; destination: 'history' | 'queue' },
  ) {
    this.#toQueue = destination === 'queue';
    this.#desk = desk;
    this.#tally = tally;
    this.#lookup = lookup;
  }

  take(line: number, call: PastCall): void {
    const tally = this.#tally;
    const known = this.#batch.get(call.key) ?? findPastCall(this.#desk.db, call.key);
    const mark = Number.parseInt(call.rowHash.slice(0, 12), 16);
    const seen = this.#seen.has(mark);
    this.#seen.add(mark);

    if (known !== null && known.rowHash !== call.rowHash) {
      tally.changed.push({ line, why: changedWhy(known, call) });
      return;
    }
    if (known !== null && seen) {
      tally.duplicates += 1;
      return;
    }
    tally.countCall(call, !this.#lookup.isUnmatched(call.rawType));
    if (known === null) {
      tally.imported += 1;
      this.#fresh.add(call.key);
    }
    if (known !== null) tally.alreadyKnown += 1;
    if (known !== null && known.callType === call.callType) return;
    if (known !== null) tally.retyped += 1;
    this.#batch.set(call.key, call);
    if (this.#batch.size >= BATCH) this.write();
  }

  write(): void {
    const events: NewEvent[] = [];
    let number = nextCallNumber(this.#desk.db);
    for (const pastCall of this.#batch.values()) {
      events.push({ type: 'past-call.imported', pastCall });
      if (this.#toQueue && this.#fresh.has(pastCall.key))
        events.push(waitingCall(this.#desk, pastCall, number++));
    }
    if (events.length > 0) this.#desk.record(events, DESK_OPERATOR);
    this.#batch.clear();
    this.#fresh.clear();
  }
}

/** It waits since now: the other system's wall-clock has no zone, so its age cannot be known. */
function waitingCall(desk: Desk, call: PastCall, number: number): NewEvent {
  const record = call.recordNumber === null ? '' : ` ${call.recordNumber}`;
  return {
    type: 'call.received',
    callId: desk.newId() as CallId,
    number,
    source: 'imported',
    receivedAt: desk.now().toISOString(),
    ani: null,
    address: call.address ?? '',
    areaId: null,
    callType: call.callType,
    words: `Taken over${record}: ${call.rawType}, received ${call.receivedLocal.replace('T', ' ')}`,
  };
}

const COMPARED: readonly (keyof PastCall & string)[] = [
  'rawType',
  'closedLocal',
  'priority',
  'agency',
  'disposition',
  'address',
  'latitude',
  'longitude',
];

/** Names what differs, never the values: they may be personal. */
function changedWhy(known: PastCall, call: PastCall): string {
  const differing = COMPARED.filter((field) => known[field] !== call[field]);
  const what =
    differing.length === 0 ? 'in a column that is not kept' : `in ${differing.join(', ')}`;
  return `the call is already known and differs ${what}; it was left as it is`;
}

function reportOf(from: OpenExport, callTypeTable: string, tally: ImportTally): ImportReport {
  const { preset, layout, hasHeader, csv, file } = from;
  const { byteOrderMark, lineEnd, notUtf8, blankLines } = csv.notes;
  const remarks = tally.remarks();
  if (blankLines > 0) remarks.push(`Blank lines, which are no rows: ${blankLines}.`);
  if (notUtf8 > 0)
    remarks.push('Some rows are not UTF-8. Export again as CSV UTF-8 to have them too.');
  return {
    file,
    preset: preset.id,
    ...tally.counts(),
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
  };
}
