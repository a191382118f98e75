import { EXIT, printAnswer } from './outcome.ts';
import { requireJournal, withDesk } from './desk-folder.ts';
import { readingJournal } from './reading-journal.ts';
import { keyOfFolder } from './unlocking.ts';
import { tellTrouble } from './copy-trouble-lines.ts';
import { pathOf, readArguments, type Subcommand } from './subcommand.ts';
import { isBoardCurrent } from '#db/board/board-is-current.ts';
import { madeEvent, makeCopy, type MadeCopy } from '#main/desk/copies/make-copy.ts';
import { thinCopies } from '#main/desk/copies/thin-copies.ts';
import type { CopyThinning } from '#main/desk/copies/copy-thinning.ts';
import { holdStore } from '#db/copies/hold-store.ts';
import type { OwingFolder } from '#shared/board/copies-view.ts';
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
      const owing = await recorded(from, made);
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
        recorded: owing !== null,
        owing,
        sameDisk: made.sameDisk,
        ms: Math.round(performance.now() - started),
      });
      for (const line of notesOn(made, from, to, owing ?? []))
        terminal.err.write(`desk: ${line}\n`);
      return EXIT.done;
    });
  },
};

/** A folder whose copies may still open what was shredded. */
type Owing = Omit<OwingFolder, 'working'>;

function notesOn({ sameDisk }: MadeCopy, from: string, to: string, owing: readonly Owing[]) {
  const notes = owing.map(({ folder, records, left, because }) => {
    const which = left.length === 0 ? 'Copies' : `${left.map(({ copy }) => copy).join(', ')}`;
    const why = because ?? left[0]?.because ?? 'CareDesk, which is open, takes them out.';
    const what = records === 0 ? 'words' : `the words of ${records} records`;
    return `${which} in ${folder} may still open ${what} that were shredded since: ${why}`;
  });
  if (sameDisk)
    notes.push(
      `${to} is on the same disk as ${from}: when that disk breaks, both are gone. Name a folder on another one.`,
    );
  return notes;
}

/**
 * Puts it on the record of the store, and takes what was shredded since out of the older copies unless a console is
 * open, which does so itself. Null for a store of an earlier version: it is only read, not brought up to date for that.
 */
async function recorded(from: string, made: MadeCopy): Promise<Owing[] | null> {
  try {
    if (!readingJournal(requireJournal(from), isBoardCurrent)) return null;
    return await withDesk(from, (desk) => {
      desk.record([madeEvent(made)], DESK_OPERATOR);
      const { thinning } = desk.copies;
      const release = thinning.owing().length === 0 ? null : holdStore(from);
      if (release !== null)
        try {
          thinEach(thinning, from);
        } finally {
          release();
        }
      return thinning.standing().map(({ working: _working, ...owing }) => owing);
    });
  } catch {
    // The copy is there and whole: that nobody wrote so down does not make it worse.
    return null;
  }
}

function thinEach(thinning: CopyThinning, from: string): void {
  for (const { folder } of thinning.owing())
    try {
      thinning.learn(folder, thinCopies({ from, key: keyOfFolder(from), folder }));
    } catch (error) {
      thinning.missed(folder, error);
    }
}
