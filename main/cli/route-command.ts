import { requireJournal, withDesk } from './desk-folder.ts';
import { EXIT, printAnswer } from './outcome.ts';
import { pathOf, readArguments, type Subcommand } from './subcommand.ts';
import { countPastCallsByType } from '#db/board/call-types-projection.ts';
import { routePastCalls } from '#main/desk/route/route-past-calls.ts';
import { shippedPolicy } from '#main/desk/shipped-policy.ts';

const usage = 'route --data DIR';

/** How the imported calls would be routed under the policy in force, and what is missing to tell. */
export const routeCommand: Subcommand = {
  usage,
  summary: 'how the imported calls would be routed, and what is missing to tell',
  async run(args, terminal) {
    const given = readArguments(usage, args, { operands: [], options: ['data'], needed: ['data'] });
    const folder = pathOf(terminal, given.option('data') ?? '');
    requireJournal(folder);
    const report = await withDesk(folder, (desk) =>
      routePastCalls(countPastCallsByType(desk.db), desk.policy() ?? shippedPolicy()),
    );
    printAnswer(terminal, report);
    if (report.calls === 0)
      terminal.err.write(`No calls are imported yet: desk import FILE --data ${folder}\n`);
    return EXIT.done;
  },
};
