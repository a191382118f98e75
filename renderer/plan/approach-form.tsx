import { useState } from 'react';
import type { IncidentView } from '#shared/board/incident-view.ts';
import { APPROACH_MOST } from '#shared/plan/approach.ts';
import { useDraft } from '../desk/drafts.ts';
import { wallTime } from '../desk/wall-time.ts';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { subjectOf } from './note-drafts.ts';

/**
 * The one thing of the clinician's desk that dispatch and the crews see. It is read once more as they
 * will read it, and shared by a second step.
 */
export function ApproachForm({ view }: { readonly view: IncidentView }) {
  const { incidentId, approach } = view;
  const subject = subjectOf(incidentId);
  const draft = useDraft(subject, 'approach', approach?.advice ?? '');
  const advise = useCommand('approach.advise');
  const withdraw = useCommand('approach.withdraw');
  const [reviewing, setReviewing] = useState(false);
  const text = draft.text.trim();

  async function share() {
    const done = await advise.give({ incidentId, advice: text, reviewed: true });
    setReviewing(false);
    if (done !== null) draft.settle();
  }
  return (
    <section className="plan-part" aria-label="How to approach">
      <h3>How to approach, for responders</h3>
      <p className="plan-state">
        {approach === null ? (
          'Nothing is shared. One or two sentences: how to speak, where to stand, what to avoid. No diagnosis.'
        ) : (
          <>
            Shared at {wallTime(approach.at)} by <bdi>{approach.by}</bdi>: dispatch and every crew
            on its way read it.
          </>
        )}
      </p>
      {reviewing ? (
        <div className="approach-review" role="group" aria-label="Review before it is shared">
          <p>Dispatch and the crews will read exactly this:</p>
          <blockquote dir="auto">{text}</blockquote>
          <div className="button-row">
            <Button
              tone="primary"
              aria-disabled={advise.busy}
              // The next Enter is meant for this.
              ref={(button) => button?.focus()}
              onClick={() => void share()}
            >
              Share it
            </Button>
            <Button tone="quiet" onClick={() => setReviewing(false)}>
              Change it
            </Button>
          </div>
        </div>
      ) : (
        <form
          className="plan-form"
          onSubmit={(event) => {
            event.preventDefault();
            if (text !== '') setReviewing(true);
          }}
        >
          <Field label={`How to approach (at most ${APPROACH_MOST} characters)`}>
            {(wiring) => (
              <textarea
                {...wiring}
                rows={3}
                dir="auto"
                maxLength={2000}
                value={draft.text}
                onChange={({ target }) => draft.type(target.value)}
              />
            )}
          </Field>
          <div className="button-row">
            <Button type="submit" aria-disabled={text === '' || text === approach?.advice}>
              Review and share
            </Button>
            {approach !== null && (
              <Button
                tone="quiet"
                aria-disabled={withdraw.busy}
                onClick={() => void withdraw.give({ incidentId })}
              >
                Take back
              </Button>
            )}
          </div>
        </form>
      )}
      <Refused refusal={advise.refusal ?? withdraw.refusal} />
    </section>
  );
}
