import { requireJournal, withDesk } from './desk-folder.ts';
import { EXIT, UnusableArguments } from './outcome.ts';
import { pathOf, readArguments, type Subcommand } from './subcommand.ts';
import type { Desk } from '#main/desk/desk.ts';
import { findIncidentByNumber } from '#db/board/incidents-projection.ts';
import { isRefusal } from '#shared/lib/refusal.ts';
import type { Operator } from '#shared/roster/operator.ts';
import { may } from '#shared/roster/permission.ts';

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
    const number = Number(given.operands[0]);
    if (!Number.isInteger(number) || number < 1)
      throw new UnusableArguments(
        `"${given.operands[0] ?? ''}" is no number of an incident`,
        'Name the incident by the number the queue shows, such as 12.',
      );
    const folder = pathOf(terminal, given.option('data') ?? '');
    requireJournal(folder);
    return withDesk(folder, (desk) => {
      const by = exporterOf(desk, given.option('by'));
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

/** Null when nobody is named: then the desk makes it by itself. */
function exporterOf(desk: Desk, name: string | undefined): Operator | null {
  if (name === undefined) return null;
  const hello = desk.answer('desk.hello', {}, { operator: null, focus: null });
  const named = hello.ok ? hello.value.operators.find((each) => each.name === name) : undefined;
  if (named !== undefined && may(named.role, 'share-packet')) return named;
  throw new UnusableArguments(
    named === undefined
      ? `nobody here is called "${name}"`
      : `a ${named.role} may not share an incident`,
    'Name a clinician, dispatcher or supervisor with --by, as the sign-on shows the name.',
  );
}
