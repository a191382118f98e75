import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { requireJournal, withDesk } from './desk-folder.ts';
import { EXIT, printAnswer, UnusableArguments, type ExitCode, type Terminal } from './outcome.ts';
import { pathOf, type Arguments } from './subcommand.ts';
import { auditPart } from '#main/desk/audit/audit-part.ts';
import { keyToSignWith } from '#main/desk/audit/signing.ts';
import { writeExport, type Exported } from '#main/desk/audit/write-export.ts';
import { sayFingerprint } from '#shared/audit/fingerprint.ts';
import { DESK_OPERATOR } from '#shared/roster/operator.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/u;

/** Writes the audit, or a part of it, into a signed file. */
export function exportAudit(terminal: Terminal, given: Arguments): Promise<ExitCode> {
  const folder = pathOf(terminal, given.option('data') ?? '');
  const file = pathOf(terminal, given.option('export') ?? '');
  requireJournal(folder);
  const [from, to] = [dayIn(given, 'from'), dayIn(given, 'to')];
  if (existsSync(file))
    throw new UnusableArguments(`${file} is there already`, 'Name a new file with --export.');
  return withDesk(folder, (desk) => {
    const part = auditPart(desk.db, desk.journal.head(), { from, to });
    if (part.to < part.from)
      throw new UnusableArguments(
        'nothing was written on these days',
        'Name other days with --from and --to, or leave them out.',
      );
    const lines = writeExport(desk.db, {
      ...part,
      madeBy: 'command line',
      now: desk.now(),
      key: keyToSignWith(desk, DESK_OPERATOR),
      chosen: null,
    });
    const { entries, fingerprint, head } = writtenTo(`${file}.part`, lines);
    const event = { from: part.from, to: part.to, entries, fingerprint };
    // On record before it is there under its name: none leaves that nobody can ask about.
    wholeOrGone(file, () => desk.record([{ type: 'audit.exported', ...event }], DESK_OPERATOR));
    printAnswer(terminal, { exported: file, ...event, head });
    terminal.err.write(
      `Signed with the key ${sayFingerprint(fingerprint)}. Keep that apart from the file: desk audit ${file} --fingerprint ${fingerprint}\n`,
    );
    return EXIT.done;
  });
}

function dayIn(given: Arguments, name: string): string | null {
  const day = given.option(name) ?? null;
  if (day === null || (DAY.test(day) && !Number.isNaN(Date.parse(day)))) return day;
  throw new UnusableArguments(`--${name} "${day}" is no day`, 'Write it as 2026-03-03.');
}

/** Whole or not at all: a file that was cut short by a full disk is not left behind. */
function writtenTo(part: string, lines: Generator<string, Exported>): Exported {
  try {
    return written(part, lines);
  } catch (error) {
    rmSync(part, { force: true });
    throw new UnusableArguments(
      `${part} cannot be written: ${(error as Error).message}`,
      'No export was made. Check that the folder is there, that you may write to it and that the disk is not full.',
    );
  }
}

function wholeOrGone(file: string, record: () => void): void {
  try {
    record();
    renameSync(`${file}.part`, file);
  } catch (error) {
    rmSync(`${file}.part`, { force: true });
    throw new UnusableArguments(
      `no export was made: ${(error as Error).message.replace(/\.$/u, '')}`,
      `Then export to ${file} again.`,
    );
  }
}

function written(file: string, lines: Generator<string, Exported>): Exported {
  const descriptor = openSync(file, 'w', 0o600);
  try {
    for (;;) {
      const { done, value } = lines.next();
      if (done === true) {
        fsyncSync(descriptor);
        return value;
      }
      writeFileSync(descriptor, value);
    }
  } finally {
    closeSync(descriptor);
  }
}
