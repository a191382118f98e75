import { lazy, Suspense } from 'react';
import type { IncidentView } from '#shared/board/incident-view.ts';
import type { DeskTool } from '../clinician/desk-tools.tsx';

// Wanted at the end of a call: nobody's start pays for it.
const ReferralTool = lazy(() =>
  import('./referral-tool.tsx').then(({ ReferralTool }) => ({ default: ReferralTool })),
);

/** As one of the tools beside the conversation. */
export function referralDeskTool(view: IncidentView): DeskTool {
  return {
    id: 'referral',
    action: 'phone.referrals',
    keys: 'Shift+L',
    label: 'Referrals',
    says: null,
    body: (
      <Suspense fallback={null}>
        <ReferralTool view={view} />
      </Suspense>
    ),
  };
}
