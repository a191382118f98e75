import type { IncidentRow, UnitRow } from '#shared/board/board-rows.ts';
import type { UnitStatus } from '#shared/unit/unit-status.ts';

/** With the person or waiting for the word beside the scene: there, and no longer where it was reported. */
const THERE: readonly UnitStatus[] = ['on-scene', 'with-patient'];

export function isThere(status: UnitStatus): boolean {
  return THERE.includes(status);
}

/** Said of what has a point in no area, on the map and on the board. */
export const OUTSIDE_THE_AREAS = 'Outside the areas';

const STANDINGS = {
  'in-its-zone': ', in its zone',
  'in-other-zone': ', not its zone',
  'outside-its-areas': ', not an area of its team',
  unknown: '',
} as const;

/** Where a unit is, as far as somebody knows: in its zone or not, or outside every area. */
export function unitPlace(
  unit: Pick<UnitRow, 'status' | 'incidentNumber' | 'whereabouts'>,
  incident: Pick<IncidentRow, 'area' | 'position'> | undefined,
  hasMap: boolean,
): string {
  if (isThere(unit.status) && incident !== undefined) {
    const at = `At incident ${unit.incidentNumber}`;
    if (incident.area !== null) return `${at}, ${incident.area}`;
    return incident.position !== null && hasMap ? `${at}, outside the areas` : at;
  }
  const { whereabouts } = unit;
  if (whereabouts === null) return 'Place never reported';
  const { area, areaId, standing } = whereabouts;
  if (area !== null) return `In ${area}${STANDINGS[standing]}`;
  if (areaId !== null) return 'In an area that the policy no longer has';
  return hasMap ? OUTSIDE_THE_AREAS : 'At a point, and no map says in which area';
}
