import { requireJournal } from './desk-folder.ts';
import { EXIT, printAnswer, UnusableArguments } from './outcome.ts';
import { atOneMoment } from './reading-journal.ts';
import { pathOf, readArguments, type Subcommand } from './subcommand.ts';
import { auditBoard, type ProjectionVerdict } from '#db/board/audit-board.ts';
import { verifyDocuments, type WrongDocument } from '#db/delivery/verify-documents.ts';
import { verifyDirectories, type WrongDirectory } from '#db/directory/directory-documents.ts';
import { verifyChain, type ChainVerdict } from '#db/journal/verify-chain.ts';
import type { WrongWords } from '#db/journal/verify-kept.ts';
import type { Database } from '#db/open-database.ts';
import { PARTITION_LABELS } from '#shared/partition/partition.ts';

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
    for (const complaint of complaintsOf(answer)) terminal.err.write(`${file}: ${complaint}\n`);
    const whole = answer.chain === 'intact' && answer.kept === 'intact';
    const beside = answer.directories === 'intact' && answer.documents === 'intact';
    return whole && beside && answer.equal ? EXIT.done : EXIT.bad;
  },
};

interface AuditAnswer {
  /** Null when the file is too damaged to count them. */
  readonly events: number | null;
  readonly chain: 'intact' | { readonly brokenAt: number | null; readonly why: string };
  /** Null when the file is too damaged to compare them. */
  readonly kept: ChainVerdict['kept'] | null;
  /** Null when the file is too damaged to read them. */
  readonly directories: 'intact' | readonly WrongDirectory[] | null;
  /** The same for documents of other systems and street tables. */
  readonly documents: 'intact' | readonly WrongDocument[] | null;
  readonly projections: readonly ProjectionVerdict[];
  readonly equal: boolean;
  /** Why the boards could not be rebuilt; absent when they could. */
  readonly rebuild?: string;
}

function auditOf(db: Database): AuditAnswer {
  const intactOr = <Wrong>(wrong: readonly Wrong[]): 'intact' | readonly Wrong[] =>
    wrong.length === 0 ? 'intact' : wrong;
  const verdict = {
    ...verifyChain(db),
    directories: intactOr(verifyDirectories(db)),
    documents: intactOr(verifyDocuments(db)),
  };
  try {
    return { ...verdict, ...auditBoard(db) };
  } catch (error) {
    const rebuild = `the boards cannot be rebuilt: ${(error as Error).message}`;
    return { ...verdict, projections: [], equal: false, rebuild };
  }
}

const ARE: Readonly<Record<WrongWords['are'], string>> = {
  changed: 'are not what it committed to: they were changed',
  missing: 'are missing',
  'without-entry': 'are kept, but no entry speaks of them',
};

/** More would push the first ones off a screen; the document has them all. */
const SAID = 5;

function complaintsOf(answer: AuditAnswer): string[] {
  const { chain, kept, directories, documents, projections, rebuild } = answer;
  const complaints = projections
    .filter(({ equal }) => !equal)
    .map(({ name }) => `${name} does not follow from the journal.`);
  if (rebuild !== undefined) complaints.unshift(`${rebuild}.`);
  if (kept !== null && kept !== 'intact') {
    const said = kept.slice(0, SAID).map(({ entry, partition, are }) => {
      return `the ${PARTITION_LABELS[partition]} words of entry ${entry} ${ARE[are]}.`;
    });
    const more = kept.length - said.length;
    complaints.unshift(...said, ...(more > 0 ? [`${more} more words are wrong.`] : []));
  }
  if (directories !== null && directories !== 'intact')
    for (const { hash, is } of directories)
      complaints.unshift(`the directory ${hash.slice(0, 12)}… is ${is}: import it again.`);
  if (documents !== null && documents !== 'intact')
    for (const { hash, is } of documents.slice(0, SAID))
      complaints.unshift(`the document ${hash.slice(0, 12)}… another system handed over is ${is}.`);
  if (chain !== 'intact') complaints.unshift(`the chain is broken. ${chain.why}`);
  if (complaints.length > 0) complaints.push('Keep the file as it is, and restore a backup.');
  return complaints;
}

function auditAnswer(file: string): AuditAnswer {
  try {
    return atOneMoment(file, auditOf);
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
