import { courseOf, type UnservedReason } from './alternative-course.ts';
import type { DecideContext } from './context.ts';
import type { Decision, Incident, Service } from './incident.ts';
import type { IncidentEvent } from './incident-events.ts';
import { standingLevel } from './phase.ts';
import { openIncidentOnly } from './open-incident-only.ts';
import { needOf } from './recommended-now.ts';
import { signingFor } from './signing.ts';
import { unservedAtDeciding } from './unserved.ts';
import type { Reading } from '../facts/fact.ts';
import type { OperatorId } from '../lib/brand.ts';
import { isRefusal, refuse, type Refusal } from '../lib/refusal.ts';
import { findResponse, type Policy, type ResponseDefinition } from '../policy/policy.ts';
import { teamTypeOn } from '../policy/team-type.ts';
import { frozenOfferOf } from '../routing/alternatives.ts';
import { evaluate, readingsOf } from '../routing/evaluate.ts';
import type { Level } from '../routing/level.ts';
import { unarmedBar } from '../routing/unarmed.ts';
import { teamAvailability } from '../unit/availability.ts';
import { statusChanged } from '../unit/decide-unit.ts';
import type { UnitEvent } from '../unit/unit-events.ts';
import { isLeaving } from '../unit/unit-status.ts';
import { missingRoles, type Unit } from '../unit/unit.ts';

export interface Choice {
  /** What the operator saw when deciding; a decision on an older picture is refused. */
  readonly seen: { readonly level: Level; readonly response: string };
  readonly response: string;
  readonly reason: string | null;
  /** Already proved to be who they say; null when nobody signed on. */
  readonly secondPerson: OperatorId | null;
  /** Why no alternative response goes although one is recommended; null when nobody said. */
  readonly unserved: UnservedReason | null;
}

/**
 * A person accepts the recommendation or chooses otherwise. The recommendation is frozen with it, and so
 * is who of `units` could have gone.
 */
export function decideResponse(
  incident: Incident,
  choice: Choice,
  units: readonly Unit[],
  context: DecideContext,
): IncidentEvent[] | Refusal {
  const closed = openIncidentOnly(incident);
  if (closed !== null) return closed;
  const picture = freeze(incident, units, context);
  const now = picture.recommendation;
  if (now.level !== choice.seen.level || now.response !== choice.seen.response)
    return refuse(
      'recommendation-changed',
      `The recommendation is now ${now.level}, ${findResponse(context.policy, now.response).label}. ` +
        'Nothing was decided; look again and decide.',
    );
  if (!context.policy.responses.some((response) => response.id === choice.response))
    return refuse('unknown-response', `The policy has no response “${choice.response}”.`);
  const decision = decisionFor(incident, picture, choice, context);
  if (isRefusal(decision)) return decision;
  const ledger = unservedAtDeciding(incident, decision, choice.unserved, units, context.now);
  if (isRefusal(ledger)) return ledger;
  const { incidentId } = incident;
  return [{ type: 'incident.response-decided', incidentId, decision }, ...ledger];
}

function decisionFor(
  incident: Incident,
  picture: Frozen,
  choice: Choice,
  context: DecideContext,
): Decision | Refusal {
  const { policy } = context;
  const now = picture.recommendation;
  const response = findResponse(policy, choice.response);
  if (response.unarmedOnly) {
    const bar = unarmedBar(policy, now);
    if (bar !== null) return refuse('unarmed-barred', bar);
  }
  const need = signingFor(policy, now, response, standingLevel(incident));
  const reason = choice.reason?.trim() ?? '';
  if (need.reason && reason === '')
    return refuse('reason-needed', `${need.why} Say why. Nothing was decided yet.`);
  if (need.secondPerson) {
    if (choice.secondPerson === null)
      return refuse(
        'second-person-needed',
        `${need.why} A second person has to sign on. Nothing was decided yet.`,
      );
    if (choice.secondPerson === context.by)
      return refuse('second-person-is-you', 'The second person has to be somebody else.');
  }
  return {
    ...picture,
    ...chosen(response),
    alternative: courseOf(policy, findResponse(policy, now.response), response),
    how: choice.response === now.response ? 'accepted' : 'overridden',
    level: need.level,
    direction: need.direction,
    reason: reason === '' ? null : reason,
    secondPerson: need.secondPerson ? choice.secondPerson : null,
  };
}

function chosen(response: ResponseDefinition): Pick<Decision, 'response' | 'fill'> {
  const withoutUnit = response.teamTypes.length === 0;
  return {
    response: response.id,
    fill: withoutUnit ? 'nobody' : response.byPhone ? 'clinician' : 'unit',
  };
}

type Frozen = Pick<
  Decision,
  'recommendation' | 'readings' | 'offered' | 'policyVersion' | 'policyHash'
>;

/** Everything the recommendation and the offer are derived from, so that they can be derived again. */
function freeze(incident: Incident, units: readonly Unit[], context: DecideContext): Frozen {
  const { policy, policyHash, local } = context;
  const read = readingsOf(incident.facts, policy);
  const readings: Record<string, Reading> = {};
  for (const { id } of policy.facts) readings[id] = read(id);
  const recommendation = evaluate(policy, read);
  const availability = teamAvailability(policy, units, needOf(incident, local));
  const { date } = local;
  const bar = unarmedBar(policy, recommendation);
  return {
    recommendation,
    readings,
    offered: frozenOfferOf(policy, recommendation, { availability, bar, date }),
    policyVersion: policy.version,
    policyHash,
  };
}

/** A free unit, the full crews of the incident's own zone first; a short crew rather than none. */
function nearestFree(
  incident: Incident,
  units: readonly Unit[],
  teamType: string,
  { policy, local }: DecideContext,
): Unit | undefined {
  const zone = policy.areas.find((area) => area.id === incident.place.areaId)?.zone;
  const roles = teamTypeOn(policy, teamType, local.date)?.requiredRoles ?? [];
  const distance = (unit: Unit) =>
    missingRoles(unit, roles).length * 2 + (unit.zone === zone ? 0 : 1);
  return units
    .filter((unit) => unit.teamType === teamType && unit.status === 'available')
    .filter((unit) => unit.crew.some((member) => member.onDuty))
    .sort((a, b) => distance(a) - distance(b))[0];
}

function highestResponse(policy: Policy): ResponseDefinition {
  const gate = policy.gates[0];
  if (gate === undefined) throw new Error(`The policy ${policy.version} has no gates.`);
  return findResponse(policy, gate.response);
}

/**
 * Police or EMS now. One action that nothing refuses (invariant 1): no fact, reason, second person
 * or free unit is needed, and a closed incident opens again. Free units go at once; what is missing is said.
 */
export function upgrade(
  incident: Incident,
  services: readonly Service[],
  units: readonly Unit[],
  context: DecideContext,
): (IncidentEvent | UnitEvent)[] {
  const { incidentId, phone } = incident;
  // Who presses the key is told by the entry; that they have the person on the line, by this.
  const fromLine =
    (phone.state === 'with-clinician' || phone.state === 'transferring') &&
    phone.clinician === context.by;
  const sent: Unit[] = [];
  const missing: Service[] = [];
  for (const service of new Set(services)) {
    const teamType = context.policy.services[service];
    const onIt = units.some(
      (unit) =>
        unit.incidentId === incidentId && unit.teamType === teamType && !isLeaving(unit.status),
    );
    if (onIt) continue;
    const free = nearestFree(incident, units, teamType, context);
    if (free === undefined) missing.push(service);
    else sent.push(free);
  }
  const shortage =
    missing.length === 0
      ? null
      : `No free ${missing.join(' or ').replace('ems', 'EMS')} unit on this board: call the zone by radio now.`;
  // EMS alone runs beside the behavioral response and does not decide it (invariant 6).
  const decides = services.includes('police');
  const response = highestResponse(context.policy);
  const picture = freeze(incident, units, context);
  const recommended = findResponse(context.policy, picture.recommendation.response);
  const decision: Decision = {
    ...picture,
    ...chosen(response),
    alternative: courseOf(context.policy, recommended, response),
    how: 'upgraded',
    level: response.level,
    direction: 'up',
    reason: null,
    secondPerson: null,
  };
  return [
    { type: 'incident.upgraded', incidentId, services, shortage, fromLine },
    ...(decides ? [{ type: 'incident.response-decided', incidentId, decision } as const] : []),
    ...sent.map((unit) => statusChanged(unit, 'assigned', incidentId, null)),
  ];
}
