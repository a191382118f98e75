import type { DecideContext } from './context.ts';
import type { Incident } from './incident.ts';
import { openIncidentOnly } from './open-incident-only.ts';
import { needsDecision } from './phase.ts';
import { needOf, recommendedNow } from './recommended-now.ts';
import { isRefusal, refuse, type Refusal } from '../lib/refusal.ts';
import type { Policy } from '../policy/policy.ts';
import { teamTypeOn } from '../policy/team-type.ts';
import { unarmedBar } from '../routing/unarmed.ts';
import type { Level } from '../routing/level.ts';
import { isHard, shortfallsOf } from '../unit/availability.ts';
import { statusChanged } from '../unit/decide-unit.ts';
import type { UnitEvent } from '../unit/unit-events.ts';
import type { Unit } from '../unit/unit.ts';

/**
 * Sends a unit to an incident. Police, EMS and co-response may always go; an unarmed team only on a
 * decision that stands, within its ceiling, and either beside an armed unit or with every mandatory
 * question freshly answered (invariants 2 and 9). `armed`: police or co-response is on the incident.
 */
export function assignUnit(
  incident: Incident,
  unit: Unit,
  reason: string | null,
  context: DecideContext,
  armed = false,
): UnitEvent[] | Refusal {
  const closed = openIncidentOnly(incident);
  if (closed !== null) return closed;
  if (unit.incidentId === incident.incidentId) return [];
  const going = mayGo(incident, unit, reason, context, { armed, evenBusy: false });
  if (isRefusal(going)) return going;
  return [statusChanged(unit, 'assigned', incident.incidentId, going.reason)];
}

/**
 * Whether a unit may be sent, and the reason that goes on the record with it: null when nothing stood
 * against it. `evenBusy`: that it is on another incident is settled in another way.
 */
export function mayGo(
  incident: Incident,
  unit: Unit,
  reason: string | null,
  { policy, local }: DecideContext,
  { armed, evenBusy }: { readonly armed: boolean; readonly evenBusy: boolean },
): { readonly reason: string | null } | Refusal {
  const team = teamTypeOn(policy, unit.teamType, local.date);
  const guarded = team?.unarmed !== false && unit.teamType !== policy.services.ems;
  if (guarded && needsDecision(incident))
    return refuse(
      'not-decided',
      `Incident ${incident.number} has no standing decision. Accept or override first, then send ${unit.unitId}.`,
    );
  const bar = guarded && !armed ? unarmedBar(policy, recommendedNow(incident, policy)) : null;
  if (bar !== null) return refuse('unarmed-barred', bar);
  const level = guarded ? effectiveLevel(incident, policy) : 'L0';
  const shortfalls = shortfallsOf(policy, unit, { level, ...needOf(incident, local) }).filter(
    ({ kind }) => !evenBusy || kind !== 'busy',
  );
  const hard = shortfalls.find(isHard);
  if (hard !== undefined)
    return refuse(`unit-${hard.kind}`, `${unit.unitId} cannot go. ${hard.text}.`);
  const soft = shortfalls[0];
  if (soft !== undefined && (reason === null || reason.trim() === ''))
    return refuse(
      'reason-needed',
      `${unit.unitId}: ${soft.text.toLowerCase()}. Say why it goes all the same.`,
    );
  return { reason: soft === undefined ? null : reason };
}

/** The level a unit is held against: the decided one while it stands, else what the policy says now. */
export function effectiveLevel(incident: Incident, policy: Policy): Level {
  return incident.decision !== null && !needsDecision(incident)
    ? incident.decision.level
    : recommendedNow(incident, policy).level;
}
