import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { requireJournal, withDesk } from './desk-folder.ts';
import { EXIT, printAnswer, UnusableArguments, type ExitCode, type Terminal } from './outcome.ts';
import { beginningOf, readText } from './text-file.ts';
import { UnusableFile } from '#main/desk/import/unusable-file.ts';
import { aliLayoutNamed } from '#main/desk/location/ali-layouts.ts';
import {
  importAli,
  importPidfLo,
  type LocationImportReport,
} from '#main/desk/location/import-locations.ts';
import { isRefusal } from '#shared/lib/refusal.ts';

const LARGEST_BYTES = 64 * 1_048_576;
const LOOKED_AT = 256;

/** Whether a file begins like XML. */
export function holdsXml(file: string): boolean {
  return /^\uFEFF?\s*</u.test(beginningOf(file, LOOKED_AT));
}

/** Takes the ALI records of a file as if the controller had spilled them: new callers wait in the queue. */
export async function importAliFile(
  file: string,
  folder: string,
  layoutName: string,
  terminal: Terminal,
): Promise<ExitCode> {
  requireJournal(folder);
  const layout = aliLayoutNamed(layoutName);
  if (isRefusal(layout))
    throw new UnusableArguments(
      layout.because.replace(/\.$/u, ''),
      'docs/ali-layouts.md shows how one is written.',
    );
  const bytes = bytesOf(file);
  const report = await withDesk(folder, (desk) =>
    importAli(desk, { file, from: basename(file) }, bytes, layout),
  );
  return told(report, terminal);
}

/** Takes a location document (PIDF-LO) to the call of its number, or as a new one. */
export async function importPidfLoFile(
  file: string,
  folder: string,
  terminal: Terminal,
): Promise<ExitCode> {
  requireJournal(folder);
  const xml = readText(file, {
    bytes: 1_048_576,
    why: 'it is larger than 1 MB, and a location never is',
    remedy: 'Check that it is a location document.',
    what: 'the location document',
  });
  const report = await withDesk(folder, (desk) =>
    importPidfLo(desk, { file, from: basename(file) }, xml),
  );
  return told(report, terminal);
}

/** One character for each byte: what they mean says the layout. */
function bytesOf(file: string): string {
  let size: number;
  try {
    ({ size } = statSync(file));
  } catch {
    throw new UnusableFile(file, null, 'it cannot be read', 'Check the name of the file.');
  }
  if (size > LARGEST_BYTES)
    throw new UnusableFile(file, null, 'it is larger than 64 MB', 'Split it into smaller files.');
  return readFileSync(file, 'latin1');
}

function told(report: LocationImportReport, terminal: Terminal): ExitCode {
  const { file, rows, rejected, skipped } = report;
  printAnswer(terminal, report);
  const say = (line: string) => terminal.err.write(`${line}\n`);
  for (const { index, why } of rejected.slice(0, 3)) say(`${file}, record ${index}: ${why}`);
  if (rejected.length > 0)
    say(`${rejected.length} of ${rows} records were rejected; all are listed under "rejected".`);
  if (skipped > 0)
    say(`${skipped} characters belong to no record. Check that the layout is that of the file.`);
  return rejected.length + skipped > 0 || rows === 0 ? EXIT.bad : EXIT.done;
}
