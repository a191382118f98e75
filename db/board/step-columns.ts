import type { FunnelStep } from '#shared/outcomes/counted-call.ts';

export const STEP_COLUMNS: Readonly<Record<FunnelStep, string>> = {
  behavioral: 'step_behavioral',
  screened: 'step_screened',
  eligible: 'step_eligible',
  offered: 'step_offered',
  assigned: 'step_assigned',
  arrived: 'step_arrived',
  contact: 'step_contact',
  served: 'step_served',
  linked: 'step_linked',
};
