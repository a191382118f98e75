import type { IncidentView } from '#shared/board/incident-view.ts';
import { deskNow } from '../desk/clock.ts';
import { openSheet } from '../desk/desk-store.ts';
import { wallDateTime } from '../desk/wall-date.ts';
import { Button } from '../parts/button.tsx';
import { STATE_WORDS } from './contact-words.ts';
import '../style/contacts.css';

/** On the incident: the calls somebody promised because of it, until they are ended. */
export function IncidentContacts({ contacts }: { readonly contacts: IncidentView['contacts'] }) {
  if (contacts.length === 0) return null;
  return (
    <section className="incident-contacts" aria-label="Promised calls">
      <h4>Promised calls</h4>
      <ul>
        {contacts.map(({ contactId, state, label, due, ownerName, reason }) => (
          <li key={contactId}>
            <span className="contact-state" data-state={state}>
              {STATE_WORDS[state]}
            </span>
            <span>
              {label} · {wallDateTime(due.from, deskNow())} · <bdi>{ownerName}</bdi>
              {reason !== null && <span dir="auto"> — {reason}</span>}
            </span>
          </li>
        ))}
      </ul>
      <Button tone="quiet" keys="g f" onClick={() => openSheet('contacts')}>
        Promised calls
      </Button>
    </section>
  );
}
