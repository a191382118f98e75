import { basename } from 'node:path';
import { requireJournal, withDesk } from './desk-folder.ts';
import { EXIT, printAnswer, UnusableArguments } from './outcome.ts';
import { pathOf, readArguments, type Subcommand } from './subcommand.ts';
import { readText, type LargestFile } from './text-file.ts';
import { LARGEST_PLACE_FILE } from '#shared/contract/place-topics.ts';
import { isRefusal } from '#shared/lib/refusal.ts';
import { DESK_OPERATOR } from '#shared/roster/operator.ts';

const LARGEST: LargestFile = {
  bytes: LARGEST_PLACE_FILE,
  why: 'it is larger than 8 MiB, and the street table of a city never is',
  remedy: 'Export the streets only.',
  what: 'the CSV file',
};
/** More would push the first ones off a screen; the document has them all. */
const SAID = 5;

const usage = 'street-table FILE --data DIR';

/** Puts a street table in force; a supervisor can step back to the one before it in the window. */
export const streetTableCommand: Subcommand = {
  usage,
  summary: 'import the street table that addresses are looked up in (CSV)',
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
    return withDesk(folder, ({ places, policy }) => {
      if (policy() === null)
        throw new UnusableArguments(
          `${folder} holds no center yet`,
          'Set the center up in the window first.',
        );
      const { examined, outcome } = places.importStreets(text, basename(file), DESK_OPERATOR);
      const refusal = isRefusal(outcome) ? outcome.because : null;
      const adopted = outcome !== null && refusal === null;
      const { hash, whole, rows, rejected } = examined;
      printAnswer(terminal, {
        adopted,
        hash: adopted ? hash : null,
        refusal: whole ?? refusal,
        streets: rows.length,
        rejected,
      });
      const say = (line: string) => terminal.err.write(`${line}\n`);
      for (const { row, why } of rejected.slice(0, SAID)) say(`${file}, row ${row}: ${why}`);
      if (rejected.length > SAID) say('All of them stand under "rejected".');
      if (whole !== null) say(`${file}: ${whole} Nothing was imported.`);
      if (refusal !== null) say(refusal);
      if (adopted) say('In force. The one before it can be brought back in the window: g z.');
      return adopted && rejected.length === 0 ? EXIT.done : EXIT.bad;
    });
  },
};
