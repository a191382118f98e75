import type { Level } from '../routing/level.ts';
import type { Incident } from './incident.ts';

export type Phase = 'intake' | 'decided' | 'responding' | 'on-phone' | 'wrap-up' | 'closed';

export const PHASE_LABELS: Readonly<Record<Phase, string>> = {
  intake: 'Intake',
  decided: 'Needs somebody',
  responding: 'Responding',
  'on-phone': 'On the phone',
  'wrap-up': 'Needs disposition',
  closed: 'Closed',
};

/** Where the incident stands, read from what happened to it. */
export function phaseOf(incident: Incident): Phase {
  if (incident.closed !== null) return 'closed';
  if (incident.units.some((unit) => unit.releasedAt === null)) return 'responding';
  if (incident.phone.state === 'with-clinician' || incident.phone.state === 'transferring')
    return 'on-phone';
  if (needsDecision(incident)) return 'intake';
  if (isServed(incident)) return 'wrap-up';
  return 'decided';
}

/** True until a person decided on the facts as they are now. */
export function needsDecision(incident: Incident): boolean {
  return incident.decision === null || incident.raised !== null || incident.returned !== null;
}

/**
 * The level nobody goes below without a reason, and from L3 without a second person (invariant 4): the
 * decided one, or the one later facts raised it to. Null until somebody has decided.
 */
export function standingLevel(incident: Incident): Level | null {
  return incident.raised?.to ?? incident.decision?.level ?? null;
}

/** True when whoever the standing decision asked for has come and gone (or nobody was asked for). */
export function isServed(incident: Incident): boolean {
  const { decision, phone } = incident;
  if (decision === null) return false;
  switch (decision.fill) {
    case 'nobody':
      return true;
    case 'clinician':
      return phone.state === 'ended' && phone.since >= decision.at;
    case 'unit':
      // Units released before this decision answered an earlier one.
      return incident.units.some(
        ({ releasedAt }) => releasedAt !== null && releasedAt >= decision.at,
      );
  }
}
