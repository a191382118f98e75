import type { Lane } from './lanes.ts';
import type { RosterShift, RosterUnit } from '#shared/board/roster-view.ts';
import type { Span } from '#shared/roster/shift.ts';
import type { CrewGap } from '#shared/roster/coverage.ts';
import { wallDateTime } from '../desk/wall-date.ts';
import { wallTime } from '../desk/wall-time.ts';
import { spokenRole } from '../units/spoken-role.ts';

/** "15:00–23:00". */
export function hoursInWords({ from, to }: Span): string {
  return `${wallTime(from)}–${wallTime(to)}`;
}

/** Everything about a shift in one sentence: what a screen reader hears. */
export function shiftInWords(shift: RosterShift, unit: RosterUnit, now: number): string {
  const { name, role, from, to, breaks, calledOff } = shift;
  const said = [
    `${name}, ${spokenRole(role)} on ${unit.unitId}`,
    `${wallDateTime(from, now)} to ${wallTime(to)}`,
    ...breaks.map((pause) => `break ${wallTime(pause.from)} to ${wallTime(pause.to)}`),
    ...(calledOff === null ? [] : [`does not come: ${calledOff}`]),
  ];
  return said.join(', ');
}

export function gapInWords({ role, from, to }: CrewGap, unit: RosterUnit, now: number): string {
  return `No ${spokenRole(role)} on ${unit.unitId}, ${wallDateTime(from, now)} to ${wallTime(to)}`;
}

/** "3 gaps in 2 crews ahead", or that there are none. */
export function gapsInWords(lanes: readonly Lane[]): string {
  const gaps = lanes.flatMap(({ cells }) => cells.filter(({ kind }) => kind === 'gap'));
  if (gaps.length === 0)
    return lanes.some(({ role }) => role !== null) ? 'Every planned crew is whole' : '';
  const short = new Set(gaps.map(({ unit }) => unit.unitId)).size;
  const crews = short === 1 ? 'one crew' : `${short} crews`;
  return `${gaps.length === 1 ? 'One gap' : `${gaps.length} gaps`} ahead in ${crews}`;
}
