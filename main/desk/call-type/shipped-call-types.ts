import { parse } from 'csv-parse/sync';
import {
  isBrokenTable,
  readCallTypeTable,
  type BrokenTable,
  type CallTypeTable,
} from '#shared/intake-file/call-type-table.ts';
import { DEFAULT_CALL_TYPES } from '#shared/intake-file/default-call-types.ts';

let shipped: CallTypeTable | null = null;

/** The table of a center that has adopted none. Read once. */
export function shippedCallTypes(): CallTypeTable {
  if (shipped === null) {
    const table = tableIn(DEFAULT_CALL_TYPES, null);
    if (isBrokenTable(table)) throw new Error(`The shipped table is broken: ${table.why}.`);
    shipped = table;
  }
  return shipped;
}

/** A table from the text of a CSV file; `codes` are the policy's, null takes any. */
export function tableIn(
  text: string,
  codes: readonly string[] | null,
): CallTypeTable | BrokenTable {
  try {
    const rows = parse(text, OPTIONS) as unknown as Numbered[];
    return readCallTypeTable(
      rows.map(({ record, info }) => ({ line: info.lines, fields: record })),
      codes,
    );
  } catch (error) {
    const line = (error as { lines?: number }).lines ?? 1;
    const why = 'the quotes of a field do not close';
    return { line, why, remedy: 'Save the table as CSV UTF-8, separated by commas.' };
  }
}

const OPTIONS = {
  bom: true,
  info: true,
  relax_column_count: true,
  skip_empty_lines: true,
} as const;

interface Numbered {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}
