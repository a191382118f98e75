import type { ClinicalWork } from '#shared/board/clinical-work.ts';
import type { IncidentView } from '#shared/board/incident-view.ts';
import type { DeskTool } from '../clinician/desk-tools.tsx';
import { PlanTool } from './plan-tool.tsx';

/** The safety plan beside the conversation. */
export function planDeskTool(view: IncidentView, work: ClinicalWork): DeskTool {
  return {
    id: 'plan',
    action: 'phone.plan',
    keys: 's',
    label: 'Safety plan',
    says: work.plans.length === 0 ? null : '✓',
    body: <PlanTool view={view} work={work} />,
  };
}
