import type { PaperKit } from '#shared/paper/paper-kit.ts';
import { BoardPages } from './board-pages.tsx';
import { IncidentPages } from './incident-pages.tsx';
import { HandOverSheet, UnitLog } from './blank-logs.tsx';
import { IntakeCard } from './intake-card.tsx';
import { RuleSheet } from './rule-sheet.tsx';
import { Clock, dateTimeIn } from './paper-time.ts';

/** Enough until somebody has found a copier. */
const CARDS = 4;

/** The whole kit, in the order it is needed: what goes on now, then what is written on. */
export function KitPages({ kit }: { readonly kit: PaperKit }) {
  return (
    <Clock value={{ timeZone: kit.timeZone, printedAt: kit.printedAt }}>
      <Cover kit={kit} />
      <BoardPages units={kit.units} calls={kit.calls} contacts={kit.contacts} />
      <IncidentPages incidents={kit.incidents} />
      <RuleSheet intake={kit.intake} policyVersion={kit.policyVersion} />
      {Array.from({ length: CARDS }, (_, at) => (
        <IntakeCard key={at} intake={kit.intake} />
      ))}
      <UnitLog />
      <HandOverSheet policyVersion={kit.policyVersion} />
    </Clock>
  );
}

function Cover({ kit }: { readonly kit: PaperKit }) {
  const { center, printedAt, timeZone, printedBy, position, policyVersion, training } = kit;
  const counts: readonly (readonly [string, string | number])[] = [
    ['As of', dateTimeIn(printedAt, timeZone)],
    ['Printed by', `${printedBy}, at ${position}`],
    ['Routing policy', policyVersion],
    ['Open incidents', kit.incidents.length],
    ['Calls waiting', kit.calls.length],
    ['Units', kit.units.length],
  ];
  return (
    <section className="sheet cover">
      <h1>{center}</h1>
      <p className="cover-what">Paper kit for working without CareDesk</p>
      {training && <p className="cover-training">TRAINING: invented callers</p>}
      {kit.unread.length > 0 && (
        <p className="cover-unread">
          <strong>NOT ALL OF IT IS HERE.</strong> The store is damaged, and this could not be read:{' '}
          {kit.unread.join(', ')}. Ask the floor, and look at the kit before this one.
        </p>
      )}
      <dl>
        {counts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <ol>
        <li>Write down when CareDesk went away, and tell everybody on the floor.</li>
        <li>
          Go through the open incidents: take over each one by hand, start with L4. What is marked
          NOT ASKED is not a no.
        </li>
        <li>
          One intake card for each new call. Number the cards, and write the time of each step when
          it happens.
        </li>
        <li>Police and EMS never wait for a card, a question or a second person.</li>
        <li>
          When CareDesk is back: declare the outage, then enter each card with its number (command
          line: back-entry). Keep the cards until a supervisor has compared them.
        </li>
        <li>
          This paper holds what callers said. Keep it locked; shred it when it has been entered.
        </li>
      </ol>
    </section>
  );
}
