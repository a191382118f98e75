import { useLayoutEffect, useRef, type FormEvent } from 'react';
import type { MergeOffer } from '#shared/board/duplicate-lines.ts';
import type { IncidentView } from '#shared/board/incident-view.ts';
import { closeSheet, say, select } from '../desk/desk-store.ts';
import { useTyped } from '../desk/use-typed.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import type { JoinTarget } from './join.ts';

/** Another incident, found or named by its number. */
export interface Mergeable extends JoinTarget {
  readonly reasons: readonly string[];
  /** Null when only a person sees that it is the same. */
  readonly merge: MergeOffer | null;
}

/** Two incidents become one: which remains, and what that means, before it is done. */
export function MergeForm({
  view,
  other,
  onBack,
}: {
  readonly view: IncidentView;
  readonly other: Mergeable;
  readonly onBack: () => void;
}) {
  const here = { incidentId: view.incidentId, number: view.number };
  const form = { subject: `incident/${view.incidentId}`, form: `merge ${other.incidentId}` };
  const [remains, setRemains] = useTyped(form, 'remains', other.merge?.remains ?? view.incidentId);
  const [reason, setReason] = useTyped(form, 'reason', '');
  const merge = useCommand('incident.merge', form);
  const why = useRef<HTMLInputElement>(null);
  // Before it is seen: Enter is the form's from then on.
  useLayoutEffect(() => why.current?.focus(), []);
  const [into, gone] = remains === here.incidentId ? [here, other] : [other, here];

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { incidentId } = gone;
    if ((await merge.give({ incidentId, into: into.incidentId, reason })) === null) return;
    closeSheet();
    select({ kind: 'incident', id: into.incidentId });
    const text = `Incident ${gone.number} stands in ${into.number}. Ctrl+Z takes them apart.`;
    say({ tone: 'done', text, cause: null });
  };

  return (
    <form className="new-call" onSubmit={(event) => void submit(event)} aria-label="Merge">
      <h3>
        {gone.number} into {into.number}
      </h3>
      <p dir="auto">
        {other.reasons.length === 0
          ? 'Nothing that was said speaks for it: say how you know.'
          : other.reasons.join(', ')}
      </p>
      <fieldset className="remains">
        <legend>Which remains</legend>
        {[here, other].map((each) => (
          <label key={each.incidentId}>
            <input
              type="radio"
              name="remains"
              checked={each.incidentId === remains}
              onChange={() => setRemains(each.incidentId)}
            />
            {each.number}
          </label>
        ))}
      </fieldset>
      <TextField
        label="What else speaks for it"
        value={reason}
        onText={setReason}
        maxLength={300}
        ref={why}
      />
      <p className="field-hint">
        Callers, notes and cautions of {gone.number} stand on {into.number} from then on. The higher
        level counts. It is counted once, and can be taken apart again.
      </p>
      <Refused refusal={merge.refusal} />
      <div className="steps">
        <Button tone="primary" type="submit" keys="Enter" aria-disabled={merge.busy}>
          Merge {gone.number} into {into.number}
        </Button>
        <Button onClick={onBack}>Back</Button>
      </div>
    </form>
  );
}
