import { contactsOwnedBy } from '#db/board/contacts-projection.ts';
import { openIncidents } from '#db/board/incidents-projection.ts';
import type { Database } from '#db/open-database.ts';
import type { Contact } from '#shared/contact/contact.ts';
import type { Held } from '#shared/hand-over/decide-hand-over.ts';
import type { Incident } from '#shared/incident/incident.ts';
import type { OperatorId } from '#shared/lib/brand.ts';
import { refuse, type Refusal } from '#shared/lib/refusal.ts';
import type { OperatorEvent } from '#shared/roster/operator-events.ts';

/** Everything open that belongs to one person. */
export function heldBy(db: Database, operatorId: OperatorId): Held {
  const open = openIncidents(db).sort((a, b) => a.number - b.number);
  return {
    incidents: open.filter(({ owner }) => owner === operatorId),
    contacts: contactsOwnedBy(db, operatorId),
    onPhone: open.filter(
      ({ owner, phone, phoneFrom }) =>
        phoneFrom === operatorId && owner !== operatorId && isConversation(phone),
    ),
  };
}

function isConversation({ state }: Incident['phone']): boolean {
  return state === 'with-clinician' || state === 'transferring';
}

/** A follow-up that is due another day waits for nobody tonight. */
function waitsSoon({ kind, dueAt }: Contact): boolean {
  return kind === 'callback' || dueAt !== null;
}

/** What is written beside signing off with open work; nothing when there is none. */
export function leavingWith(db: Database, operatorId: OperatorId): OperatorEvent[] {
  const { incidents, contacts } = heldBy(db, operatorId);
  const soon = contacts.filter(waitsSoon);
  if (incidents.length === 0 && soon.length === 0) return [];
  return [
    {
      type: 'operator.left-holding',
      operatorId,
      incidents: incidents.map(({ incidentId }) => incidentId),
      contacts: soon.map(({ contactId }) => contactId),
    },
  ];
}

/** Why somebody does not sign off silently; null when nothing of theirs is open. Never a trap: see `anyway`. */
export function stillOwns(db: Database, operatorId: OperatorId): Refusal | null {
  const { incidents, contacts } = heldBy(db, operatorId);
  const soon = contacts.filter(waitsSoon);
  if (incidents.length === 0 && soon.length === 0) return null;
  const what = owned(
    incidents.map(({ number }) => number),
    soon.length,
  );
  return refuse(
    'still-owns',
    `You still own ${what}, and are still signed on. Hand over with h, or leave anyway with l: the supervisor is told.`,
  );
}

/** “incidents 12 and 14 and 1 promised call” */
export function owned(numbers: readonly number[], contacts: number): string {
  const shown = numbers.slice(0, 5).join(', ');
  const rest = numbers.length > 5 ? ` and ${numbers.length - 5} more` : '';
  const incidents = numbers.length === 1 ? `incident ${shown}` : `incidents ${shown}${rest}`;
  const calls = contacts === 1 ? '1 promised call' : `${contacts} promised calls`;
  if (numbers.length === 0) return calls;
  return contacts === 0 ? incidents : `${incidents} and ${calls}`;
}
