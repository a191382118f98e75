import type { Policy, Sourced } from './policy.ts';
import { levelRank, type Level } from '../routing/level.ts';
import { UNIT_STATUS, UNIT_STATUSES, type UnitStatus } from '../unit/unit-status.ts';

/** The statuses a unit may be too long in: those on an incident. Nobody is available for too long. */
export const LIMITED_STATUSES: readonly UnitStatus[] = UNIT_STATUSES.filter(
  (status) => UNIT_STATUS[status].onIncident,
);

/** How long a unit may stay in a status of an incident: minutes until it is warned of, and alerted. */
export interface StatusLimit extends Sourced {
  readonly status: UnitStatus;
  /** From this level of the incident up; null for every level. */
  readonly fromLevel: Level | null;
  /** For call types of this priority or a higher one (1 is the highest); null for every call type. */
  readonly upToPriority: number | null;
  /** Team types it is for; null for all. */
  readonly teamTypes: readonly string[] | null;
  readonly warnMinutes: number;
  readonly alertMinutes: number;
}

/** What a limit is looked up by. What is not known yet counts as the highest there is. */
export interface Limited {
  readonly status: UnitStatus;
  readonly teamType: string;
  /** Null while nobody has decided. */
  readonly level: Level | null;
  /** Null while the call type is not set. */
  readonly priority: number | null;
}

/** The limit that holds: the first of the document that fits; undefined when none does. */
export function statusLimitFor(
  { statusLimits = [] }: Pick<Policy, 'statusLimits'>,
  { status, teamType, level, priority }: Limited,
): StatusLimit | undefined {
  return statusLimits.find(
    (limit) =>
      limit.status === status &&
      (limit.teamTypes === null || limit.teamTypes.includes(teamType)) &&
      (limit.fromLevel === null ||
        level === null ||
        levelRank(level) >= levelRank(limit.fromLevel)) &&
      (limit.upToPriority === null || priority === null || priority <= limit.upToPriority),
  );
}

/** Whether everything the second limit is about finds the first one already. */
export function holdsForAllOf(first: StatusLimit, second: StatusLimit): boolean {
  const { fromLevel, upToPriority, teamTypes } = first;
  return (
    first.status === second.status &&
    (fromLevel === null ||
      (second.fromLevel !== null && levelRank(second.fromLevel) >= levelRank(fromLevel))) &&
    (upToPriority === null ||
      (second.upToPriority !== null && second.upToPriority <= upToPriority)) &&
    (teamTypes === null ||
      (second.teamTypes !== null && second.teamTypes.every((id) => teamTypes.includes(id))))
  );
}
