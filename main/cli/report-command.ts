import { requireJournal } from './desk-folder.ts';
import { EXIT, printAnswer, UnusableArguments } from './outcome.ts';
import { readingJournal } from './reading-journal.ts';
import { pathOf, readArguments, type Subcommand } from './subcommand.ts';
import { isBoardCurrent } from '#db/board/board-is-current.ts';
import { findCenter } from '#db/board/center-projection.ts';
import type { Database } from '#db/open-database.ts';
import type { FigureSource } from '#main/desk/outcomes/figure-source.ts';
import { outcomeReport, publicOutcomeReport } from '#main/desk/outcomes/report.ts';
import { PolicyClock } from '#main/desk/policy/policy-clock.ts';
import { shippedPolicy } from '#main/desk/shipped-policy.ts';
import { periodFault } from '#shared/outcomes/period.ts';

const usage = 'report --data DIR --from DAY --to DAY [--public]';

/** Every figure of the outcomes over some days, of the console's own calls and of imported history. */
export const reportCommand: Subcommand = {
  usage,
  summary: 'all figures of the outcomes over some days, with --public for everybody to read',
  run(args, terminal) {
    const given = readArguments(usage, args, {
      operands: [],
      options: ['data', 'from', 'to'],
      flags: ['public'],
      needed: ['data', 'from', 'to'],
    });
    const period = { from: given.option('from') ?? '', to: given.option('to') ?? '' };
    const fault = periodFault(period);
    if (fault !== null)
      throw new UnusableArguments(
        `from ${period.from} to ${period.to} are no days to count`,
        `${fault} Usage: desk ${usage}`,
      );
    const folder = pathOf(terminal, given.option('data') ?? '');
    const report = given.flag('public') ? publicOutcomeReport : outcomeReport;
    const answer = readingJournal(requireJournal(folder), (db) =>
      report(sourceIn(db, folder), period),
    );
    printAnswer(terminal, answer);
    return EXIT.done;
  },
};

function sourceIn(db: Database, folder: string): FigureSource {
  if (!isBoardCurrent(db))
    throw new UnusableArguments(
      `the boards in ${folder} are not those of this version of CareDesk`,
      `Open the folder once, with CareDesk or with: desk route --data ${folder}`,
    );
  const now = new Date();
  const { policy } = new PolicyClock(db).at(now) ?? shippedPolicy();
  return { db, policy, timeZone: findCenter(db)?.timeZone ?? 'UTC', now };
}
