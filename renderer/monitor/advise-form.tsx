import { useState, type FormEvent } from 'react';
import type { IncidentView } from '#shared/board/incident-view.ts';
import { say } from '../desk/desk-store.ts';
import { useDraft } from '../desk/drafts.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { useFirstFocus } from '../sheets/use-first-focus.ts';

/** A line to whoever handles it. It stands in the dispatch record: what helps, never what somebody has. */
export function AdviseForm({
  view,
  onDone,
}: {
  readonly view: IncidentView;
  readonly onDone: () => void;
}) {
  const { incidentId, number, ownerName } = view;
  const draft = useDraft(`incident/${incidentId}`, 'advice', '');
  const [forTeam, setForTeam] = useState(false);
  const advise = useCommand('monitor.advise');
  const field = useFirstFocus<HTMLInputElement>();

  async function submit(event: FormEvent) {
    event.preventDefault();
    const done = await advise.give({ incidentId, text: draft.text, forTeam });
    if (done === null) return;
    draft.type('');
    say({ tone: 'done', text: `Incident ${number}: advice sent to ${ownerName}.`, cause: null });
    onDone();
  }

  return (
    <form className="monitor-form" aria-label="Advise" onSubmit={(event) => void submit(event)}>
      <TextField
        ref={field}
        label={`Advice to ${ownerName}`}
        hint="How to approach the person, not a diagnosis: dispatch, police and teams may read it."
        value={draft.text}
        onText={draft.type}
        error={advise.refusal?.because}
        maxLength={300}
      />
      <label>
        <input
          type="checkbox"
          checked={forTeam}
          onChange={(event) => setForTeam(event.target.checked)}
        />{' '}
        For the team too: read to the crews on their way
      </label>
      <div className="monitor-acts">
        <Button type="submit" tone="primary" keys="Enter" aria-disabled={advise.busy}>
          Send the advice
        </Button>
        <Button tone="quiet" keys="Esc" onClick={onDone}>
          Back
        </Button>
      </div>
    </form>
  );
}
