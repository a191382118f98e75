import { createHash } from 'node:crypto';
import type { CallTypeLookup } from './call-type-file.ts';
import type { CenterVocabulary } from './center-words.ts';
import { CourseTally } from './course-tally.ts';
import type { BrokenRow, CsvRow } from './csv-rows.ts';
import { ImportTally, type ImportReport } from './import-report.ts';
import type { OpenExport } from './open-export.ts';
import { PastCallIntake, type Tallies } from './past-call-intake.ts';
import type { PersonSalt } from './person-salt.ts';
import type { Desk } from '../desk.ts';
import type { CenterWords } from '#shared/intake-file/course-reader.ts';
import { readsPrivately } from '#shared/intake-file/mapping-columns.ts';
import { compileRowReader, type RowReader } from '#shared/intake-file/past-call-row.ts';
import { isUnusable } from '#shared/intake-file/read.ts';
import { ZoneClock } from '#shared/intake-file/zone-clock.ts';

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
  means: ImportMeans,
  onProgress: (progress: ImportProgress) => void,
): Promise<ImportReport> {
  const { mapping, layout, hasHeader } = from;
  const { lookup, destination, words, salt } = means;
  const tallies: Tallies = { rows: new ImportTally(), courses: new CourseTally(mapping) };
  const { digest, otherDigest } = digestsOf(salt, readsPrivately(mapping));
  const intake = new PastCallIntake(desk, tallies, { lookup, destination, otherDigest });
  const read = compileRowReader({
    ...words,
    mapping,
    layout,
    hasHeader,
    clock: new ZoneClock(mapping.times?.zone ?? words.zone),
    callTypeOf: (rawType) => lookup.of(rawType),
    digest,
  });
  for await (const row of from.calls()) {
    tallies.rows.rows += 1;
    takeRow(row, read, from, tallies.rows, intake);
    if (tallies.rows.rows % 100 === 0)
      onProgress({ bytesRead: from.csv.bytesRead(), size: from.csv.size, rows: tallies.rows.rows });
  }
  intake.write();
  return reportOf(from, means.file, tallies);
}

/** What an import needs besides the file. */
export interface ImportMeans {
  readonly lookup: CallTypeLookup;
  /** The call-type table, by its name. */
  readonly file: string;
  readonly destination: 'history' | 'queue';
  readonly words: CenterWords & CenterVocabulary;
  /** Of the data folder; null while it has none, which a mapping that reads people never is. */
  readonly salt: PersonSalt | null;
}

type Digest = (text: string) => string;

/**
 * A digest of a row that holds personal columns would let somebody who knows the rest of the row try names
 * until one fits. Where they are read it is a keyed one.
 */
function digestsOf(
  salt: PersonSalt | null,
  privately: boolean,
): { readonly digest: Digest; readonly otherDigest: Digest | null } {
  const plain: Digest = (text) => createHash('sha256').update(text).digest('hex');
  if (salt === null) return { digest: plain, otherDigest: null };
  const keyed: Digest = (text) => salt.keyed(`row\u001e${text}`);
  return privately ? { digest: keyed, otherDigest: plain } : { digest: plain, otherDigest: keyed };
}

function takeRow(
  row: CsvRow | BrokenRow,
  readRow: RowReader,
  { layout }: OpenExport,
  tally: ImportTally,
  intake: PastCallIntake,
): void {
  if ('why' in row) {
    const column = row.column === null ? '' : `${layout.names[row.column]?.trim() ?? 'a column'} `;
    tally.rejected.push({ line: row.line, why: `${column}${row.why}` });
    return;
  }
  const read = readRow(row.fields);
  if (isUnusable(read)) {
    tally.rejected.push({ line: row.line, why: read.why });
    return;
  }
  if (read.value.clockPutBack) tally.clocksPutBack += 1;
  intake.take(row.line, read.value);
}

function reportOf(
  from: OpenExport,
  callTypeTable: string,
  { rows: tally, courses }: Tallies,
): ImportReport {
  const { mapping, layout, hasHeader, csv, file } = from;
  const { byteOrderMark, lineEnd, notUtf8, blankLines } = csv.notes;
  const remarks = tally.remarks();
  if (blankLines > 0) remarks.push(`Blank lines, which are no rows: ${blankLines}.`);
  if (notUtf8 > 0)
    remarks.push('Some rows are not UTF-8. Export again as CSV UTF-8 to have them too.');
  return {
    file,
    preset: mapping.id,
    ...tally.counts(),
    ...courses.counts(),
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
