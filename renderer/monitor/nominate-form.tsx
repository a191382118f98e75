import { type FormEvent } from 'react';
import type { CallId, IncidentId } from '#shared/lib/brand.ts';
import type { ResponseDefinition } from '#shared/policy/policy.ts';
import { say } from '../desk/desk-store.ts';
import { useTyped } from '../desk/use-typed.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { LevelBadge } from '../parts/level-badge.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { useFirstFocus } from '../sheets/use-first-focus.ts';

/** Asks dispatch for a call or an incident: for whom, and why. It decides nothing. */
export function NominateForm({
  of,
  name,
  responses,
  onDone,
}: {
  readonly of: { readonly incidentId: IncidentId } | { readonly callId: CallId };
  readonly name: string;
  readonly responses: readonly ResponseDefinition[];
  readonly onDone: () => void;
}) {
  const phone = responses.find(({ byPhone }) => byPhone) ?? responses[0];
  const form = {
    subject: 'incidentId' in of ? `incident/${of.incidentId}` : `call/${of.callId}`,
    form: 'nominate',
  };
  const [response, setResponse] = useTyped(form, 'response', phone?.id ?? '');
  const [reason, setReason] = useTyped(form, 'reason', '');
  const nominate = useCommand('monitor.nominate', form);
  const field = useFirstFocus<HTMLInputElement>();

  async function submit(event: FormEvent) {
    event.preventDefault();
    const done = await nominate.give({ ...of, response, reason });
    if (done === null) return;
    say({ tone: 'done', text: `${name} is nominated. Dispatch answers.`, cause: null });
    onDone();
  }

  if (responses.length === 0)
    return <p className="monitor-form">The policy in force has no response to nominate for.</p>;
  return (
    <form className="monitor-form" aria-label="Nominate" onSubmit={(event) => void submit(event)}>
      <fieldset>
        <legend>Nominate it for</legend>
        {responses.map(({ id, label, level }) => (
          <label key={id}>
            <input
              type="radio"
              name="nominate-for"
              value={id}
              checked={id === response}
              onChange={() => setResponse(id)}
            />{' '}
            <LevelBadge level={level} /> {label}
          </label>
        ))}
      </fieldset>
      <TextField
        ref={field}
        label="Why"
        hint="Dispatch reads it, and decides with all its rules. Nothing changes until then."
        value={reason}
        onText={setReason}
        error={nominate.refusal?.because}
        maxLength={300}
      />
      <div className="monitor-acts">
        <Button type="submit" tone="primary" keys="Enter" aria-disabled={nominate.busy}>
          Nominate
        </Button>
        <Button tone="quiet" keys="Esc" onClick={onDone}>
          Back
        </Button>
      </div>
    </form>
  );
}
