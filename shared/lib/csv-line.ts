/** A field as it stands in a file: a number, words, or nothing. */
export type CsvField = string | number | null;

/** What a spreadsheet takes for the beginning of a formula or a command. Full-width signs count in some locales. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u;
const GUARDED = /^'[=+\-@\t\r\n＝＋－＠]/u;

/** Rows as CSV (RFC 4180). Nobody’s words become a formula: they are led by an apostrophe. */
export function csvText(rows: readonly (readonly CsvField[])[]): string {
  return rows.map((row) => `${row.map(csvField).join(',')}\r\n`).join('');
}

/** Read from a file that `csvText` wrote: the words as they were. */
export function withoutGuard(text: string): string {
  return GUARDED.test(text) ? text.slice(1) : text;
}

function csvField(field: CsvField): string {
  if (field === null) return '';
  if (typeof field === 'number') return String(field);
  const plain = FORMULA.test(field) ? `'${field}` : field;
  return /[",;\r\n\t]/u.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
