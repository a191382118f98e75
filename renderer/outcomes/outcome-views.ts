import { lazy, type ComponentType } from 'react';
import type { Period } from '#shared/outcomes/period.ts';
import type { Permission } from '#shared/roster/permission.ts';

export interface OutcomeViewProps {
  readonly period: Period;
}

/** One page of the outcomes, and the digit that opens it. */
export interface OutcomeView {
  readonly id: string;
  readonly label: string;
  readonly key: '1' | '2' | '3' | '4' | '5' | '6' | '7';
  readonly needs: Permission;
  readonly View: ComponentType<OutcomeViewProps>;
}

export const OUTCOME_VIEWS: readonly OutcomeView[] = [
  {
    id: 'funnel',
    label: 'Funnel',
    key: '1',
    needs: 'see-outcomes',
    View: lazy(() =>
      import('./funnel-view.tsx').then(({ FunnelView }) => ({ default: FunnelView })),
    ),
  },
  {
    id: 'times-and-safety',
    label: 'Times and safety',
    key: '2',
    needs: 'see-outcomes',
    View: lazy(() =>
      import('./safety-view.tsx').then(({ SafetyView }) => ({ default: SafetyView })),
    ),
  },
  {
    id: 'repeat-calls',
    label: 'Repeat calls',
    key: '3',
    needs: 'see-outcomes',
    View: lazy(() =>
      import('./repeat-view.tsx').then(({ RepeatView }) => ({ default: RepeatView })),
    ),
  },
  {
    id: 'cost',
    label: 'Cost',
    key: '4',
    needs: 'see-outcomes',
    View: lazy(() => import('./cost-view.tsx').then(({ CostView }) => ({ default: CostView }))),
  },
  {
    id: 'linkage',
    label: 'Linkage and go-to',
    key: '5',
    needs: 'see-outcomes',
    View: lazy(() =>
      import('./linkage-view.tsx').then(({ LinkageView }) => ({ default: LinkageView })),
    ),
  },
  {
    id: 'not-served',
    label: 'Not served',
    key: '6',
    needs: 'see-ledger',
    View: lazy(() =>
      import('./unserved-section.tsx').then(({ UnservedSection }) => ({
        default: UnservedSection,
      })),
    ),
  },
  {
    id: 'what-if',
    label: 'What-if',
    key: '7',
    needs: 'see-outcomes',
    View: lazy(() =>
      import('./staffing-view.tsx').then(({ StaffingView }) => ({ default: StaffingView })),
    ),
  },
];
