import type { SafetyEvent } from './safety-events.ts';
import type { UnitStatus } from './unit-status.ts';
import type { Unit } from './unit.ts';
import type { Incident } from '../incident/incident.ts';
import { standingLevel } from '../incident/phase.ts';
import type { IncidentId, UnitId } from '../lib/brand.ts';
import type { Policy } from '../policy/policy.ts';
import { statusLimitFor } from '../policy/status-limit.ts';
import { isSetBack, minutesAfter } from '../timers/running.ts';

type OnUnit<Type extends string, Body> = {
  readonly type: Type;
  readonly unitId: UnitId;
  readonly incidentId: IncidentId | null;
} & Readonly<Body>;

/** What becomes of a unit that stays in one status, past tense. */
export type StatusClockEvent =
  /** It has been in `status` for longer than the policy lets it, since `since`. Once for each clock. */
  | OnUnit<'unit.status-overdue', { status: UnitStatus; since: string; minutes: number }>
  /** The PC's clock was set back behind the beginning of the status: it counts from `from` now. */
  | OnUnit<'unit.status-clock-set', { from: string }>;

/** A limit that runs for a unit: since when, from when on its row warns, and when it is alerted. */
export interface StatusTime {
  readonly from: string;
  readonly warnAt: string;
  readonly alertAt: string;
  readonly alertMinutes: number;
}

interface Known {
  readonly incident: Incident | null;
  readonly policy: Policy;
  readonly time: StatusTime | null;
}

const known = new WeakMap<Unit, Known>();

/**
 * The limit of the status a unit is in; null when the policy has none for it. Kept by the unit: the watch
 * asks of every one, every few seconds.
 */
export function statusTimeOf(
  unit: Unit,
  incident: Incident | null,
  policy: Policy,
): StatusTime | null {
  const before = known.get(unit);
  if (before?.incident === incident && before.policy === policy) return before.time;
  const time = readStatusTime(unit, incident, policy);
  known.set(unit, { incident, policy, time });
  return time;
}

function readStatusTime(unit: Unit, incident: Incident | null, policy: Policy): StatusTime | null {
  const type = policy.callTypes.find(({ code }) => code === incident?.callType);
  const limit = statusLimitFor(policy, {
    status: unit.status,
    teamType: unit.teamType,
    level: incident && standingLevel(incident),
    priority: type?.priority ?? null,
  });
  if (limit === undefined) return null;
  const { from } = unit.clock;
  const { warnMinutes, alertMinutes } = limit;
  return {
    from,
    warnAt: minutesAfter(from, warnMinutes),
    alertAt: minutesAfter(from, alertMinutes),
    alertMinutes,
  };
}

/**
 * What the watch has to write of the time a unit spends in its status. A clock set back behind its
 * beginning makes it warn at once: how long it has lasted is not known any more.
 */
export function watchStatus(
  unit: Unit,
  incident: Incident | null,
  policy: Policy,
  now: number,
): StatusClockEvent[] {
  const time = unit.clock.overdueAt === null ? statusTimeOf(unit, incident, policy) : null;
  if (time === null) return [];
  const { unitId, incidentId, status } = unit;
  const { from, warnAt, alertAt, alertMinutes } = time;
  if (isSetBack(from, now)) {
    const warned = new Date(now - (Date.parse(warnAt) - Date.parse(from))).toISOString();
    return [{ type: 'unit.status-clock-set', unitId, incidentId, from: warned }];
  }
  if (now < Date.parse(alertAt)) return [];
  return [
    {
      type: 'unit.status-overdue',
      unitId,
      incidentId,
      status,
      since: from,
      minutes: alertMinutes,
    },
  ];
}

/** A crew that was alerted and then heard gets the time once more; before that a check-in changes nothing. */
export function evolveStatusClock(
  unit: Unit | null,
  event: StatusClockEvent | Extract<SafetyEvent, { type: 'unit.checked-in' }>,
  at: string,
): Unit | null {
  if (unit === null) return null;
  switch (event.type) {
    case 'unit.status-overdue':
      return { ...unit, clock: { ...unit.clock, overdueAt: at } };
    case 'unit.status-clock-set':
      return { ...unit, clock: { from: event.from, overdueAt: null } };
    case 'unit.checked-in':
      return unit.clock.overdueAt === null
        ? unit
        : { ...unit, clock: { from: at, overdueAt: null } };
  }
}
