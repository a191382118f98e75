import { drawn, type KitPrinter } from './kit-printer.ts';
import { doneWith } from './kit-out.ts';
import { kitStamp, nameStamp, putWhole } from './kit-shelf.ts';
import type { Desk } from '#main/desk/desk.ts';
import { figuresFile } from '#main/desk/outcomes/figures-file.ts';
import type { Parsed } from '#shared/contract/console-contract.ts';
import type { Done } from '#shared/contract/endpoint.ts';
import type { OutcomesReport } from '#shared/paper/outcomes-report.ts';
import type { Operator } from '#shared/roster/operator.ts';

export type AskedExport = Parsed<'outcomes.export'>;

/** Puts the figures of a period into a file, and then on the record that they left the console. */
export async function figuresOut(
  printer: KitPrinter,
  desk: Desk,
  by: Operator,
  { what, period }: AskedExport,
  folder: string,
): Promise<Done> {
  const report = desk.outcomesReport(period, by);
  const bytes =
    what === 'csv' ? figuresFile(report) : await drawn(printer, { is: 'outcomes', ...report });
  const file = await putWhole(bytes, folder, nameOf(report, what === 'csv' ? 'csv' : 'pdf'));
  const event = { type: 'outcomes.exported', what, ...period } as const;
  return doneWith(desk.recordDone(event, by.operatorId), file);
}

/** The days they are of, and when they were counted. */
function nameOf({ period, printedAt, timeZone }: OutcomesReport, ending: string): string {
  const stamp = nameStamp(kitStamp(printedAt, timeZone));
  return `caredesk-figures-${period.from}-to-${period.to}-${stamp}.${ending}`;
}
