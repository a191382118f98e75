import { statSync } from 'node:fs';
import { EXIT, printAnswer, UnusableArguments, type ExitCode, type Terminal } from './outcome.ts';
import { pathOf, type Arguments } from './subcommand.ts';
import { readExport, type ExportVerdict } from '#main/desk/audit/read-export.ts';
import { FINGERPRINT_DIGITS, readFingerprint, sayFingerprint } from '#shared/audit/fingerprint.ts';

/** Verifies a signed file of the audit: on any machine, without a data folder. */
export function verifyExport(terminal: Terminal, given: Arguments): ExitCode {
  const file = pathOf(terminal, given.operands[0] ?? '');
  const verdict = verdictOn(file, fingerprintIn(given));
  printAnswer(terminal, verdict);
  const { fault, fingerprint } = verdict;
  if (fault !== null) {
    terminal.err.write(
      `${file}, line ${fault.line}: ${fault.why} Do not rely on it; ask whoever exported it for the file again.\n`,
    );
    return EXIT.bad;
  }
  if (given.option('fingerprint') === undefined)
    terminal.err.write(
      `Signed with the key ${sayFingerprint(fingerprint ?? '')}. Compare that with what the center says, or name it with --fingerprint.\n`,
    );
  return EXIT.done;
}

function verdictOn(file: string, fingerprint: string | null): ExportVerdict {
  try {
    if (!statSync(file).isFile()) throw new Error('it is not a file');
    const verdict = readExport(file, fingerprint);
    if (verdict !== null) return verdict;
  } catch (error) {
    throw new UnusableArguments(
      `${file} cannot be read: ${(error as Error).message}`,
      'Name a file that desk audit --export or the window has written.',
    );
  }
  throw new UnusableArguments(
    `${file} is no export of an audit`,
    'Name a file that desk audit --export or the window has written; a data folder is named with --data.',
  );
}

function fingerprintIn(given: Arguments): string | null {
  const text = given.option('fingerprint');
  if (text === undefined) return null;
  const fingerprint = readFingerprint(text);
  if (/^[0-9a-f]+$/u.test(fingerprint) && fingerprint.length === FINGERPRINT_DIGITS)
    return fingerprint;
  throw new UnusableArguments(
    `--fingerprint "${text}" is no fingerprint of a key`,
    `It has ${FINGERPRINT_DIGITS} digits, as the window and the export show it.`,
  );
}
