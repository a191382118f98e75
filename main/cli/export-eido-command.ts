import { requireJournal, withDesk } from './desk-folder.ts';
import { incidentNumberIn, whoShares } from './named-incident.ts';
import { EXIT, UnusableArguments } from './outcome.ts';
import { pathOf, readArguments, type Subcommand } from './subcommand.ts';
import { findIncidentByNumber } from '#db/board/incidents-projection.ts';
import { isRefusal } from '#shared/lib/refusal.ts';

const usage = 'export-eido INCIDENT-NUMBER --data DIR [--by NAME]';

/** Prints the dispatch record of an incident as a document of NENA-STA-021. */
export const exportEidoCommand: Subcommand = {
  usage,
  summary: 'print an incident as an EIDO, laid over the one it came with; it is on the record',
  run(args, terminal) {
    const given = readArguments(usage, args, {
      operands: ['INCIDENT-NUMBER'],
      options: ['data', 'by'],
      needed: ['data'],
    });
    const number = incidentNumberIn(given);
    const folder = pathOf(terminal, given.option('data') ?? '');
    requireJournal(folder);
    return withDesk(folder, (desk) => {
      const name = given.option('by');
      // Nobody is named: then the desk makes it by itself.
      const by = name === undefined ? null : whoShares(desk, name, 'an incident');
      const incident = findIncidentByNumber(desk.db, number);
      const made = incident === null ? null : desk.exportEido(incident.incidentId, by);
      if (made === null || isRefusal(made))
        throw new UnusableArguments(
          `there is no incident ${number} in ${folder}`,
          'Name the incident by the number the queue shows. A call that still waits has none yet.',
        );
      terminal.out.write(made.text);
      if (made.answers !== null)
        terminal.err.write(
          `It answers the document of ${made.answers} and holds what they sent: give it to nobody else. For others: desk packet ${number} --to RECIPIENT.\n`,
        );
      return EXIT.done;
    });
  },
};
