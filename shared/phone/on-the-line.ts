import type { Incident } from '../incident/incident.ts';
import { openIncidentOnly } from '../incident/open-incident-only.ts';
import type { OperatorId } from '../lib/brand.ts';
import { refuse, type Refusal } from '../lib/refusal.ts';

/** Null when `by` has the caller and nobody else is being asked to take them. */
export function withMe(incident: Incident, by: OperatorId): Refusal | null {
  return (
    onTheLine(incident, by) ?? (incident.phone.state === 'with-clinician' ? null : not(incident))
  );
}

/** Null when `by` has the caller, also while the call is being transferred: until then they are theirs. */
export function onTheLine(incident: Incident, by: OperatorId): Refusal | null {
  const closed = openIncidentOnly(incident);
  if (closed !== null) return closed;
  const { phone } = incident;
  const talking = phone.state === 'with-clinician' || phone.state === 'transferring';
  return talking && phone.clinician === by ? null : not(incident);
}

function not({ number }: Incident): Refusal {
  return refuse('not-with-you', `The call of incident ${number} is not with you.`);
}
