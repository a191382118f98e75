import { openCsvRows } from '#main/desk/import/csv-rows.ts';
import { UnusableFile } from '#main/desk/import/unusable-file.ts';
import { requireJournal, withDesk } from './desk-folder.ts';
import { EXIT, printAnswer, UnusableArguments, type ExitCode, type Terminal } from './outcome.ts';
import { pathOf, readArguments, type Subcommand } from './subcommand.ts';
import { reportOnCallTypes, unmappedLine } from '#main/desk/call-type/call-types-report.ts';
import { shippedCallTypes } from '#main/desk/call-type/shipped-call-types.ts';
import { shippedPolicy } from '#main/desk/shipped-policy.ts';
import type { CallTypeMap } from '#shared/call-type/call-type-map.ts';
import { learnedStrings } from '#shared/call-type/known-strings.ts';
import { nexusByType } from '#shared/call-type/type-nexus.ts';
import { totalsOf, type SeenString } from '#shared/call-type/type-string-lines.ts';

const usage = 'call-types --data DIR, or desk call-types --propose FILE';

/** How much of what came in has a call type, what has none by volume, and what it may mean. */
export const callTypesCommand: Subcommand = {
  usage,
  summary: 'which type strings have no call type yet, by volume, and what they may mean',
  async run(args, terminal) {
    const given = readArguments(usage, args, {
      operands: [],
      options: ['data', 'propose'],
      needed: args.includes('--propose') ? [] : ['data'],
    });
    const list = given.option('propose');
    if (list === undefined)
      return reportFolder(pathOf(terminal, given.option('data') ?? ''), terminal);
    if (given.option('data') !== undefined)
      throw new UnusableArguments(
        '--propose reads a list without a data folder',
        'Leave --data or --propose out.',
      );
    return proposeFor(pathOf(terminal, list), terminal);
  },
};

async function reportFolder(folder: string, terminal: Terminal): Promise<ExitCode> {
  requireJournal(folder);
  const report = await withDesk(folder, (desk) =>
    reportOnCallTypes(desk.db, desk.callTypes(), (desk.policy() ?? shippedPolicy()).policy),
  );
  printAnswer(terminal, report);
  if (report.calls === 0)
    terminal.err.write(
      `No calls with a type string are here yet: desk import FILE --data ${folder}\n`,
    );
  return EXIT.done;
}

async function proposeFor(file: string, terminal: Terminal): Promise<ExitCode> {
  const seen = await stringsIn(file);
  const map: CallTypeMap = {
    version: 0,
    patterns: shippedCallTypes(),
    reviewed: new Map(),
    types: nexusByType(shippedPolicy().policy),
    learned: learnedStrings,
  };
  const { byNexus: _, ...totals } = totalsOf(seen, map);
  const strings = seen.map(({ raw, calls }) => unmappedLine({ raw, calls }, map));
  printAnswer(terminal, { file, ...totals, proposals: strings });
  return EXIT.done;
}

const MOST_STRINGS = 20_000;

/** Columns `raw` and, where there is one, `count`. */
async function stringsIn(file: string): Promise<SeenString[]> {
  const csv = await openCsvRows(file);
  const seen: SeenString[] = [];
  let columns: { raw: number; count: number } | null = null;
  for await (const row of csv.rows()) {
    if (!('fields' in row)) throw new UnusableFile(file, row.line, row.why, SAVE_AGAIN);
    if (columns === null) {
      const names = row.fields.map((field) => field.trim().toLowerCase());
      columns = { raw: names.indexOf('raw'), count: names.indexOf('count') };
      if (columns.raw === -1)
        throw new UnusableFile(file, row.line, 'its header names no column “raw”', SAVE_AGAIN);
      continue;
    }
    const raw = (row.fields[columns.raw] ?? '').trim();
    if (raw === '') continue;
    const calls = columns.count === -1 ? 1 : Number(row.fields[columns.count]);
    if (!Number.isSafeInteger(calls) || calls < 0)
      throw new UnusableFile(file, row.line, 'its count is no whole number', SAVE_AGAIN);
    seen.push({ raw, calls });
    if (seen.length > MOST_STRINGS)
      throw new UnusableFile(
        file,
        row.line,
        `it holds more than ${MOST_STRINGS} strings`,
        'Split it.',
      );
  }
  return seen.toSorted((a, b) => b.calls - a.calls || (a.raw < b.raw ? -1 : 1));
}

const SAVE_AGAIN = 'Save it as CSV UTF-8 with the header raw,count.';
