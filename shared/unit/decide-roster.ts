import { refuse, type Refusal } from '../lib/refusal.ts';
import type { Policy } from '../policy/policy.ts';
import type { ShiftEvent } from '../roster/shift-events.ts';
import type { Shift } from '../roster/shift.ts';
import type { UnitEvent } from './unit-events.ts';
import type { Posting, Unit } from './unit.ts';

/** What still ties a unit to the floor. */
export interface Ties {
  /** Number of an open incident it is on, was on or comes to; null when there is none. */
  readonly incident: number | null;
  /** Somebody in it has raised an alarm that nobody has cleared. */
  readonly alarm: boolean;
}

/** Takes a unit off the roster, with what was still planned for it. */
export function retireUnit(
  { unitId }: Unit,
  reason: string,
  shiftsAhead: readonly Shift[],
  { incident, alarm }: Ties,
): (UnitEvent | ShiftEvent)[] | Refusal {
  if (incident !== null)
    return refuse(
      'on-incident',
      `${unitId} belongs to incident ${incident}, which is open. Take it off the roster when that is closed. It stays where it is.`,
    );
  if (alarm)
    return refuse(
      'alarm-open',
      `${unitId} has an alarm that nobody has cleared. Clear it first. It stays where it is.`,
    );
  return [
    ...shiftsAhead.map(({ shiftId }): ShiftEvent => ({ type: 'shift.removed', shiftId, unitId })),
    { type: 'unit.retired', unitId, reason },
  ];
}

/** A unit belongs to another team or zone from a date on; null takes back what was planned. */
export function planPosting(
  unit: Unit,
  posting: Posting | null,
  policy: Policy,
  today: string,
): UnitEvent[] | Refusal {
  const { unitId } = unit;
  if (posting === null)
    return unit.posting === null ? [] : [{ type: 'unit.posting-planned', unitId, posting }];
  const { teamType, zone, from } = posting;
  if (!policy.teamTypes.some(({ id }) => id === teamType))
    return refuse('unknown-team-type', `The policy has no team type “${teamType}”.`);
  if (from < today)
    return refuse(
      'date-passed',
      `${from} has passed. Give today or a later day. ${unitId} stays as it is.`,
    );
  if (teamType === unit.teamType && zone === unit.zone)
    return refuse(
      'same-posting',
      `${unitId} is that team in that zone already. Change the team or the zone.`,
    );
  const planned: UnitEvent = { type: 'unit.posting-planned', unitId, posting };
  return [planned, ...postingDue({ ...unit, posting }, today)];
}

/** On an incident it stays what it was sent as, and changes when it is free. */
export function postingDue({ unitId, posting, incidentId }: Unit, today: string): UnitEvent[] {
  if (posting === null || incidentId !== null || posting.from > today) return [];
  const { teamType, zone } = posting;
  return [{ type: 'unit.posting-began', unitId, teamType, zone }];
}
