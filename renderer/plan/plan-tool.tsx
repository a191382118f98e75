import { useState } from 'react';
import type { ClinicalWork } from '#shared/board/clinical-work.ts';
import type { IncidentView } from '#shared/board/incident-view.ts';
import { useActions } from '../keys/actions.ts';
import { ApproachForm } from './approach-form.tsx';
import { MeansForm } from './means-form.tsx';
import { PlanPreview } from './plan-preview.tsx';
import { PlanSteps } from './plan-steps.tsx';
import { SpokenPlan } from './spoken-plan.tsx';
import { StrengthList } from './strength-list.tsx';
import './plan.css';

type Shown = 'write' | 'read' | 'print';

/** The safety plan, the means, what helps, and what those who go there should know. */
export function PlanTool({
  view,
  work,
}: {
  readonly view: IncidentView;
  readonly work: ClinicalWork;
}) {
  const [shown, setShown] = useState<Shown>('write');
  const { incidentId } = view;
  const back = () => setShown('write');
  useActions({ 'phone.print': () => setShown('print') });
  if (shown === 'read') return <SpokenPlan incidentId={incidentId} work={work} onBack={back} />;
  if (shown === 'print') return <PlanPreview incidentId={incidentId} work={work} onBack={back} />;
  return (
    <div className="plan-tool">
      <PlanSteps
        incidentId={incidentId}
        work={work}
        onRead={() => setShown('read')}
        onPrint={() => setShown('print')}
      />
      <MeansForm view={view} work={work} />
      <StrengthList incidentId={incidentId} work={work} />
      <ApproachForm view={view} />
    </div>
  );
}
