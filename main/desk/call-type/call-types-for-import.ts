import { basename } from 'node:path';
import { shippedCallTypes } from './shipped-call-types.ts';
import type { Desk } from '../desk.ts';
import { callTypeFileOf, layDownCallTypes, readCallTypeFile } from '../import/call-type-file.ts';
import { CallTypeLookup } from '../import/call-type-lookup.ts';
import { keptPatterns } from '#db/board/call-types-projection.ts';
import { followFolder } from '#shared/call-type/decide-call-types.ts';
import { DESK_OPERATOR } from '#shared/roster/operator.ts';

/**
 * The call types an import gives. The file of the data folder becomes the center's table when somebody has
 * edited it; a file named for this import counts for it alone. What people reviewed comes before either.
 * @throws UnusableFile naming the line and the remedy when the table is broken.
 */
export async function callTypesForImport(
  desk: Desk,
  folder: string,
  tableFile: string | null,
): Promise<{ readonly file: string; readonly lookup: CallTypeLookup }> {
  if (tableFile === null) await layDownCallTypes(folder);
  const file = tableFile ?? callTypeFileOf(folder);
  const patterns = await readCallTypeFile(file, [...desk.callTypes().types.keys()]);
  if (tableFile !== null)
    return { file, lookup: new CallTypeLookup({ ...desk.callTypes(), patterns }) };
  const kept = keptPatterns(desk.db);
  const events = followFolder(kept, patterns, shippedCallTypes(), basename(file));
  if (events.length > 0) desk.record(events, DESK_OPERATOR);
  return { file, lookup: new CallTypeLookup(desk.callTypes()) };
}
