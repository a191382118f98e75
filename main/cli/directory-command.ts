import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { requireJournal, withDesk } from './desk-folder.ts';
import { EXIT, printAnswer, UnusableArguments, type ExitCode, type Terminal } from './outcome.ts';
import { pathOf, readArguments, type Arguments, type Subcommand } from './subcommand.ts';
import type { Desk } from '#main/desk/desk.ts';
import {
  LARGEST_DIRECTORY,
  textOfBytes,
  type DirectoryFile,
} from '#main/desk/directory/directory-file.ts';
import { exportCsv, exportJson } from '#main/desk/directory/export-directory.ts';
import { UnusableFile } from '#main/desk/import/unusable-file.ts';
import { FINDINGS_KEPT, type Finding } from '#shared/directory/rows.ts';
import { isRefusal } from '#shared/lib/refusal.ts';
import { DESK_OPERATOR } from '#shared/roster/operator.ts';

const usage =
  'directory FILE-OR-FOLDER --data DIR | directory --export json|csv --out PATH --data DIR';

/** Imports the directory of services, or writes the one in force as the standard has it. */
export const directoryCommand: Subcommand = {
  usage,
  summary: 'import the directory of services (Open Referral HSDS 3.0), or export it',
  run(args, terminal) {
    const exporting = args.some((word) => word === '--export' || word.startsWith('--export='));
    const given = readArguments(usage, args, {
      operands: exporting ? [] : ['FILE-OR-FOLDER'],
      options: ['data', 'export', 'out'],
      needed: exporting ? ['data', 'out'] : ['data'],
    });
    if (!exporting && given.option('out') !== undefined)
      throw new UnusableArguments('--out is for --export', `Usage: desk ${usage}`);
    const folder = pathOf(terminal, given.option('data') ?? '');
    if (exporting) return exportTo(terminal, folder, given);
    const path = pathOf(terminal, given.operands[0] ?? '');
    const { files, unreadable } = filesAt(path);
    return withDesk(folder, ({ directory }) =>
      importFiles(terminal, directory, path, files, unreadable),
    );
  },
};

function importFiles(
  terminal: Terminal,
  directory: Desk['directory'],
  path: string,
  files: readonly DirectoryFile[],
  unreadable: readonly Finding[],
): ExitCode {
  const examined = directory.examine(files, basename(path));
  const { read, format } = examined.reading;
  const faults = [...unreadable, ...read.faults.list].slice(0, FINDINGS_KEPT);
  const outcome =
    faults.length > 0 || examined.document === null
      ? null
      : directory.adopt(examined, DESK_OPERATOR, 'imported');
  const refusal = isRefusal(outcome) ? outcome.because : null;
  const adopted = outcome !== null && refusal === null;
  printAnswer(terminal, {
    adopted,
    hash: adopted ? (examined.document?.hash ?? null) : null,
    refusal,
    format,
    ...examined.counts,
    changes: examined.changes.counts,
    faults,
    faultCount: unreadable.length + read.faults.count,
    warnings: read.warnings.list,
    warningCount: read.warnings.count,
  });
  const say = (line: string) => terminal.err.write(`${line}\n`);
  for (const { file, row, why } of faults.slice(0, 5)) say(`${file}, row ${row}: ${why}`);
  if (faults.length > 0)
    say(`${faults.length > 5 ? 'All of them stand under "faults". ' : ''}Nothing was imported.`);
  if (refusal !== null) say(refusal);
  if (adopted) say('In force. The one before it can be brought back in the window: g d.');
  return adopted ? EXIT.done : EXIT.bad;
}

/** The text of a file, or of every CSV and JSON file of a folder; what is no text is a fault of its file. */
function filesAt(path: string): { files: DirectoryFile[]; unreadable: Finding[] } {
  if (!existsSync(path))
    throw new UnusableFile(path, null, 'there is no such file or folder', 'Check the name.');
  const names = statSync(path).isDirectory()
    ? readdirSync(path)
        .filter((name) => /\.(csv|json)$/i.test(name) && name !== 'datapackage.json')
        .toSorted()
        .map((name) => join(path, name))
    : [path];
  if (names.length === 0)
    throw new UnusableFile(
      path,
      null,
      'the folder holds no CSV or JSON file',
      'Name the folder that does.',
    );
  const size = names.reduce((sum, name) => sum + statSync(name).size, 0);
  if (size > LARGEST_DIRECTORY)
    throw new UnusableFile(
      path,
      null,
      'it is larger than 128 MiB',
      'Export fewer services at a time.',
    );
  const files: DirectoryFile[] = [];
  const unreadable: Finding[] = [];
  for (const file of names) {
    if (!statSync(file).isFile())
      throw new UnusableFile(file, null, 'it is not a file', 'Name a file, or a folder of files.');
    const name = basename(file);
    const text = textOfBytes(readFileSync(file));
    if (typeof text === 'string') files.push({ name, text });
    else unreadable.push({ file: name, row: 1, why: text.why });
  }
  return { files, unreadable };
}

function exportTo(
  terminal: Terminal,
  folder: string,
  given: Arguments,
): ExitCode | Promise<ExitCode> {
  const as = given.option('export');
  if (as !== 'json' && as !== 'csv')
    throw new UnusableArguments(`the directory cannot be exported as "${as}"`, 'Use json or csv.');
  const out = pathOf(terminal, given.option('out') ?? '');
  requireJournal(folder);
  return withDesk(folder, (desk) => {
    const { directory } = desk;
    const content = directory.content();
    if (content === null)
      throw new UnusableArguments(
        `${folder} holds no directory yet`,
        'Import one first: desk directory FILE.',
      );
    const { files, leftOut } = as === 'json' ? exportJson(content) : exportCsv(content);
    const written = files.map(({ name, text }) => {
      const file = as === 'json' ? out : join(out, name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
      return file;
    });
    const left = { what: 'directory', of: null, to: 'file' } as const;
    desk.record([{ type: 'export.made', ...left }], DESK_OPERATOR);
    printAnswer(terminal, {
      exported: as,
      hash: directory.adopted()?.hash ?? null,
      files: written,
      leftOut,
    });
    if (Object.keys(leftOut).length > 0)
      terminal.err.write('Some rows belong to no service; the CSV files hold them too.\n');
    return EXIT.done;
  });
}
