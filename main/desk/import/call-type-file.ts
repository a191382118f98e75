import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openCsvRows } from './csv-rows.ts';
import { UnusableFile } from './unusable-file.ts';
import {
  isBrokenTable,
  readCallTypeTable,
  type CallTypeTable,
  type TableLine,
} from '#shared/intake-file/call-type-table.ts';
import { DEFAULT_CALL_TYPES } from '#shared/intake-file/default-call-types.ts';

/** Where a data folder keeps its own table, for anybody to edit in a spreadsheet. */
export function callTypeFileOf(dataFolder: string): string {
  return join(dataFolder, 'call-types.csv');
}

/** Puts the shipped table into a data folder that has none. */
export async function layDownCallTypes(dataFolder: string): Promise<void> {
  await writeFile(callTypeFileOf(dataFolder), DEFAULT_CALL_TYPES, { flag: 'wx' }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    },
  );
}

/**
 * Reads a table of call types; `codes` are those of the policy, null to look at its form alone.
 * @throws UnusableFile naming the line and the remedy when it is broken.
 */
export async function readCallTypeFile(
  file: string,
  codes: readonly string[] | null,
): Promise<CallTypeTable> {
  const csv = await openCsvRows(file);
  const lines: TableLine[] = [];
  for await (const row of csv.rows()) {
    if ('fields' in row) lines.push(row);
    else throw new UnusableFile(file, row.line, row.why, 'Save the table as CSV UTF-8.');
  }
  const table = readCallTypeTable(lines, codes);
  if (isBrokenTable(table)) throw new UnusableFile(file, table.line, table.why, table.remedy);
  return table;
}
