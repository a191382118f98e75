import { requireJournal, withDesk } from './desk-folder.ts';
import { incidentNumberIn, whoShares } from './named-incident.ts';
import { EXIT, printAnswer, UnusableArguments, type Terminal } from './outcome.ts';
import { pathOf, readArguments, type Subcommand } from './subcommand.ts';
import type { Desk } from '#main/desk/desk.ts';
import { findIncidentByNumber } from '#db/board/incidents-projection.ts';
import { SECTION_FORMS, type LeftOut } from '#shared/disclosure/packet.ts';
import { RECIPIENTS, USUAL_PURPOSE, type Recipient } from '#shared/disclosure/recipient.ts';
import type { IncidentId } from '#shared/lib/brand.ts';
import { isRefusal } from '#shared/lib/refusal.ts';
import type { Operator } from '#shared/roster/operator.ts';

const usage = 'packet INCIDENT-NUMBER --to RECIPIENT --by NAME --data DIR [--format eido|text]';
const FORMATS = ['eido', 'text'] as const;

/** Makes the packet of an incident for one recipient, and puts on the record that it went. */
export const packetCommand: Subcommand = {
  usage,
  summary: 'make the packet of an incident for one recipient; it is on the record as shared',
  run(args, terminal) {
    const given = readArguments(usage, args, {
      operands: ['INCIDENT-NUMBER'],
      options: ['to', 'by', 'data', 'format'],
      needed: ['to', 'by', 'data'],
    });
    const recipient = oneOf(RECIPIENTS, given.option('to') ?? '', 'recipient');
    const way = oneOf(FORMATS, given.option('format') ?? 'eido', 'format');
    const number = incidentNumberIn(given);
    const folder = pathOf(terminal, given.option('data') ?? '');
    requireJournal(folder);
    return withDesk(folder, (desk) => {
      const maker = whoShares(desk, given.option('by') ?? '', 'a packet');
      const incident = findIncidentByNumber(desk.db, number);
      if (incident === null)
        throw new UnusableArguments(
          `there is no incident ${number} in ${folder}`,
          'Name the incident by the number the queue shows.',
        );
      return make(desk, terminal, { incidentId: incident.incidentId, recipient, way, maker });
    });
  },
};

interface Wanted {
  readonly incidentId: IncidentId;
  readonly recipient: Recipient;
  readonly way: (typeof FORMATS)[number];
  readonly maker: Operator;
}

function make(desk: Desk, terminal: Terminal, { incidentId, recipient, way, maker }: Wanted) {
  const request = { incidentId, recipient, receiver: null, purpose: USUAL_PURPOSE[recipient] };
  const session = { operator: maker, focus: null };
  const preview = desk.answer('disclosure.preview', request, session);
  if (!preview.ok) throw new UnusableArguments(preview.because, 'Look at the incident first.');
  const { packet, digest } = preview.value;
  const seen = { asOf: packet.asOf, digest };
  const gone = desk.letGo({ ...request, to: '', way, seen }, maker);
  for (const left of packet.leftOut) terminal.err.write(`${sayLeftOut(left)}\n`);
  if (isRefusal(gone)) {
    printAnswer(terminal, gone);
    terminal.err.write(`${gone.because}\n`);
    return EXIT.bad;
  }
  const { file } = gone.outgoing;
  // The very bytes the record has the digest of; text is wrapped, because stdout carries one JSON document.
  if (way === 'eido') terminal.out.write(file ?? '');
  else printAnswer(terminal, { disclosure: gone.done.made, digest, text: file });
  return EXIT.done;
}

function sayLeftOut({ id, reason }: LeftOut): string {
  return `left out: ${SECTION_FORMS[id].title}. ${reason}`;
}

function oneOf<T extends string>(known: readonly T[], word: string, what: string): T {
  const found = known.find((each) => each === word);
  if (found !== undefined) return found;
  throw new UnusableArguments(`"${word}" is no ${what}`, `Use one of ${known.join(', ')}.`);
}
