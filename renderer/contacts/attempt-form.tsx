import { type FormEvent } from 'react';
import type { ContactLine } from '#shared/board/contact-lines.ts';
import { ATTEMPT_LABELS, type AttemptResult } from '#shared/contact/contact.ts';
import { useTyped } from '../desk/use-typed.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';

const AGAIN = [
  { minutes: null, label: 'stays due' },
  { minutes: 10, label: '10 min' },
  { minutes: 30, label: '30 min' },
  { minutes: 120, label: '2 h' },
  { minutes: 1440, label: '24 h' },
] as const;

/** What came of a try. It ends nothing; another time may be set. */
export function AttemptForm({
  contact,
  result,
  onRecorded,
}: {
  readonly contact: ContactLine;
  readonly result: AttemptResult;
  readonly onRecorded: () => void;
}) {
  const form = { subject: `contact/${contact.contactId}`, form: 'attempt' };
  const [note, setNote] = useTyped(form, 'note', '');
  const [again, setAgain] = useTyped<number | null>(form, 'again', null);
  const attempt = useCommand('contact.attempt', form);
  const reached = result === 'reached';

  async function submit(event: FormEvent) {
    event.preventDefault();
    const { contactId } = contact;
    const againMinutes = reached ? null : again;
    if ((await attempt.give({ contactId, result, note, againMinutes })) !== null) onRecorded();
  }

  return (
    <form onSubmit={submit} aria-label={ATTEMPT_LABELS[result]}>
      <TextField
        // Asked for by the key just before.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        label={`${ATTEMPT_LABELS[result]}: a note, if something is to be known`}
        value={note}
        onText={setNote}
        maxLength={300}
      />
      {!reached && (
        <fieldset className="in-a-row">
          <legend>Call again in</legend>
          {AGAIN.map(({ minutes, label }) => (
            <label key={label}>
              <input
                type="radio"
                name="again"
                checked={again === minutes}
                onChange={() => setAgain(minutes)}
              />
              {label}
            </label>
          ))}
        </fieldset>
      )}
      <Refused refusal={attempt.refusal} />
      <Button type="submit" tone="primary" keys="Enter" aria-disabled={attempt.busy}>
        Record “{ATTEMPT_LABELS[result]}”
      </Button>
    </form>
  );
}
