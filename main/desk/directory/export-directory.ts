import type { DirectoryExport } from '#shared/board/directory-view.ts';
import { ContentIndex } from '#shared/directory/content-index.ts';
import { HSDS_TABLES, TABLE_NAMES, type TableName } from '#shared/directory/hsds-tables.ts';
import { ServiceNester } from '#shared/directory/nest-services.ts';
import type { DirectoryContent, JsonValue, Row } from '#shared/directory/rows.ts';

/** The directory as HSDS 3.0 JSON: a list of services, each with everything that belongs to it. */
export function exportJson(content: DirectoryContent): DirectoryExport {
  const nester = new ServiceNester(new ContentIndex(content));
  const services = (content.service ?? []).map((row) => JSON.stringify(nester.nest(row)));
  const text = `[${services.join(',\n')}]\n`;
  return { files: [{ name: 'services_full.json', text }], leftOut: nester.leftOut() };
}

/** The same as the CSV files of HSDS 3.0: every row of every table. */
export function exportCsv(content: DirectoryContent): DirectoryExport {
  const files = TABLE_NAMES.flatMap((table) => {
    const rows = content[table] ?? [];
    return rows.length === 0 ? [] : [{ name: HSDS_TABLES[table].file, text: csvOf(table, rows) }];
  });
  return { files, leftOut: {} };
}

/** The columns of the standard, then whatever else some row has. */
function csvOf(table: TableName, rows: readonly Row[]): string {
  const known = HSDS_TABLES[table].columns;
  const others = new Set<string>();
  for (const row of rows)
    for (const column of Object.keys(row)) if (!known.includes(column)) others.add(column);
  const columns = [...known, ...[...others].toSorted()];
  const lines = [
    columns.map(cell),
    ...rows.map((row) => columns.map((column) => cell(row[column]))),
  ];
  return lines.map((line) => `${line.join(',')}\r\n`).join('');
}

function cell(value: JsonValue | undefined): string {
  if (value === undefined || value === null) return '';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
