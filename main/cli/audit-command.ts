import { requireJournal } from './desk-folder.ts';
import { EXIT, printAnswer, UnusableArguments } from './outcome.ts';
import { atOneMoment } from './reading-journal.ts';
import { pathOf, readArguments, type Subcommand } from './subcommand.ts';
import { auditStore, complaintsOf, type StoreAudit } from '#db/audit-store.ts';

const usage = 'audit --data DIR';

/** Checks that the journal is as it was written and that every derived table follows from it. */
export const auditCommand: Subcommand = {
  usage,
  summary: 'verify that the journal is unbroken and the boards follow from it',
  run(args, terminal) {
    const given = readArguments(usage, args, { operands: [], options: ['data'], needed: ['data'] });
    const file = requireJournal(pathOf(terminal, given.option('data') ?? ''));
    const answer = auditAnswer(file);
    printAnswer(terminal, answer);
    const complaints = complaintsOf(answer);
    if (complaints.length > 0) complaints.push('Keep the file as it is, and restore a copy.');
    for (const complaint of complaints) terminal.err.write(`${file}: ${complaint}\n`);
    const whole = answer.chain === 'intact' && answer.kept === 'intact';
    const beside = answer.directories === 'intact' && answer.documents === 'intact';
    return whole && beside && answer.equal ? EXIT.done : EXIT.bad;
  },
};

function auditAnswer(file: string): StoreAudit {
  try {
    return atOneMoment(file, auditStore);
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    // A journal whose pages are damaged is an answer, and a bad one; another file is no journal.
    if (code?.startsWith('SQLITE_CORRUPT') === true) {
      const why = `The file is damaged: ${message}.`;
      const chain = { brokenAt: null, why };
      return {
        events: null,
        chain,
        kept: null,
        directories: null,
        documents: null,
        projections: [],
        equal: false,
      };
    }
    throw new UnusableArguments(
      `${file} cannot be read: ${message}`,
      'Check that it is a CareDesk journal and that you may read it.',
    );
  }
}
