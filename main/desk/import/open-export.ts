import { openCsvRows, type BrokenRow, type CsvRow, type CsvRows } from './csv-rows.ts';
import { UnusableFile } from './unusable-file.ts';
import type { PresetId } from '#shared/intake-file/preset.ts';
import { recognise, type Recognised } from '#shared/intake-file/recognise.ts';

/** A CAD export whose columns are understood, standing before its first call. */
export interface OpenExport extends Recognised {
  readonly file: string;
  readonly csv: CsvRows;
  /** The rows of calls, without the header. */
  calls(): AsyncGenerator<CsvRow | BrokenRow>;
}

/** How many rows are looked at to recognise a file without a header. */
const ROWS_LOOKED_AT = 10;

/**
 * Opens an export and finds out what its columns mean. Writes nothing anywhere.
 * @throws UnusableFile when it follows no known preset, or not the one asked for.
 */
export async function openExport(file: string, asked: PresetId | null): Promise<OpenExport> {
  const first = await firstRows(file);
  const readable = first.flatMap((row) => ('fields' in row ? [row.fields] : []));
  const recognised = recognise(readable, asked);
  if ('remedy' in recognised)
    throw new UnusableFile(file, first[0]?.line ?? null, recognised.why, recognised.remedy);
  // Opened anew: from here on the reader knows how wide a row is, from the first row.
  const csv = await openCsvRows(file, recognised.layout.names.length);
  return {
    ...recognised,
    file,
    csv,
    async *calls() {
      let beforeHeader = recognised.hasHeader;
      for await (const row of csv.rows()) {
        if (beforeHeader && 'fields' in row) beforeHeader = false;
        else yield row;
      }
    },
  };
}

async function firstRows(file: string): Promise<(CsvRow | BrokenRow)[]> {
  const { rows } = await openCsvRows(file);
  const first: (CsvRow | BrokenRow)[] = [];
  for await (const row of rows()) {
    first.push(row);
    if (first.length === ROWS_LOOKED_AT) break;
  }
  return first;
}
