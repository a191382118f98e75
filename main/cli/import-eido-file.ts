import { basename } from 'node:path';
import { requireJournal, withDesk } from './desk-folder.ts';
import { EXIT, printAnswer, type ExitCode, type Terminal } from './outcome.ts';
import { beginningOf, readText } from './text-file.ts';
import { looksLikeEidos } from '#main/desk/delivery/eido-file.ts';
import { importEidos } from '#main/desk/delivery/import-eidos.ts';

const MEGABYTES = 64;
const LOOKED_AT = 512;

/** Whether a file begins like incident documents. */
export function holdsEidos(file: string): boolean {
  return looksLikeEidos(beginningOf(file, LOOKED_AT));
}

/** Takes the incident documents of a file as if they had been posted: new ones wait in the queue. */
export async function importEidoFile(
  file: string,
  folder: string,
  terminal: Terminal,
): Promise<ExitCode> {
  requireJournal(folder);
  const text = readText(file, {
    bytes: MEGABYTES * 1_048_576,
    why: `it is larger than ${MEGABYTES} MB`,
    remedy: 'Split it into files of fewer documents.',
    what: 'the file of incident documents',
  });
  const report = await withDesk(folder, (desk) => importEidos(desk, file, basename(file), text));
  printAnswer(terminal, report);
  const { rejected, rows } = report;
  for (const { index, why } of rejected.slice(0, 3))
    terminal.err.write(`${file}, document ${index}: ${why}\n`);
  if (rejected.length > 0)
    terminal.err.write(
      `${rejected.length} of ${rows} documents were rejected; all are listed under "rejected".\n`,
    );
  return rejected.length > 0 ? EXIT.bad : EXIT.done;
}
