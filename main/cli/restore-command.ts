import { basename, dirname, join } from 'node:path';
import { EXIT, printAnswer } from './outcome.ts';
import { tellTrouble } from './copy-trouble-lines.ts';
import { keyOfFolder, unlockCopy } from './unlocking.ts';
import { pathOf, readArguments, type Subcommand } from './subcommand.ts';
import { rehearse, restoreCopy, type Rehearsed } from '#main/desk/copies/restore-copy.ts';
import { besideFileOf, copyOfFile } from '#shared/copies/copy-name.ts';
import { RING_FILE } from '#db/store-key/ring-file.ts';
import { DESK_OPERATOR } from '#shared/roster/operator.ts';

const usage = 'restore COPY --data DIR [--dry-run] [--anyway]';

/** Puts a copy in force, or only rehearses it. */
export const restoreCommand: Subcommand = {
  usage,
  mends: true,
  summary: 'put a verified copy in force again, or with --dry-run only rehearse it',
  async run(args, terminal) {
    const given = readArguments(usage, args, {
      operands: ['COPY'],
      options: ['data'],
      flags: ['dry-run', 'anyway'],
      needed: ['data'],
    });
    const copy = pathOf(terminal, given.operands[0] ?? '');
    const into = pathOf(terminal, given.option('data') ?? '');
    const copyKey = await unlockCopy(copy, ringFileOf(copy));
    const order = {
      copy,
      copyKey,
      into,
      key: keyOfFolder(into),
      now: new Date(),
      position: 'command line',
    };
    const started = performance.now();
    return tellTrouble(terminal, { copy, data: into, restored: false }, () => {
      const restored = !given.flag('dry-run');
      const held = restored
        ? restoreCopy({
            ...order,
            by: DESK_OPERATOR,
            approvedBy: null,
            anyway: given.flag('anyway'),
          })
        : { ...rehearse(order), former: null };
      const ms = Math.round(performance.now() - started);
      printAnswer(terminal, { copy, data: into, restored, verified: true, ...held, ms });
      for (const line of notesOn(held, restored)) terminal.err.write(`desk: ${line}\n`);
      return EXIT.done;
    });
  },
};

/** Beside a copy its files have its name before their own. */
function ringFileOf(copy: string): string {
  const name = copyOfFile(basename(copy));
  return name === null
    ? `${copy}.${RING_FILE}`
    : join(dirname(copy), besideFileOf(name, RING_FILE));
}

function notesOn({ present, asMade, reaches }: Rehearsed, restored: boolean): string[] {
  const notes = [];
  if (!asMade)
    notes.push(
      'There is no manifest beside the copy: that it is whole, only the store itself says.',
    );
  if (present === 'unreadable') notes.push('The store that was there cannot be read.');
  else if (present !== null && !present.sameStore) notes.push('It is the copy of another store.');
  else if (present !== null && present.newer > 0)
    notes.push(
      `${present.newer === 1 ? '1 entry' : `${present.newer} entries`} of the store, since ${present.newerSince}, ${present.newer === 1 ? 'is' : 'are'} not in the copy${restored ? '' : ': restoring it would put what is newer out of force'}.`,
    );
  if (restored && reaches !== null)
    notes.push(`The record reaches until ${reaches}. Enter what came after it from paper.`);
  return notes;
}
