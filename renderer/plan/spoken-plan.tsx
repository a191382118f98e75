import type { ClinicalWork } from '#shared/board/clinical-work.ts';
import type { IncidentId } from '#shared/lib/brand.ts';
import { nothingInIt } from '#shared/plan/decide-plan.ts';
import { Button } from '../parts/button.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { useFirstFocus } from '../sheets/use-first-focus.ts';

/** The plan on record in plain sentences, large enough to be read aloud without leaning forward. */
export function SpokenPlan({
  incidentId,
  work,
  onBack,
}: {
  readonly incidentId: IncidentId;
  readonly work: ClinicalWork;
  readonly onBack: () => void;
}) {
  const give = useCommand('safety-plan.give');
  const first = useFirstFocus<HTMLButtonElement>();
  const { spoken } = work;
  async function done() {
    if ((await give.give({ incidentId, how: 'read-aloud' })) !== null) onBack();
  }
  return (
    <section className="plan-tool plan-spoken" aria-label="Read the plan aloud">
      <h3>Read aloud, slowly</h3>
      {spoken.length === 0 ? (
        <Refused refusal={nothingInIt()} />
      ) : (
        spoken.map((sentence) => (
          <p key={sentence} dir="auto">
            {sentence}
          </p>
        ))
      )}
      <Refused refusal={give.refusal} />
      <div className="button-row">
        {spoken.length > 0 && (
          <Button
            ref={first}
            tone="primary"
            keys="Enter"
            aria-disabled={give.busy}
            onClick={() => void done()}
          >
            They have heard it
          </Button>
        )}
        <Button {...(spoken.length === 0 ? { ref: first } : {})} tone="quiet" onClick={onBack}>
          Back to the plan
        </Button>
      </div>
    </section>
  );
}
