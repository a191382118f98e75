import { requireJournal, withDesk } from './desk-folder.ts';
import { EXIT, printAnswer, UnusableArguments } from './outcome.ts';
import { pathOf, readArguments, type Subcommand } from './subcommand.ts';

const usage = 'place ADDRESS --data DIR';

/** Says where an address is, or why nobody can be sure. Writes nothing. */
export const placeCommand: Subcommand = {
  usage,
  summary: 'look an address up: its area and point, or the candidates and why',
  run(args, terminal) {
    const given = readArguments(usage, args, {
      operands: ['ADDRESS'],
      options: ['data'],
      needed: ['data'],
    });
    const address = given.operands[0] ?? '';
    const folder = pathOf(terminal, given.option('data') ?? '');
    requireJournal(folder);
    return withDesk(folder, ({ places, policy }) => {
      const inForce = policy();
      if (inForce === null)
        throw new UnusableArguments(
          `${folder} holds no center yet`,
          'Set the center up in the window first: its policy names the areas.',
        );
      const found = places.find(address, inForce.policy);
      printAnswer(terminal, {
        address,
        sure: found.sure,
        areaId: found.sure ? found.areaId : null,
        area: found.sure ? found.areaName : null,
        position: found.sure ? found.position : null,
        withinMeters: found.sure ? found.within : null,
        by: found.sure ? found.by : null,
        how: found.sure ? found.how : null,
        candidates: found.sure ? [] : found.candidates,
        proposals: found.sure ? [] : found.proposals,
        why: found.sure ? null : found.why,
      });
      terminal.err.write(`${found.sure ? found.how : found.why}\n`);
      return found.sure ? EXIT.done : EXIT.bad;
    });
  },
};
