import { parse } from 'csv-parse/sync';
import type { DeskCore } from '../desk-core.ts';
import { PlanTogether } from './plan-together.ts';
import { instantsOf, timeZoneOf } from './planning.ts';
import type { RejectedRow, RosterFileView } from '#shared/board/roster-view.ts';
import type { NewEvent } from '#shared/journal/journal-event.ts';
import { withoutGuard } from '#shared/lib/csv-line.ts';
import type { UnitId } from '#shared/lib/brand.ts';
import { isRefusal, refuse, type Refusal } from '#shared/lib/refusal.ts';
import { columnsOf, readWallShift, type RosterColumn } from '#shared/roster/roster-file.ts';
import type { PlannedShift } from '#shared/roster/shift.ts';

/** What a roster file comes to, on the roster as it stands. */
export interface RosterFile extends RosterFileView {
  readonly events: readonly NewEvent[];
}

interface Row {
  readonly line: number;
  readonly field: (column: RosterColumn) => string;
}

const LONGEST_NAME = 120;

export function readRosterFile(core: DeskCore, csv: string): RosterFile {
  const rows = rowsOf(csv);
  if ('why' in rows) return { rejected: [rows], planned: [], known: 0, over: 0, events: [] };
  const together = new PlanTogether(core);
  const rejected: RejectedRow[] = [];
  const planned: RosterFileView['planned'][number][] = [];
  const count = { known: 0, over: 0 };
  for (const row of rows) {
    const { line } = row;
    const plan = planOf(row, timeZoneOf(core));
    const outcome = isRefusal(plan) ? plan : together.add(plan);
    if (isRefusal(outcome)) rejected.push({ line, why: withoutEnd(outcome.because) });
    else if (outcome !== 'planned') count[outcome] += 1;
    else planned.push({ ...(plan as PlannedShift), line });
  }
  return { rejected, planned, ...count, events: together.events };
}

/** What has to be written to take the file over: nothing while one row of it is rejected. */
export function importRoster(core: DeskCore, csv: string): readonly NewEvent[] | Refusal {
  const { rejected, events } = readRosterFile(core, csv);
  const [first] = rejected;
  if (first === undefined) return events;
  const many = rejected.length === 1 ? 'One row' : `${rejected.length} rows`;
  return refuse(
    'rows-rejected',
    `${many} cannot be taken over, the first on line ${first.line}: ${first.why} Nothing of the file was planned.`,
  );
}

/** What became of one row is said for the whole file. */
function withoutEnd(because: string): string {
  return because.replace(/ Nothing was planned\.$/, '');
}

function planOf({ field }: Row, zone: string): PlannedShift | Refusal {
  const wall = readWallShift(field('from'), field('to'), field('breaks'));
  if ('why' in wall) return refuse('no-time', wall.why);
  const spans = instantsOf(wall, zone);
  if (isRefusal(spans)) return spans;
  const name = field('name').trim();
  if (name.length > LONGEST_NAME)
    return refuse('long-name', `The name is longer than ${LONGEST_NAME} letters.`);
  const role = field('role').trim().toLowerCase().replaceAll(' ', '-');
  return { unitId: field('unit').trim() as UnitId, role, name, ...spans };
}

function rowsOf(csv: string): readonly Row[] | RejectedRow {
  let records: readonly { readonly record: string[]; readonly info: { readonly lines: number } }[];
  try {
    records = parse(csv, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as typeof records;
  } catch (error) {
    const line = (error as { lines?: number }).lines ?? 1;
    return { line, why: 'A quote is opened and never closed, or stands inside a field.' };
  }
  const [header, ...rest] = records;
  if (header === undefined) return { line: 1, why: 'The file is empty.' };
  const columns = columnsOf(header.record);
  if ('why' in columns) return { line: 1, why: columns.why };
  if (rest.length === 0) return { line: 1, why: 'The file has no row below its header.' };
  return rest.map(({ record, info }) => ({
    line: info.lines,
    field: (column) => withoutGuard(record[columns.get(column) ?? -1] ?? ''),
  }));
}
