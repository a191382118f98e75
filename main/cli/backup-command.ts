import { EXIT, printAnswer } from './outcome.ts';
import { requireJournal, withDesk } from './desk-folder.ts';
import { readingJournal } from './reading-journal.ts';
import { keyOfFolder } from './unlocking.ts';
import { tellTrouble } from './copy-trouble-lines.ts';
import { pathOf, readArguments, type Subcommand } from './subcommand.ts';
import { isBoardCurrent } from '#db/board/board-is-current.ts';
import { madeEvent, makeCopy, type MadeCopy } from '#main/desk/copies/make-copy.ts';
import { DESK_OPERATOR } from '#shared/roster/operator.ts';

const usage = 'backup --data DIR --to DIR';

/** Makes a verified copy of a store, also while the console runs. */
export const backupCommand: Subcommand = {
  usage,
  summary: 'make a verified copy of the store, also while the console runs',
  run(args, terminal) {
    const given = readArguments(usage, args, {
      operands: [],
      options: ['data', 'to'],
      needed: ['data', 'to'],
    });
    const from = pathOf(terminal, given.option('data') ?? '');
    const to = pathOf(terminal, given.option('to') ?? '');
    requireJournal(from);
    const started = performance.now();
    return tellTrouble(terminal, { file: null }, async () => {
      const made = makeCopy({
        from,
        key: keyOfFolder(from),
        to,
        why: 'command-line',
        madeAt: new Date(),
      });
      const { bytes, entries, head, sha256, reaches, encrypted, schema, center } = made.manifest;
      const recorded = await isRecorded(from, made);
      printAnswer(terminal, {
        file: made.file,
        bytes,
        entries,
        head,
        sha256,
        reaches,
        center,
        schema,
        encrypted,
        verified: true,
        recorded,
        sameDisk: made.sameDisk,
        ms: Math.round(performance.now() - started),
      });
      if (made.sameDisk)
        terminal.err.write(
          `desk: ${to} is on the same disk as ${from}: when that disk breaks, both are gone. Name a folder on another one.\n`,
        );
      return EXIT.done;
    });
  },
};

/** Puts it on the record of the store. A store of an earlier version is only read: it is not brought up to date for that. */
async function isRecorded(from: string, made: MadeCopy): Promise<boolean> {
  try {
    if (!readingJournal(requireJournal(from), isBoardCurrent)) return false;
    await withDesk(from, (desk) => desk.record([madeEvent(made)], DESK_OPERATOR));
    return true;
  } catch {
    // The copy is there and whole: that nobody wrote so down does not make it worse.
    return false;
  }
}
