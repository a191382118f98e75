import { useEffect, useState } from 'react';
import type { BackEntryView } from '#shared/contract/answers.ts';
import { ask } from '../desk/ask.ts';
import { deskNow } from '../desk/clock.ts';
import { useDesk } from '../desk/desk-store.ts';
import { wallDateTime } from '../desk/wall-date.ts';
import { Sheet } from '../parts/sheet.tsx';
import { CardForm } from './card-form.tsx';
import { OutageForm } from './outage-form.tsx';
import '../style/outage.css';

const SHOWN = 3;
const NOTHING: BackEntryView = { outages: [], cards: [] };

/** After an outage: that there was one, and each card that was worked on paper. */
export function BackEntrySheet() {
  const role = useDesk((desk) => desk.hello?.session?.role);
  const may = role === 'dispatcher' || role === 'supervisor';
  const [view, setView] = useState(NOTHING);
  // Counts what was written here: each time the list is asked for again.
  const [written, setWritten] = useState(0);
  const reload = () => setWritten((before) => before + 1);
  useEffect(() => {
    if (!may) return;
    void ask('outage.cards', {}).then((reply) => {
      if (reply.ok) setView(reply.value);
    });
  }, [may, written]);

  if (!may)
    return (
      <Sheet title="Back-entry">
        <p className="sheet-empty">
          Cards are entered by a dispatcher or a supervisor. Ask one to sign on here.
        </p>
      </Sheet>
    );
  const now = deskNow();
  return (
    <Sheet
      title="Back-entry"
      subtitle="What was worked on paper, with its real times. Nothing here moves a unit now."
      wide
    >
      {view.outages.length > 0 && (
        <ul className="outages" aria-label="Outages that were declared">
          {view.outages.slice(0, SHOWN).map(({ outageId, from, to, why }) => (
            <li key={outageId}>
              <b>
                {wallDateTime(from, now)} to {wallDateTime(to, now)}
              </b>{' '}
              {why}
            </li>
          ))}
        </ul>
      )}
      <details className="declare" open={view.outages.length === 0}>
        <summary>
          {view.outages.length === 0 ? 'First: declare the outage' : 'Declare another outage'}
        </summary>
        <OutageForm key={view.outages.length} onDeclared={reload} />
      </details>
      {view.cards.length > 0 && (
        <p className="cards-in">
          In the record already:{' '}
          {view.cards.map(({ card, number }) => `${card} (${number})`).join(', ')}
        </p>
      )}
      <CardForm outages={view.outages} onEntered={reload} />
    </Sheet>
  );
}
