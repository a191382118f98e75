import { basename } from 'node:path';
import { journalFileOf, withDesk } from './desk-folder.ts';
import { holdsEidos, importEidoFile } from './import-eido-file.ts';
import { FaultyMapping, readMappingFile } from './mapping-file.ts';
import { holdsXml, importAliFile, importPidfLoFile } from './import-locations-file.ts';
import { EXIT, printAnswer, UnusableArguments, type ExitCode, type Terminal } from './outcome.ts';
import { tellProblems } from './policy-problem-lines.ts';
import { Progress } from './progress.ts';
import { pathOf, readArguments, type Arguments, type Subcommand } from './subcommand.ts';
import type { Desk } from '#main/desk/desk.ts';
import { withLongLog } from '#db/open-database.ts';
import { callTypesForImport } from '#main/desk/call-type/call-types-for-import.ts';
import { readCallTypeFile } from '#main/desk/import/call-type-file.ts';
import { centerWordsOf, vocabularyOf } from '#main/desk/import/center-words.ts';
import { importPastCalls } from '#main/desk/import/import-past-calls.ts';
import { readerFileIn } from '#main/desk/import/reader-messages.ts';
import type { ImportReport } from '#main/desk/import/import-report.ts';
import { lookAtExport } from '#main/desk/import/look-at-export.ts';
import { openExport, openMapped, type OpenExport } from '#main/desk/import/open-export.ts';
import { PersonSalt } from '#main/desk/import/person-salt.ts';
import type { ImportMeans } from '#main/desk/import/row-reading.ts';
import { centerProblems } from '#shared/intake-file/mapping-center.ts';
import { readsPrivately } from '#shared/intake-file/mapping-columns.ts';
import { PRESET_IDS, type PresetId } from '#shared/intake-file/preset.ts';
import { SHIPPED_LAYOUTS } from '#shared/location/shipped-layouts.ts';
import { suggestMapping } from '#shared/intake-file/suggest-mapping.ts';

const usage = `import FILE --data DIR [--map MAPFILE | --preset ${PRESET_IDS.join('|')}] [--table FILE] [--into history|queue], or desk import FILE --suggest-map, or desk import FILE --data DIR --layout LAYOUT`;

/** Takes the calls of another system's export over as history. */
export const importCommand: Subcommand = {
  usage,
  summary:
    'take over the calls of a CAD export (CSV) as history, or incident documents (EIDO, JSON) into the queue',
  async run(args, terminal) {
    const given = readArguments(usage, args, {
      operands: ['FILE'],
      options: ['data', 'map', 'preset', 'table', 'into', 'layout'],
      flags: ['suggest-map'],
      needed: args.includes('--suggest-map') ? [] : ['data'],
    });
    if (given.flag('suggest-map')) return suggestMap(given, terminal);
    try {
      return await importFile(given, terminal);
    } catch (error) {
      if (!(error instanceof FaultyMapping)) throw error;
      tellProblems(terminal, error.file, error.problems);
      return EXIT.unusable;
    }
  },
};

/** Printed as it is to be edited, also into a file; what to look at is told beside it. */
async function suggestMap(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const more = ['data', 'map', 'preset', 'table', 'into'].find(
    (name) => given.option(name) !== undefined,
  );
  if (more !== undefined)
    throw new UnusableArguments(
      `--suggest-map only looks at the file, and --${more} is for importing`,
      'Leave one of them out.',
    );
  const looked = await lookAtExport(pathOf(terminal, given.operands[0] ?? ''));
  const { mapping, complete } = suggestMapping(looked);
  terminal.out.write(`${JSON.stringify(mapping, null, 2)}\n`);
  for (const remark of mapping.remarks ?? []) terminal.err.write(`${remark}\n`);
  return complete ? EXIT.done : EXIT.bad;
}

async function importFile(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const file = pathOf(terminal, given.operands[0] ?? '');
  const folder = pathOf(terminal, given.option('data') ?? '');
  const layout = given.option('layout');
  if (layout !== undefined)
    return importAliFile(file, folder, layoutAt(terminal, layout), terminal);
  if (holdsEidos(file)) return importEidoFile(file, folder, terminal);
  if (holdsXml(file)) return importPidfLoFile(file, folder, terminal);
  const destination = destinationOf(given.option('into'));
  const table = given.option('table');
  const tableFile = table === undefined ? null : pathOf(terminal, table);
  const map = given.option('map');
  const mapFile = map === undefined ? null : pathOf(terminal, map);
  // What cannot be used is found before a data folder is created for it.
  const from = await openedBy(given, file, mapFile);
  if (tableFile !== null) await readCallTypeFile(tableFile, null);
  if (mapFile !== null && journalFileOf(folder) === null) checkAgainst(null, from, mapFile);

  const report = await withDesk(folder, async (desk) => {
    const means = await meansOf(desk, folder, { from, mapFile, tableFile, destination });
    const progress = new Progress(terminal.err, `import ${basename(file)}`);
    try {
      const run = await withLongLog(desk.db, () =>
        importPastCalls(desk, from, means, {
          readerFile: readerFileIn(terminal.outFolder),
          onProgress: ({ bytesRead, size, rows }) => progress.show(bytesRead, size, `${rows} rows`),
        }),
      );
      return run.report;
    } finally {
      progress.clear();
    }
  });
  printAnswer(terminal, report);
  tellWhatToDo(terminal, report);
  return report.rejected.length + report.changed.length > 0 ? EXIT.bad : EXIT.done;
}

/** A layout that ships is a name; any other is a file, from the folder the command was typed in. */
function layoutAt(terminal: Terminal, layout: string): string {
  return SHIPPED_LAYOUTS.includes(layout) ? layout : pathOf(terminal, layout);
}

function openedBy(given: Arguments, file: string, mapFile: string | null): Promise<OpenExport> {
  const preset = presetOf(given.option('preset'));
  if (mapFile === null) return openExport(file, preset);
  if (preset === null) return openMapped(file, readMappingFile(mapFile));
  throw new UnusableArguments(
    'both --map and --preset say what the columns mean',
    'Use --map for a mapping of your own, --preset for one that comes with CareDesk.',
  );
}

interface Wanted {
  readonly from: OpenExport;
  readonly mapFile: string | null;
  readonly tableFile: string | null;
  readonly destination: 'history' | 'queue';
}

async function meansOf(
  desk: Desk,
  folder: string,
  { from, mapFile, tableFile, destination }: Wanted,
): Promise<ImportMeans> {
  if (mapFile !== null) checkAgainst(desk, from, mapFile);
  const salt = readsPrivately(from.mapping) ? PersonSalt.kept(folder) : PersonSalt.of(folder);
  const words = centerWordsOf(desk, salt);
  return { ...(await callTypesForImport(desk, folder, tableFile)), destination, words, salt };
}

/** @throws FaultyMapping when the mapping speaks of what the center does not have. */
function checkAgainst(desk: Desk | null, { mapping }: OpenExport, mapFile: string): void {
  const problems = centerProblems(mapping, vocabularyOf(desk));
  if (problems.length > 0) throw new FaultyMapping(mapFile, problems);
}

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

/** The answer is for programs too; this is for the person who typed the command. */
function tellWhatToDo(terminal: Terminal, report: ImportReport): void {
  const say = (line: string) => terminal.err.write(`${line}\n`);
  const { file, rejected, changed, unmappedTypes, callTypeTable, unmapped, resumedAfter } = report;
  if (resumedAfter !== null)
    say(`An import of this file was cut short: it went on after row ${resumedAfter}.`);
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
  for (const [column, words] of Object.entries(unmapped)) {
    const calls = words.reduce((sum, { count }) => sum + count, 0);
    say(`${column}: the mapping gives no meaning to what ${calls} calls say; see "unmapped".`);
  }
}
