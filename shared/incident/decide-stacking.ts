import type { DecideContext } from './context.ts';
import { effectiveLevel, mayGo } from './decide-units.ts';
import { isEmsCalled, type Incident } from './incident.ts';
import type { UnitsTakenEvent } from './units-on-incident.ts';
import { openIncidentOnly } from './open-incident-only.ts';
import { needsDecision, standingLevel } from './phase.ts';
import type { IncidentId } from '../lib/brand.ts';
import { isRefusal, refuse, type Refusal } from '../lib/refusal.ts';
import type { Policy } from '../policy/policy.ts';
import { higherOf, isHigher, type Level } from '../routing/level.ts';
import { statusChanged } from '../unit/decide-unit.ts';
import type { UnitEvent } from '../unit/unit-events.ts';
import { isUnderWay, UNIT_STATUS } from '../unit/unit-status.ts';
import type { Unit } from '../unit/unit.ts';

/** The second incident of a unit, the one it is on now (null when on none), and why. */
export interface Taking {
  readonly incident: Incident;
  readonly current: Incident | null;
  readonly unit: Unit;
  readonly reason: string;
  /** Police or co-response is on the second incident. */
  readonly armed: boolean;
}

/**
 * A busy unit comes to a second incident after its present one. It is held to everything a unit is held to
 * that is sent, now and again when somebody sends it: nothing here sends it by itself.
 */
export function stackUnit(
  { incident, current, unit, reason, armed }: Taking,
  context: DecideContext,
): UnitEvent[] | Refusal {
  const closed = openIncidentOnly(incident);
  if (closed !== null) return closed;
  const { unitId } = unit;
  const { incidentId, number } = incident;
  if (unit.next === incidentId) return [];
  const going = mayGo(incident, unit, reason, context, { armed, evenBusy: true });
  if (isRefusal(going)) return going;
  if (current === null)
    return refuse('unit-free', `${unitId} is on no other incident. Send it to ${number} at once.`);
  if (current.incidentId === incidentId)
    return refuse('unit-here', `${unitId} is on incident ${number} already. Nothing was stacked.`);
  if (unit.next !== null)
    return refuse(
      'unit-stacked',
      `${unitId} already comes to another incident after ${current.number}. Choose another unit.`,
    );
  if (reason.trim() === '')
    return refuse(
      'reason-needed',
      `${unitId} is still on ${current.number}. Say why ${number} waits for it.`,
    );
  return [
    {
      type: 'unit.stacked',
      unitId,
      incidentId,
      after: current.incidentId,
      afterNumber: current.number,
      reason: reason.trim(),
    },
  ];
}

/**
 * A unit that is not there yet is taken for an incident that needs it more. In one step it leaves the first,
 * which asks for a unit again with its decision and its promise as they were, and goes to the second.
 */
export function preEmptUnit(taking: Taking, context: DecideContext): Taken {
  return takeUnit(
    taking,
    context,
    'not-pre-empted',
    preEmptionBar,
    ({ incident, unit, reason }, from) => ({
      type: 'incident.unit-pre-empted',
      incidentId: from,
      unitId: unit.unitId,
      by: incident.incidentId,
      byNumber: incident.number,
      reason,
    }),
  );
}

/**
 * A unit that is not there yet is moved to an incident that is worth no less, because a person judges that
 * better: nearer, or known to the caller. In one step, so that it is never free for a moment between the two.
 */
export function reassignUnit(taking: Taking, context: DecideContext): Taken {
  return takeUnit(
    taking,
    context,
    'not-reassigned',
    reassignBar,
    ({ incident, unit, reason }, from) => ({
      type: 'incident.unit-reassigned',
      incidentId: from,
      unitId: unit.unitId,
      to: incident.incidentId,
      toNumber: incident.number,
      reason,
    }),
  );
}

type Taken = (UnitsTakenEvent | UnitEvent)[] | Refusal;

function takeUnit(
  taking: Taking,
  context: DecideContext,
  refused: string,
  barOf: typeof preEmptionBar,
  taken: (taking: Taking, from: IncidentId) => UnitsTakenEvent,
): Taken {
  const { incident, current, unit, armed } = taking;
  const closed = openIncidentOnly(incident);
  if (closed !== null) return closed;
  const { unitId } = unit;
  const { incidentId, number } = incident;
  if (unit.incidentId === incidentId) return [];
  const going = mayGo(incident, unit, taking.reason, context, { armed, evenBusy: true });
  if (isRefusal(going)) return going;
  if (current === null)
    return refuse('unit-free', `${unitId} is on no other incident. Send it to ${number} at once.`);
  const bar = barOf(incident, current, unit, context.policy);
  if (bar !== null) return refuse(refused, bar);
  const reason = taking.reason.trim();
  if (reason === '')
    return refuse(
      'reason-needed',
      `${unitId} is on its way to ${current.number}. Say why it is taken for ${number}.`,
    );
  return [
    taken({ ...taking, reason }, current.incidentId),
    statusChanged(unit, 'assigned', incidentId, reason),
  ];
}

/**
 * Why a unit may not be taken from `current` for `incident`; null when it may. It may while it is not there
 * yet, and the incident it is taken for is of a higher level, or of the same level with a call type of
 * a higher priority. A call type nobody has set counts for neither side, and an ambulance that was called for
 * a medical emergency stays with it (invariant 6).
 */
export function preEmptionBar(
  incident: Incident,
  current: Incident,
  unit: Unit,
  policy: Policy,
): string | null {
  const stays = mayNotLeave(incident, current, unit, policy);
  if (stays !== null) return stays;
  const [needs, has] = [effectiveLevel(incident, policy), heldAt(current, policy)];
  if (isHigher(needs, has)) return null;
  const [first, second] = [priorityOf(incident, policy), priorityOf(current, policy)];
  if (needs === has && first !== null && second !== null && first < second) return null;
  return `Incident ${incident.number} (${needs}) does not go before ${current.number} (${has}). Stack ${unit.unitId} behind it, or choose another unit.`;
}

/** What keeps a unit where it is, whatever the two incidents are worth. */
function mayNotLeave(
  incident: Incident,
  current: Incident,
  unit: Unit,
  policy: Policy,
): string | null {
  const { unitId } = unit;
  const [taking, holding] = [incident.number, current.number];
  if (!isUnderWay(unit.status)) {
    const status = UNIT_STATUS[unit.status].label.toLowerCase();
    return `${unitId} is ${status} on ${holding} and is not taken from there. Stack it behind ${holding}, or choose another unit.`;
  }
  if (needsDecision(incident))
    return `Incident ${taking} has no standing decision. Accept or override first, then take ${unitId}.`;
  if (unit.teamType === policy.services.ems && isEmsCalled(current))
    return `${unitId} was called to ${holding} for a medical emergency and stays with it. Call another one with p.`;
  return null;
}

/** Why a unit may not be moved from `current` to `incident` by a person's judgement; null when it may. */
export function reassignBar(
  incident: Incident,
  current: Incident,
  unit: Unit,
  policy: Policy,
): string | null {
  const stays = mayNotLeave(incident, current, unit, policy);
  if (stays !== null) return stays;
  const [needs, has] = [effectiveLevel(incident, policy), heldAt(current, policy)];
  return isHigher(has, needs)
    ? `Incident ${current.number} (${has}) goes before ${incident.number} (${needs}). ${unit.unitId} stays with it; choose another unit.`
    : null;
}

/** A unit does not come to its second incident after all. `next` is that one; null when there is none. */
export function unstackUnit(
  { unitId }: Unit,
  next: Incident | null,
  reason: string,
): UnitEvent[] | Refusal {
  if (next === null)
    return refuse(
      'not-stacked',
      `${unitId} comes to no other incident after its present one. Nothing was taken off.`,
    );
  if (reason.trim() === '')
    return refuse(
      'reason-needed',
      `${unitId} still comes to ${next.number}. Say why it does not: ${next.number} waits for it.`,
    );
  return [{ type: 'unit.unstacked', unitId, incidentId: next.incidentId, reason: reason.trim() }];
}

/** What an incident is worth against another: nothing that is said later makes it less. */
export function heldAt(incident: Incident, policy: Policy): Level {
  const level = effectiveLevel(incident, policy);
  return higherOf(level, standingLevel(incident) ?? level);
}

function priorityOf({ callType }: Incident, policy: Policy): number | null {
  return policy.callTypes.find(({ code }) => code === callType)?.priority ?? null;
}
