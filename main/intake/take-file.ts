import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import type { SeenFile } from './folder-scan.ts';
import type { Desk } from '#main/desk/desk.ts';
import type { TakenAs } from '#main/desk/intake-line/line-standings.ts';
import { aliLayoutNamed, readAliBytes } from '#main/desk/location/ali-layouts.ts';
import { utf8Text } from '#main/desk/utf8-text.ts';
import type { Delivery } from '#shared/delivery/delivery.ts';
import { readEido } from '#shared/eido/read-eido.ts';
import type { IntakeLine } from '#shared/intake-line/intake-line.ts';
import type { WatchedFolderSetting } from '#shared/intake-line/line-setting.ts';
import { isRefusal, type Refusal } from '#shared/lib/refusal.ts';
import { aliFraming } from '#shared/location/ali-framing.ts';
import type { AliLayout } from '#shared/location/ali-layout.ts';
import { SHIPPED_LAYOUTS } from '#shared/location/shipped-layouts.ts';
import { DESK_OPERATOR } from '#shared/roster/operator.ts';

/** A file that is done with, for good or not; `why` repeats nothing of what stands in it. */
export type Ended =
  { readonly took: readonly TakenAs[] } | { readonly refused: string; readonly why: string };
/** `waits`: a person looks at it first. `later`: the next scan tries again. */
export type Fate = Ended | 'waits' | 'later';

export interface FileToTake {
  readonly file: SeenFile;
  readonly line: IntakeLine;
  readonly setting: WatchedFolderSetting;
  readonly desk: Desk;
}

/** A document or some records are small; an export of calls is read row by row. */
const LARGEST_BYTES = { eido: 8 * 1024 * 1024, ali: 8 * 1024 * 1024, csv: 4 * 1024 ** 3 } as const;
const NOT_TAKEN = 'Nothing was taken from it.';

export async function takeFile(given: FileToTake): Promise<Fate> {
  const { file, setting } = given;
  if (file.size > LARGEST_BYTES[setting.takes])
    return {
      refused: 'too-large',
      why: `It has ${file.size} bytes, and at most ${LARGEST_BYTES[setting.takes]} are read. ${NOT_TAKEN}`,
    };
  if (setting.takes === 'csv') return takeCsv(given);
  const bytes = await bytesOf(file);
  if (bytes === null) return 'later';
  return setting.takes === 'eido' ? takeEido(given, bytes) : takeAli(given, bytes);
}

/** Null when it is not what the scan saw: somebody put another file or a link in its place. */
async function bytesOf({ path, size, inode }: SeenFile): Promise<Buffer | null> {
  const handle = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0)).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ELOOP') return null;
      throw error;
    },
  );
  if (handle === null) return null;
  try {
    const about = await handle.stat();
    if (!about.isFile() || about.size !== size || about.ino !== inode) return null;
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

function takeEido({ line, desk }: FileToTake, bytes: Buffer): Ended {
  const text = utf8Text(bytes);
  if (text === null)
    return { refused: 'not-utf8', why: `It is not UTF-8 text. ${NOT_TAKEN} Save it as UTF-8.` };
  const document = readEido(text);
  if (isRefusal(document)) return refused(document);
  const [outcome] = desk.deliver([{ kind: 'eido', from: line.name, document }]);
  return outcome === undefined || isRefusal(outcome)
    ? refused(outcome ?? { refused: 'not-taken', because: NOT_TAKEN })
    : { took: [outcome.what] };
}

/** By the layout the line names; else by the one most controllers write. */
function takeAli({ line, setting, desk }: FileToTake, bytes: Buffer): Ended {
  const layout = aliLayoutNamed(setting.mapping ?? SHIPPED_LAYOUTS[0] ?? '');
  if (isRefusal(layout)) return refused(layout);
  const deliveries: Delivery[] = [];
  const refusals: Refusal[] = [];
  for (const record of recordsOf(bytes.toString('latin1'), layout)) {
    const read = readAliBytes(record, layout);
    if (isRefusal(read)) refusals.push(read);
    else deliveries.push({ kind: 'ali', from: line.name, record: read });
  }
  if (deliveries.length + refusals.length === 0)
    return { refused: 'no-record', why: `No record stands in it. ${NOT_TAKEN}` };
  const took: TakenAs[] = [];
  for (const outcome of desk.deliver(deliveries)) {
    if (isRefusal(outcome)) refusals.push(outcome);
    else took.push(outcome.what);
  }
  const [first] = refusals;
  if (first === undefined) return { took };
  const all = took.length + refusals.length;
  return {
    refused: first.refused,
    why: `${refusals.length} of its ${all} records were not taken, the first because: ${first.because}`,
  };
}

function recordsOf(text: string, layout: AliLayout): readonly string[] {
  const framing = aliFraming(layout);
  const { records } = framing.push(text);
  // A file has an end of its own: its last record may lack the mark that ends it on a line.
  const rest = framing.rest();
  return [...records, rest].filter((record) => record.trim() !== '');
}

/** By an approved mapping at once; else it waits for a person. It is done with once an import of it has finished. */
async function takeCsv({ file, setting, desk }: FileToTake): Promise<Fate> {
  if (desk.imports.hasTaken(file)) return { took: ['known'] };
  const mapping = setting.mapping === null ? null : desk.imports.mappingCalled(setting.mapping);
  if (mapping === null || desk.imports.isWaiting(file.path)) return 'waits';
  const run = await desk.imports.takeFile({ path: file.path, mapping, by: DESK_OPERATOR });
  if (run === null) return 'later';
  const { state, failed, result } = run.view();
  if (state === 'finished') return { took: [(result?.imported ?? 0) > 0 ? 'update' : 'known'] };
  // Somebody stopped it: it goes on when somebody says so.
  if (state === 'stopped') return 'waits';
  return failed === null ? 'later' : { refused: 'unusable-file', why: failed };
}

function refused({ refused: code, because }: Refusal): Ended {
  return { refused: code, why: because };
}
