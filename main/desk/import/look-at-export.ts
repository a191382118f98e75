import { isUtf8 } from 'node:buffer';
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { BrokenRow, CsvRow, CsvWriting } from './csv-rows.ts';
import { firstRows, MOST_COLUMNS, refuseTooWide } from './open-export.ts';
import { breath } from './turn.ts';
import { UnusableFile } from './unusable-file.ts';
import { shapeOf, type ColumnShape } from '#shared/intake-file/column-shapes.ts';
import type { LookedAt } from '#shared/intake-file/suggest-mapping.ts';

/** Enough to tell shapes by, and few enough for a moment. */
const ROWS_LOOKED_AT = 1_000;
const BYTES_LOOKED_AT = 256 * 1024;
const DELIMITERS = [',', ';', '\t', '|'] as const;

/** A file as far as it was looked at, with the first cells of each column. */
export interface SeenExport extends LookedAt {
  readonly size: number;
  readonly cells: readonly (readonly string[])[];
}

const LONGEST_NAME = 200;
/** Cells that are kept to be shown as examples. */
const CELLS_KEPT = 20;

/**
 * Looks at the beginning of an export nobody has described: how it is written, and what its columns hold.
 * @throws UnusableFile when it is no file of rows.
 */
export async function lookAtExport(file: string): Promise<SeenExport> {
  // Opened first by the reader of rows: it says why a file is none.
  refuseTooWide(file, await firstRows(file, {}, 0, 1));
  const encoding = (await isUtf8Beginning(file)) ? undefined : ('windows-1252' as const);
  const { delimiter, rows, width } = await widest(file, encoding);
  const first = rows.find(({ fields }) => fields.length === width);
  if (first === undefined)
    throw new UnusableFile(file, null, 'it holds no row of text', 'Export the calls again.');
  const hasHeader = first.fields.every((cell) => /\p{L}/u.test(cell) && !/\d{1,2}:\d\d/.test(cell));
  const long = first.fields.find((cell) => cell.length > LONGEST_NAME);
  if (hasHeader && long !== undefined)
    throw new UnusableFile(
      file,
      first.line,
      `the name of a column is ${long.length} characters long`,
      'Check that the first row names the columns.',
    );
  const names = hasHeader ? [...first.fields] : first.fields.map((_, at) => `column ${at + 1}`);
  const calls = rows.filter((row) => row.fields.length === width && (!hasHeader || row !== first));
  const linesBefore = first.line - 1;
  const spelled = names.map((name) => name.trim().toLowerCase());
  const times = new Map<string, number>();
  for (const name of spelled) times.set(name, (times.get(name) ?? 0) + 1);
  const columns: ColumnShape[] = [];
  const cells: string[][] = [];
  for (const [at, name] of names.entries()) {
    // Of two columns of one name either could be meant.
    if (times.get(spelled[at] ?? '') !== 1) continue;
    const column = calls.map(({ fields }) => fields[at] ?? '');
    columns.push(shapeOf(name.trim(), column));
    cells.push(column.slice(0, CELLS_KEPT));
    await breath();
  }
  return {
    id: slugOf(file),
    title: basename(file),
    file: {
      ...(delimiter === ',' ? {} : { delimiter }),
      ...(encoding === undefined ? {} : { encoding }),
      ...(linesBefore === 0 ? {} : { linesBefore }),
      ...(hasHeader ? {} : { header: false, columns: names }),
    },
    size: (await stat(file)).size,
    columns,
    cells,
  };
}

/** The delimiter that gives the most rows of one width, and the widest of those. */
async function widest(file: string, encoding: CsvWriting['encoding']) {
  let best: {
    delimiter: (typeof DELIMITERS)[number];
    rows: CsvRow[];
    width: number;
    worth: number;
  } = { delimiter: ',', rows: [], width: 0, worth: 0 };
  for (const delimiter of DELIMITERS) {
    const writing = encoding === undefined ? { delimiter } : { delimiter, encoding };
    const rows = (await firstRows(file, writing, 0, ROWS_LOOKED_AT)).filter(isRow);
    await breath();
    const widths = new Map<number, number>();
    for (const { fields } of rows) widths.set(fields.length, (widths.get(fields.length) ?? 0) + 1);
    const [width = 0, count = 0] = [...widths].sort(([, a], [, b]) => b - a)[0] ?? [];
    const worth = (width - 1) * (count / Math.max(1, rows.length)) + (width === 1 ? 0.1 : 0);
    if (worth > best.worth) best = { delimiter, rows, width, worth };
  }
  return best;
}

function isRow(row: CsvRow | BrokenRow): row is CsvRow {
  return 'fields' in row && row.fields.length <= MOST_COLUMNS;
}

async function isUtf8Beginning(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const bytes = Buffer.alloc(BYTES_LOOKED_AT);
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, 0);
    // A letter may be cut in two at the end of what was read.
    const whole = bytesRead < bytes.length ? bytesRead : bytes.lastIndexOf(0x0a);
    return isUtf8(bytes.subarray(0, Math.max(0, whole)));
  } finally {
    await handle.close();
  }
}

function slugOf(file: string): string {
  const words = basename(file)
    .replace(/\.\w+$/, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  return (words ?? ['export']).join('-').slice(0, 60).replace(/-$/, '');
}
