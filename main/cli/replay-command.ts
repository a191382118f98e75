import { requireJournal } from './desk-folder.ts';
import { EXIT, printAnswer, UnusableArguments, type ExitCode, type Terminal } from './outcome.ts';
import { tellProblems } from './policy-problem-lines.ts';
import { readingJournal } from './reading-journal.ts';
import { pathOf, readArguments, type Subcommand } from './subcommand.ts';
import { isBoardCurrent } from '#db/board/board-is-current.ts';
import { findCenter } from '#db/board/center-projection.ts';
import type { Database } from '#db/open-database.ts';
import { PolicyClock } from '#main/desk/policy/policy-clock.ts';
import { readPolicyFile } from '#main/desk/policy/policy-file.ts';
import { replayDecisions, type ReplayReport } from '#main/desk/policy/replay.ts';
import { compareOnPastCalls } from '#main/desk/policy/what-if.ts';
import { policyHash, shippedPolicy } from '#main/desk/shipped-policy.ts';
import type { Policy } from '#shared/policy/policy.ts';

const usage = 'replay --data DIR [--policy FILE]';

/** Derives past decisions again: as they were made, or as another policy would have it. */
export const replayCommand: Subcommand = {
  usage,
  summary: 'derive every past decision again, or see what another policy would have said',
  run(args, terminal) {
    const given = readArguments(usage, args, {
      operands: [],
      options: ['data', 'policy'],
      needed: ['data'],
    });
    const folder = pathOf(terminal, given.option('data') ?? '');
    const policy = given.option('policy');
    return policy === undefined
      ? replay(terminal, folder)
      : compare(terminal, folder, pathOf(terminal, policy));
  },
};

function replay(terminal: Terminal, folder: string): ExitCode {
  const report = readingJournal(requireJournal(folder), replayDecisions);
  printAnswer(terminal, report);
  for (const line of complaintsOf(report)) terminal.err.write(`${folder}: ${line}\n`);
  return isGood(report) ? EXIT.done : EXIT.bad;
}

function isGood({ differing, policies }: ReplayReport): boolean {
  return differing === 0 && policies.every(({ intact }) => intact);
}

function complaintsOf(report: ReplayReport): string[] {
  if (isGood(report)) return [];
  const { decisions, differing, policies } = report;
  const changed = policies.filter(({ intact }) => !intact).map(({ version }) => version);
  return [
    ...(differing === 0 ? [] : [`${differing} of ${decisions} decisions cannot be derived again.`]),
    ...changed.map((version) => `policy ${version} is not the document that was adopted.`),
    'Keep the file as it is; desk audit says whether the journal was changed.',
  ];
}

function compare(terminal: Terminal, folder: string, file: string): ExitCode {
  const journal = requireJournal(folder);
  const read = readPolicyFile(file);
  if ('problems' in read) {
    tellProblems(terminal, file, read.problems);
    return EXIT.unusable;
  }
  const report = readingJournal(journal, (db) => comparedWith(db, folder, read.policy));
  printAnswer(terminal, report);
  return EXIT.done;
}

function comparedWith(db: Database, folder: string, policy: Policy) {
  if (!isBoardCurrent(db))
    throw new UnusableArguments(
      `the boards in ${folder} are not those of this version of CareDesk`,
      `Open the folder once, with CareDesk or with: desk route --data ${folder}`,
    );
  const inForce = new PolicyClock(db).at(new Date()) ?? shippedPolicy();
  const timeZone = findCenter(db)?.timeZone ?? 'UTC';
  const report = compareOnPastCalls({ db, inForce: inForce.policy, timeZone }, policy);
  return {
    ...report,
    policies: {
      inForce: { version: inForce.policy.version, hash: inForce.hash },
      compared: { version: policy.version, hash: policyHash(policy) },
    },
  };
}
