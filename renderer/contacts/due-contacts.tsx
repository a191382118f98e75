import { useBoard } from '../desk/board-store.ts';
import { openSheet } from '../desk/desk-store.ts';
import { Button } from '../parts/button.tsx';
import { ContactHead } from './contact-head.tsx';
import '../style/contacts.css';

/** Rows that fit beside the calls; the sheet has them all. */
const MOST = 6;

/** In the clinician’s column: calls that were promised, the next first. A press opens the due list. */
export function DueContacts() {
  const contacts = useBoard((board) => board.contacts);
  const overdue = useBoard((board) => board.overdueReferrals);
  return (
    <section className="due-contacts" aria-label="Follow-ups and callbacks">
      <div className="phone-list-title">
        Follow-ups and callbacks <span className="phone-list-count">{contacts.length}</span>
      </div>
      {contacts.length === 0 && <p>Nobody waits for a promised call. Shift+F promises one.</p>}
      {contacts.slice(0, MOST).map((row) => (
        <ContactHead
          key={row.contactId}
          id={`due-${row.contactId}`}
          line={row}
          open={false}
          first={false}
          onOpen={() => openSheet('contacts')}
        />
      ))}
      {contacts.length > MOST && (
        <p>
          and {contacts.length - MOST} more: <kbd>g</kbd> <kbd>f</kbd>
        </p>
      )}
      {overdue > 0 && (
        <Button tone="quiet" keys="g l" onClick={() => openSheet('referrals')}>
          ▲ {overdue === 1 ? '1 referral is' : `${overdue} referrals are`} overdue
        </Button>
      )}
    </section>
  );
}
