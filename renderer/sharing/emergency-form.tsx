import { useState, type FormEvent } from 'react';
import type { PacketPreview } from '#shared/board/sharing-view.ts';
import { IMMINENT_DANGER } from '#shared/disclosure/disclosure.ts';
import { emergencyGrounds } from '#shared/disclosure/entitlement.ts';
import { RECIPIENT_LABELS, RECIPIENTS, type Recipient } from '#shared/disclosure/recipient.ts';
import type { DisclosureId, IncidentId } from '#shared/lib/brand.ts';
import { useTyped } from '../desk/use-typed.ts';
import { useActions } from '../keys/actions.ts';
import { backOneStep } from '../clinician/back-one-step.ts';
import { Button } from '../parts/button.tsx';
import { Field, TextField } from '../parts/field.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { useFirstFocus } from '../sheets/use-first-focus.ts';
import { ReadBack, type Reading } from './read-back.tsx';

/** Break-glass: everything is filled in, and Enter does it. What goes stands below while it is typed. */
export function EmergencyForm({
  incidentId,
  recipient,
  preview,
  onRecipient,
  onDone,
}: {
  readonly incidentId: IncidentId;
  readonly recipient: Recipient;
  readonly preview: PacketPreview | null;
  readonly onRecipient: (recipient: Recipient) => void;
  readonly onDone: () => void;
}) {
  const form = { subject: `incident/${incidentId}`, form: 'emergency' };
  const [why, setWhy] = useTyped(form, 'why', IMMINENT_DANGER);
  const [to, setTo] = useTyped(form, 'to', '');
  const [reading, setReading] = useState<Reading | null>(null);
  const disclose = useCommand('disclosure.emergency', form);
  const confirm = useFirstFocus<HTMLButtonElement>();
  useActions({ escape: () => backOneStep(onDone) });

  async function submit(event: FormEvent) {
    event.preventDefault();
    const made = await disclose.give({ incidentId, recipient, to, why, way: 'read-aloud' });
    if (made === null) return;
    const sections = preview?.packet.sections ?? [];
    setReading({ disclosureId: made.made as DisclosureId, sections });
  }

  if (reading !== null) return <ReadBack {...reading} onDone={onDone} />;
  return (
    <form className="emergency-form" onSubmit={submit} aria-label="Emergency disclosure">
      <p className="emergency-words" role="alert">
        <strong>
          <span aria-hidden="true">▲</span> Emergency disclosure.
        </strong>{' '}
        No consent is asked. It goes on the record at once and a supervisor reviews it (
        {emergencyGrounds(recipient).join(', ')}).
      </p>
      <Field label="To">
        {(wiring) => (
          <select
            {...wiring}
            value={recipient}
            onChange={(event) => onRecipient(event.target.value as Recipient)}
          >
            {RECIPIENTS.map((each) => (
              <option key={each} value={each}>
                {RECIPIENT_LABELS[each]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <TextField label="Who takes it" value={to} onText={setTo} maxLength={300} />
      <TextField
        label="Why it cannot wait"
        hint="Supervisors read it: no clinical detail."
        value={why}
        onText={setWhy}
        maxLength={300}
      />
      <Refused refusal={disclose.refusal} />
      <div className="button-row">
        <Button
          ref={confirm}
          type="submit"
          tone="danger"
          keys="Enter"
          aria-disabled={disclose.busy}
        >
          Disclose now
        </Button>
        <Button tone="quiet" keys="Esc" onClick={onDone}>
          Back
        </Button>
      </div>
    </form>
  );
}
