import type { ViewSources } from './incident-view.ts';
import type { SendCandidate } from '#shared/board/incident-view.ts';
import { heldAt, preEmptionBar, reassignBar } from '#shared/incident/decide-stacking.ts';
import type { Candidate } from '#shared/unit/rank-units.ts';
import { isUnderWay, UNIT_STATUS } from '#shared/unit/unit-status.ts';

/** A candidate that is on another incident says which, and whether it can be taken from there. */
export function withOnOther(
  candidate: Candidate,
  { incident, units, policy, incidentOf }: ViewSources,
): Omit<SendCandidate, 'team'> {
  const unit = units.find(({ unitId }) => unitId === candidate.unitId);
  const elsewhere = unit?.incidentId ?? null;
  const current = elsewhere === null ? null : incidentOf(elsewhere);
  if (unit === undefined || current === null || elsewhere === incident.incidentId) return candidate;
  const level = heldAt(current, policy);
  const barred = preEmptionBar(incident, current, unit, policy);
  const where = isUnderWay(unit.status)
    ? `On its way to ${current.number} (${level})`
    : `${UNIT_STATUS[unit.status].label}, ${current.number} (${level})`;
  const text = barred === null ? `${where}: can be pre-empted` : where;
  const said = <Reason extends { readonly kind: string }>(each: Reason): Reason =>
    each.kind === 'busy' ? { ...each, text } : each;
  return {
    ...candidate,
    shortfalls: candidate.shortfalls.map(said),
    reasons: candidate.reasons.map(said),
    onOther: {
      number: current.number,
      level,
      barred,
      reassignable: barred !== null && reassignBar(incident, current, unit, policy) === null,
    },
  };
}
