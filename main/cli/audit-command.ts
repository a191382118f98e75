import { dirname } from 'node:path';
import { requireJournal } from './desk-folder.ts';
import { EXIT, printAnswer, UnusableArguments } from './outcome.ts';
import { whileOpen } from './reading-journal.ts';
import { exportAudit } from './export-audit.ts';
import { pathOf, readArguments, type Arguments, type Subcommand } from './subcommand.ts';
import { verifyExport } from './verify-export.ts';
import { auditStore, complaintsOf, type StoreAudit } from '#db/audit-store.ts';
import type { ChainAnchor } from '#db/journal/verify-chain.ts';
import {
  heldAgainstCopies,
  sayUnlike,
  type HeldAgainstCopies,
} from '#main/desk/copies/held-against-copies.ts';

const usage =
  'audit --data DIR [--expect-head HASH] | audit --export FILE --data DIR [--from DAY] [--to DAY] | audit FILE [--fingerprint KEY]';

/** Checks that the journal is as it was written and that every derived table follows from it. */
export const auditCommand: Subcommand = {
  usage,
  summary: 'verify the journal and its boards, export it signed, or verify an export',
  run(args, terminal) {
    const given = asGiven(args);
    if (given.option('export') !== undefined) return exportAudit(terminal, given);
    if (given.option('data') === undefined) return verifyExport(terminal, given);
    const file = requireJournal(pathOf(terminal, given.option('data') ?? ''));
    const answer = auditAnswer(file, { expectHead: headIn(given) });
    printAnswer(terminal, answer);
    const { copies } = answer;
    const complaints = [...complaintsOf(answer), ...(copies === null ? [] : sayUnlike(copies))];
    if (complaints.length > 0) complaints.push('Keep the file as it is, and restore a copy.');
    for (const complaint of complaints) terminal.err.write(`${file}: ${complaint}\n`);
    for (const folder of copies?.away ?? [])
      terminal.err.write(`desk: copies in ${folder} were not compared: it cannot be read now.\n`);
    const whole = answer.chain === 'intact' && answer.kept === 'intact';
    const { directories, documents, guards, keys } = answer;
    const beside = [directories, documents, guards, keys].every((each) => each === 'intact');
    const asCopied = copies === null || copies.unlike.length === 0;
    return whole && beside && asCopied && answer.equal ? EXIT.done : EXIT.bad;
  },
};

function asGiven(args: readonly string[]): Arguments {
  const has = (name: string) => args.some((word) => word === name || word.startsWith(`${name}=`));
  if (has('--export'))
    return readArguments(usage, args, {
      operands: [],
      options: ['export', 'data', 'from', 'to'],
      needed: ['data'],
    });
  return has('--data') || args.length === 0
    ? readArguments(usage, args, {
        operands: [],
        options: ['data', 'expect-head'],
        needed: ['data'],
      })
    : readArguments(usage, args, { operands: ['FILE'], options: ['fingerprint'], needed: [] });
}

function headIn(given: Arguments): string | null {
  const head = given.option('expect-head')?.toLowerCase() ?? null;
  if (head === null || /^[0-9a-f]{64}$/u.test(head)) return head;
  throw new UnusableArguments(
    `--expect-head "${head}" is no seal of an entry`,
    'It has 64 digits, as “head” in what an export or a copy says.',
  );
}

/** Null when the file is too damaged to compare it with its copies. */
type Answer = StoreAudit & { readonly copies: HeldAgainstCopies | null };

function auditAnswer(file: string, anchor: ChainAnchor): Answer {
  try {
    return whileOpen(file, (db) => {
      const audit = db.transaction(() => auditStore(db, anchor))();
      return { ...audit, copies: heldAgainstCopies(db, dirname(file)) };
    });
  } catch (error) {
    if (error instanceof UnusableArguments) throw error;
    const { code, message } = error as { code?: string; message: string };
    // A journal whose pages are damaged is an answer, and a bad one; another file is no journal.
    if (code?.startsWith('SQLITE_CORRUPT') === true) {
      const why = `The file is damaged: ${message}.`;
      const chain = { brokenAt: null, why };
      return {
        events: null,
        chain,
        head: null,
        kept: null,
        directories: null,
        documents: null,
        guards: null,
        keys: null,
        projections: [],
        equal: false,
        copies: null,
      };
    }
    throw new UnusableArguments(
      `${file} cannot be read: ${message}`,
      'Check that it is a CareDesk journal and that you may read it.',
    );
  }
}
