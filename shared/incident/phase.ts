import type { Level } from '../routing/level.ts';
import type { AssignedUnit, Incident } from './incident.ts';

export type Phase =
  'intake' | 'decided' | 'responding' | 'on-phone' | 'caller-lost' | 'wrap-up' | 'closed';

export const PHASE_LABELS: Readonly<Record<Phase, string>> = {
  intake: 'To decide',
  decided: 'Needs somebody',
  responding: 'Responding',
  'on-phone': 'On the phone',
  'caller-lost': 'Caller lost',
  'wrap-up': 'Needs disposition',
  closed: 'Closed',
};

/** Where the incident stands, read from what happened to it. */
export function phaseOf(incident: Incident): Phase {
  if (incident.closed !== null) return 'closed';
  const talking = isTalking(incident);
  // Somebody was called from the line: they are what is waited for, and the conversation goes on beside it.
  if (talking && incident.fromLine === null) return 'on-phone';
  // Before the units: an ambulance sent during intake does not make the decision.
  if (needsDecision(incident)) return 'intake';
  if (incident.units.some((unit) => unit.releasedAt === null)) return 'responding';
  if (isLost(incident)) return incident.decision?.fill === 'unit' ? 'decided' : 'caller-lost';
  if (isServed(incident)) return talking ? 'on-phone' : 'wrap-up';
  return 'decided';
}

/** The line broke off, and nobody is there, on the way, or has been with the person since. */
export function isLost({ phone, units, closed }: Incident): boolean {
  return (
    closed === null &&
    phone.state === 'lost' &&
    !units.some(
      ({ reached, releasedAt }) => releasedAt === null || (reached && releasedAt >= phone.since),
    )
  );
}

/** Whether a clinician has the person on the line. */
export function isTalking({ phone }: Pick<Incident, 'phone'>): boolean {
  return phone.state === 'with-clinician' || phone.state === 'transferring';
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
        (unit) =>
          unit.reached &&
          unit.releasedAt !== null &&
          unit.releasedAt >= decision.at &&
          !cameForMedical(incident, unit),
      );
  }
}

/** EMS called beside the response: its leaving does not stand for the team that was decided. */
function cameForMedical({ upgrades }: Incident, { assignedAt }: AssignedUnit): boolean {
  return upgrades.some(({ at, services }) => at === assignedAt && !services.includes('police'));
}
