import type { ExportForm } from '#shared/outcomes/export-events.ts';
import type { Period } from '#shared/outcomes/period.ts';
import { tell } from '../desk/ask.ts';
import { say } from '../desk/desk-store.ts';
import { sayDone } from '../desk/on-record.ts';

const NAMES: Readonly<Record<ExportForm, string>> = {
  csv: 'The table of the figures',
  report: 'The report of the figures',
};

/** Writes the figures to a file, and says where it is. Counts below 11 are left out of it. */
export async function exportFigures(what: ExportForm, period: Period): Promise<void> {
  say({ tone: 'done', text: `${NAMES[what]} is being written.`, cause: null });
  const done = await tell('outcomes.export', { what, period });
  if (done === null) return;
  const where = done.made ?? 'its folder';
  sayDone(`${NAMES[what]} is in ${where}.`, done);
}
