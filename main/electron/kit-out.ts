import { printedOnPaper, printKit, type KitPrinter } from './kit-printer.ts';
import { newestKit } from './kit-shelf.ts';
import type { Desk } from '#main/desk/desk.ts';
import type { Done, Reply } from '#shared/contract/endpoint.ts';
import type { Entry } from '#shared/journal/journal-event.ts';
import type { PaperKit } from '#shared/paper/paper-kit.ts';
import type { PaperEvent } from '#shared/paper/paper-events.ts';
import { DESK_OPERATOR, type Operator } from '#shared/roster/operator.ts';

const PARTS = ['board', 'incidents', 'blank-forms'] as const;

/** Where kits go, and where the desk keeps its own. */
export interface KitPlaces {
  readonly folder: string;
  readonly shelf: string;
}

/**
 * Prints the kit. It is what people go on with while nothing can be written: then it goes to a printer instead of
 * into its folder, and on record once that can be done. `by` null: the copy the desk keeps by itself.
 */
export async function kitOut(
  printer: KitPrinter,
  desk: Desk,
  by: Operator | null,
  { folder, shelf }: KitPlaces,
): Promise<Reply<Done>> {
  const kit = desk.paperKit(by);
  let file: string | null = null;
  try {
    file = await printKit(printer, kit, folder);
  } catch (error) {
    const failed = by === null ? error : await onPaper(printer, kit);
    if (failed !== null) return notPrinted(error, folder, shelf);
  }
  const printed: PaperEvent = {
    type: 'paper.printed',
    how: by === null ? 'by-itself' : 'asked',
    parts: PARTS,
    incidents: kit.incidents.length,
  };
  const entry = desk.recordDone(printed, by?.operatorId ?? DESK_OPERATOR);
  return { ok: true, value: doneWith(entry, file) };
}

/** The answer to what is out already. `entry` null: it is on record later. */
export function doneWith(entry: Entry | null, file: string | null): Done {
  return {
    seq: entry?.seq ?? 0,
    ...(entry === null ? { owed: true } : {}),
    ...(file === null ? {} : { made: file }),
  };
}

/** Null: a printer took it. */
async function onPaper(printer: KitPrinter, kit: PaperKit): Promise<unknown> {
  try {
    await printedOnPaper(printer, { is: 'kit', kit });
    return null;
  } catch (error) {
    return error;
  }
}

async function notPrinted(error: unknown, folder: string, shelf: string): Promise<Reply<never>> {
  const why = error instanceof Error ? error.message : String(error);
  const kept = await newestKit(shelf);
  const last =
    kept === null
      ? 'No kit is kept beside the data folder: take what you see on the screen over by hand.'
      : `The last kit that was kept by itself is ${kept}: open it from any PC.`;
  return {
    ok: false,
    refused: 'not-printed',
    because:
      `The kit could not be written into ${folder} (${why}), and no printer took it. Nothing was changed. ${last} ` +
      'Check that the folder may be written and that the disk is not full.',
  };
}
