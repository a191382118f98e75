import type { ViewSources } from './incident-view.ts';
import { effectiveLevel } from '#shared/incident/decide-units.ts';
import { isEmsCalled, type Incident } from '#shared/incident/incident.ts';
import { needOf } from '#shared/incident/recommended-now.ts';
import { isServed, needsDecision } from '#shared/incident/phase.ts';
import { findResponse, type Policy, type ResponseDefinition } from '#shared/policy/policy.ts';
import type { UnitId } from '#shared/lib/brand.ts';
import type { Recommendation } from '#shared/routing/recommendation.ts';
import { rankUnits, type Candidate } from '#shared/unit/rank-units.ts';
import type { Wanted } from '#shared/unit/unit-reasons.ts';
import type { Unit } from '#shared/unit/unit.ts';

/**
 * What answers the incident: the response that stands decided, or the recommended one while none does or
 * the policy in force does not have it (a step back may take away what was decided on).
 */
function answeringResponse(
  incident: Incident,
  policy: Policy,
  now: Recommendation,
): ResponseDefinition {
  const standing = needsDecision(incident) ? null : incident.decision;
  const decided = policy.responses.find(({ id }) => id === standing?.response);
  return decided ?? findResponse(policy, now.response);
}

/** Team type ids the standing decision still lacks on this incident. */
export function wantedTeams(
  incident: Incident,
  units: readonly Unit[],
  policy: Policy,
  now: Recommendation,
): string[] {
  const { ems } = policy.services;
  const emsHere = units.some(
    (each) => each.incidentId === incident.incidentId && each.teamType === ems,
  );
  const emsWent = incident.units.some(
    ({ unitId, releasedAt, reached }) =>
      reached &&
      releasedAt !== null &&
      units.some((each) => each.unitId === unitId && each.teamType === ems),
  );
  const medical =
    (isEmsCalled(incident) || now.alongside.length > 0) && !emsHere && !emsWent ? [ems] : [];
  return [...new Set([...medical, ...wantedByDecision(incident, units, policy, now)])];
}

function wantedByDecision(
  incident: Incident,
  units: readonly Unit[],
  policy: Policy,
  now: Recommendation,
): string[] {
  if (incident.decision === null || needsDecision(incident)) return [];
  const response = answeringResponse(incident, policy, now);
  if (response.byPhone) return [];
  const onIt = units
    .filter((unit) => unit.incidentId === incident.incidentId)
    .map((unit) => unit.teamType);
  if (isServed(incident)) return [];
  if (response.sends === 'one-of')
    return response.teamTypes.some((type) => onIt.includes(type)) ? [] : [...response.teamTypes];
  return response.teamTypes.filter((type) => !onIt.includes(type));
}

/**
 * Units that could go: one that was promised and is free now, then those still wanted, then the others; in
 * each of the three best first, so that nobody who cannot go stands before somebody who can.
 */
export function candidates(
  { incident, units, policy, local }: ViewSources,
  wanted: readonly string[],
  now: Recommendation,
): Candidate[] {
  const { language, capabilities, place } = incident;
  const { position } = place;
  const level = effectiveLevel(incident, policy);
  const sought: Wanted = { level, ...needOf(incident, local), language, capabilities, position };
  const { id: responseId, fallbacks } = answeringResponse(incident, policy, now);
  // Whatever is decided, those who may go armed can be sent beside it.
  const armed = policy.responses.filter(({ unarmedOnly }) => !unarmedOnly).map(({ id }) => id);
  const order = new Set([responseId, ...fallbacks, ...armed]);
  const teamTypes = [...new Set([...order].flatMap((id) => findResponse(policy, id).teamTypes))];
  const ranked = rankUnits(policy, teamTypes, units, sought);
  const promised = new Set(incident.stacked.filter(({ free }) => free).map(({ unitId }) => unitId));
  const rank = (each: Candidate) =>
    promised.has(each.unitId as UnitId) ? 0 : wanted.includes(each.teamType) ? 1 : 2;
  return ranked.sort((a, b) => rank(a) - rank(b));
}
