import { basename } from 'node:path';
import { withDesk } from './desk-folder.ts';
import { EXIT, printAnswer, UnusableArguments, type Terminal } from './outcome.ts';
import { Progress } from './progress.ts';
import { pathOf, readArguments, type Subcommand } from './subcommand.ts';
import type { Desk } from '#main/desk/desk.ts';
import {
  callTypeFileOf,
  CallTypeLookup,
  layDownCallTypes,
  readCallTypeFile,
} from '#main/desk/import/call-type-file.ts';
import { importPastCalls } from '#main/desk/import/import-past-calls.ts';
import type { ImportReport } from '#main/desk/import/import-report.ts';
import { openExport } from '#main/desk/import/open-export.ts';
import { shippedPolicy } from '#main/desk/shipped-policy.ts';
import { PRESET_IDS, type PresetId } from '#shared/intake-file/preset.ts';

const usage = `import FILE --data DIR [--preset ${PRESET_IDS.join('|')}] [--table FILE] [--into history|queue]`;

/** Takes the calls of another system's export over as history. */
export const importCommand: Subcommand = {
  usage,
  summary: 'take over the calls of a CAD export (CSV) as history',
  async run(args, terminal) {
    const given = readArguments(usage, args, {
      operands: ['FILE'],
      options: ['data', 'preset', 'table', 'into'],
      needed: ['data'],
    });
    const file = pathOf(terminal, given.operands[0] ?? '');
    const folder = pathOf(terminal, given.option('data') ?? '');
    const destination = destinationOf(given.option('into'));
    const table = given.option('table');
    const tableFile = table === undefined ? null : pathOf(terminal, table);
    // What cannot be used is found before a data folder is created for it.
    const from = await openExport(file, presetOf(given.option('preset')));
    if (tableFile !== null) await readCallTypeFile(tableFile, null);

    const report = await withDesk(folder, async (desk) => {
      const types = await callTypesFor(desk, folder, tableFile);
      const progress = new Progress(terminal.err, `import ${basename(file)}`);
      try {
        return await importPastCalls(
          desk,
          from,
          { ...types, destination },
          ({ bytesRead, size, rows }) => progress.show(bytesRead, size, `${rows} rows`),
        );
      } finally {
        progress.clear();
      }
    });
    printAnswer(terminal, report);
    tellWhatToDo(terminal, report);
    return report.rejected.length + report.changed.length > 0 ? EXIT.bad : EXIT.done;
  },
};

function presetOf(given: string | undefined): PresetId | null {
  if (given === undefined) return null;
  const known = PRESET_IDS.find((id) => id === given);
  if (known !== undefined) return known;
  throw new UnusableArguments(
    `there is no preset "${given}"`,
    `Use one of ${PRESET_IDS.join(', ')}, or leave --preset out.`,
  );
}

function destinationOf(given: string | undefined): 'history' | 'queue' {
  if (given === undefined || given === 'history') return 'history';
  if (given === 'queue') return 'queue';
  throw new UnusableArguments(
    `calls cannot go into "${given}"`,
    'Use history (calls that are over) or queue (calls that still wait for somebody).',
  );
}

async function callTypesFor(desk: Desk, folder: string, tableFile: string | null) {
  const { policy } = desk.policy() ?? shippedPolicy();
  if (tableFile === null) await layDownCallTypes(folder);
  const file = tableFile ?? callTypeFileOf(folder);
  const codes = policy.callTypes.map(({ code }) => code);
  return { file, lookup: new CallTypeLookup(await readCallTypeFile(file, codes)) };
}

/** The answer is for programs too; this is for the person who typed the command. */
function tellWhatToDo(terminal: Terminal, report: ImportReport): void {
  const say = (line: string) => terminal.err.write(`${line}\n`);
  const { file, rejected, changed, unmappedTypes, callTypeTable } = report;
  for (const { line, why } of rejected.slice(0, 3)) say(`${file}, line ${line}: ${why}.`);
  if (rejected.length > 0)
    say(
      `${rejected.length} of ${report.rows} rows were rejected; all are listed under "rejected".`,
    );
  if (changed.length > 0)
    say(`${changed.length} rows tell known calls differently; they are listed under "changed".`);
  if (unmappedTypes.length > 0)
    say(
      `${unmappedTypes.length} call types match no line of ${callTypeTable} and count as OTHER. ` +
        'Add lines there and import again.',
    );
}
