import { CREW_WARNING_MINUTES } from '#shared/roster/shift.ts';
import type { UnitRow } from '#shared/board/board-rows.ts';
import { useTime } from '../desk/clock.ts';
import { wallTime } from '../desk/wall-time.ts';
import { spokenRole } from './spoken-role.ts';

type Leaves = NonNullable<UnitRow['leaves']>;

/** Near enough that a dispatcher should think of it before sending the unit far. */
export function isNear({ at }: Leaves, now: number): boolean {
  const left = Date.parse(at) - now;
  return left > 0 && left <= CREW_WARNING_MINUTES * 60_000;
}

/** "clinician leaves 23:00, in 25 min". */
export function LeavesLine({ leaves }: { readonly leaves: Leaves }) {
  const { at, roles, why } = leaves;
  const minutes = useTime((now) => Math.max(0, Math.ceil((Date.parse(at) - now) / 60_000)));
  const goes = why === 'break-began' ? 'on break' : roles.length === 1 ? 'leaves' : 'leave';
  return (
    <>
      {roles.map(spokenRole).join(' and ')} {goes} {wallTime(at)}
      {minutes <= 120 && `, in ${minutes} min`}
    </>
  );
}
