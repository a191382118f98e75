import { useState } from 'react';
import type { ClinicalWork } from '#shared/board/clinical-work.ts';
import type { IncidentId } from '#shared/lib/brand.ts';
import { nothingInIt } from '#shared/plan/decide-plan.ts';
import { SafetyPlanPage } from '../paper/safety-plan-page.tsx';
import { NOT_YET } from '../desk/on-record.ts';
import { Button } from '../parts/button.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { useFirstFocus } from '../sheets/use-first-focus.ts';

/** Exactly the page the person gets, before it is printed. */
export function PlanPreview({
  incidentId,
  work,
  onBack,
}: {
  readonly incidentId: IncidentId;
  readonly work: ClinicalWork;
  readonly onBack: () => void;
}) {
  const print = useCommand('safety-plan.print');
  const [file, setFile] = useState<string | null>(null);
  const first = useFirstFocus<HTMLButtonElement>();
  const { sheet } = work;
  async function toFile() {
    const done = await print.give({ incidentId });
    if (done !== null)
      setFile(`${done.made ?? 'its folder'}${done.owed === true ? `. ${NOT_YET}` : ''}`);
  }
  return (
    <section className="plan-tool" aria-label="Preview of the printed plan">
      <h3>This is what the person gets</h3>
      {sheet === null ? (
        <Refused refusal={nothingInIt()} />
      ) : (
        <div
          className="plan-preview"
          data-theme="paper"
          role="document"
          aria-label="The printed page"
        >
          <SafetyPlanPage sheet={sheet} />
        </div>
      )}
      <p role="status" className="plan-file">
        {print.busy ? 'It is being printed.' : file !== null && `It is in ${file}`}
      </p>
      <Refused refusal={print.refusal} />
      <div className="button-row">
        {sheet !== null && (
          <Button
            ref={first}
            tone="primary"
            keys="Enter"
            aria-disabled={print.busy}
            onClick={() => void toFile()}
          >
            Print to a file
          </Button>
        )}
        <Button {...(sheet === null ? { ref: first } : {})} tone="quiet" onClick={onBack}>
          Back to the plan
        </Button>
      </div>
    </section>
  );
}
