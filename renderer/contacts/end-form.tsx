import { useRef, type FormEvent } from 'react';
import type { ContactLine } from '#shared/board/contact-lines.ts';
import { useTyped } from '../desk/use-typed.ts';
import {
  CONTACT_OUTCOME_LABELS,
  CONTACT_OUTCOMES,
  type ContactOutcome,
} from '#shared/contact/contact.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';

/** How it ended. Nothing ends by itself: a person says so here. */
export function EndForm({
  contact,
  reachedNow,
  onEnded,
}: {
  readonly contact: ContactLine;
  readonly reachedNow: boolean;
  readonly onEnded: () => void;
}) {
  const reached = reachedNow || contact.tried.some(({ result }) => result === 'reached');
  const form = { subject: `contact/${contact.contactId}`, form: 'end' };
  const [chosen, setChosen] = useTyped<ContactOutcome | null>(form, 'chosen', null);
  const outcome = chosen ?? (reached ? 'spoke' : 'not-reached');
  const [note, setNote] = useTyped(form, 'note', '');
  const words = useRef<HTMLInputElement>(null);
  const end = useCommand('contact.end', form);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const { contactId } = contact;
    if ((await end.give({ contactId, outcome, note })) !== null) onEnded();
    else words.current?.focus();
  }

  return (
    <form onSubmit={submit} aria-label="How it ended">
      <fieldset className="in-a-row">
        <legend>How it ended</legend>
        {CONTACT_OUTCOMES.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="outcome"
              checked={outcome === each}
              onChange={() => setChosen(each)}
            />
            {CONTACT_OUTCOME_LABELS[each]}
          </label>
        ))}
      </fieldset>
      <TextField
        ref={words}
        // Asked for by the key just before.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        label="Note"
        value={note}
        onText={setNote}
        maxLength={300}
      />
      <Refused refusal={end.refusal} />
      <Button type="submit" tone="primary" keys="Enter" aria-disabled={end.busy}>
        End this promised call
      </Button>
    </form>
  );
}
