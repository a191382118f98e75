import { type FormEvent } from 'react';
import type { IncidentView } from '#shared/board/incident-view.ts';
import { say } from '../desk/desk-store.ts';
import { useTyped } from '../desk/use-typed.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { useCommand } from './use-command.ts';

/** A person is never matched by itself: somebody heard the name on this call and writes it here. */
export function AttachCaution({ view }: { readonly view: IncidentView }) {
  const form = { subject: `incident/${view.incidentId}`, form: 'attach' };
  const [name, setName] = useTyped(form, 'name', '');
  const attach = useCommand('caution.attach', form);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if ((await attach.give({ incidentId: view.incidentId, name })) === null) return;
    say({ tone: 'done', text: `The cautions for ${name} stand on this incident.`, cause: null });
    setName('');
  }

  return (
    <section aria-label="A person named on this call">
      <h3>A person named on this call</h3>
      <form onSubmit={submit}>
        <TextField
          label="Full name"
          hint="Only the exact name is looked for; nobody is matched by a part of it."
          value={name}
          onText={setName}
          error={attach.refusal?.because}
          maxLength={300}
        />
        <Button type="submit" aria-disabled={attach.busy}>
          Attach the cautions for this name
        </Button>
      </form>
    </section>
  );
}
