import { type FormEvent } from 'react';
import type { ContactLine } from '#shared/board/contact-lines.ts';
import { COMMUNITY_CHANNELS, SAID_BY, SAID_BY_LABELS } from '#shared/contact/elsewhere.ts';
import { CHANNEL_LABELS } from '#shared/outcomes/go-to.ts';
import { centerDate } from '../desk/center-date.ts';
import { deskNow } from '../desk/clock.ts';
import { useTyped } from '../desk/use-typed.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';

const PLAN = [
  { used: true, label: 'As agreed for next time' },
  { used: false, label: 'Not as agreed' },
  { used: null, label: 'Not known' },
] as const;

/** In a crisis they went somewhere else than to 911. Which place it was is not asked: that is clinical. */
export function ElsewhereForm({
  contact: { contactId },
  onRecorded,
}: {
  readonly contact: ContactLine;
  readonly onRecorded: () => void;
}) {
  const form = { subject: `contact/${contactId}`, form: 'elsewhere' };
  const [on, setOn] = useTyped(form, 'on', centerDate(deskNow()));
  const [channel, setChannel] = useTyped<(typeof COMMUNITY_CHANNELS)[number]>(
    form,
    'channel',
    '988',
  );
  const [saidBy, setSaidBy] = useTyped<(typeof SAID_BY)[number]>(form, 'saidBy', 'person');
  const [planUsed, setPlanUsed] = useTyped<boolean | null>(form, 'planUsed', null);
  const record = useCommand('contact.went-elsewhere', form);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if ((await record.give({ contactId, on, channel, saidBy, planUsed })) !== null) onRecorded();
  }

  return (
    <form onSubmit={submit} aria-label="Instead of 911">
      <TextField
        // Asked for by the key just before.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        type="date"
        label="In a crisis they went elsewhere than to 911, on"
        value={on}
        onText={setOn}
      />
      <fieldset className="in-a-row">
        <legend>Where</legend>
        {COMMUNITY_CHANNELS.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="elsewhere"
              checked={channel === each}
              onChange={() => setChannel(each)}
            />
            {CHANNEL_LABELS[each]}
          </label>
        ))}
      </fieldset>
      <fieldset className="in-a-row">
        <legend>Says</legend>
        {SAID_BY.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="said-by"
              checked={saidBy === each}
              onChange={() => setSaidBy(each)}
            />
            {SAID_BY_LABELS[each]}
          </label>
        ))}
      </fieldset>
      <fieldset className="in-a-row">
        <legend>The plan for next time</legend>
        {PLAN.map(({ used, label }) => (
          <label key={label}>
            <input
              type="radio"
              name="plan-used"
              checked={planUsed === used}
              onChange={() => setPlanUsed(used)}
            />
            {label}
          </label>
        ))}
      </fieldset>
      <Refused refusal={record.refusal} />
      <Button type="submit" tone="primary" keys="Enter" aria-disabled={record.busy}>
        Record it
      </Button>
    </form>
  );
}
