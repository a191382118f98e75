import { requireJournal, withDesk } from './desk-folder.ts';
import { EXIT, printAnswer } from './outcome.ts';
import { pathOf, readArguments, type Subcommand } from './subcommand.ts';
import { readText, type LargestFile } from './text-file.ts';
import { readArrivals } from '#main/desk/referral/confirmations.ts';
import { LARGEST_ARRIVALS_FILE } from '#shared/referral/arrivals-file.ts';
import { DESK_OPERATOR } from '#shared/roster/operator.ts';

const usage = 'confirm-arrivals FILE --data DIR';

const LARGEST: LargestFile = {
  bytes: LARGEST_ARRIVALS_FILE,
  why: 'it is larger than 1 MiB, and no confirmation file is',
  remedy: 'Ask the place for a smaller one.',
  what: 'the confirmation file',
};

/** Records what a receiving place has confirmed in a file it signed. */
export const confirmArrivalsCommand: Subcommand = {
  usage,
  summary: 'record who came, from the signed file of a receiving place',
  run(args, terminal) {
    const given = readArguments(usage, args, {
      operands: ['FILE'],
      options: ['data'],
      needed: ['data'],
    });
    const file = pathOf(terminal, given.operands[0] ?? '');
    const folder = pathOf(terminal, given.option('data') ?? '');
    const text = readText(file, LARGEST);
    requireJournal(folder);
    return withDesk(folder, (desk) => {
      const { examination, events } = readArrivals(desk, text);
      desk.record(events, DESK_OPERATOR);
      const { fault, lines, ...about } = examination;
      const count = (outcome: string) => lines.filter((each) => each.outcome === outcome).length;
      printAnswer(terminal, {
        ...about,
        fault,
        recorded: count('new'),
        known: count('known'),
        refused: lines.flatMap(({ line, code, outcome, because }) =>
          outcome === 'refused' ? [{ line, code, because }] : [],
        ),
      });
      if (fault !== null) terminal.err.write(`${file}: ${fault} Nothing was recorded.\n`);
      for (const { line, outcome, because } of lines)
        if (outcome === 'refused') terminal.err.write(`${file}, arrival ${line}: ${because}\n`);
      return fault === null && count('refused') === 0 ? EXIT.done : EXIT.bad;
    });
  },
};
