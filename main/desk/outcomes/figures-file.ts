import { csvText, type CsvField } from '#shared/lib/csv-line.ts';
import type { OutcomesReport } from '#shared/paper/outcomes-report.ts';

const COLUMNS = [
  'figure',
  'group',
  'numerator',
  'denominator',
  'unit',
  'value',
  'low',
  'high',
  'suppressed',
  'note',
  'from',
  'to',
  'policy',
] as const;

/** The figures as a table for a spreadsheet: one row for each figure of each group. */
export function figuresFile({ tables, period, policyVersion }: OutcomesReport): string {
  const rows = tables.flatMap(({ rows: each }) =>
    each.map((row): CsvField[] => [
      row.figure,
      row.group,
      row.numerator,
      row.denominator,
      row.unit,
      row.value,
      row.low,
      row.high,
      row.suppressed ? 'yes' : 'no',
      row.note,
      period.from,
      period.to,
      policyVersion,
    ]),
  );
  return csvText([COLUMNS, ...rows]);
}
