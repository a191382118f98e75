import type { UnitRow } from '#shared/board/board-rows.ts';
import { useBoard } from '../desk/board-store.ts';
import { useTime } from '../desk/clock.ts';
import { roughAge } from '../parts/age.ts';
import { isThere, unitPlace } from './unit-place.ts';

export const PLACE_SOURCES = {
  radio: 'by radio',
  typed: 'typed',
  map: 'set on the map',
  post: 'at its post',
} as const;

/** “In Uptown, in its zone · by radio, 4 min ago”: a point an hour old is where the unit was. */
export function UnitPlaceLine({ unit }: { readonly unit: UnitRow }) {
  const incident = useBoard((board) =>
    unit.incidentId === null ? undefined : board.incidents.get(unit.incidentId),
  );
  const hasMap = useBoard((board) => board.areaMap !== null);
  const { whereabouts } = unit;
  const since = whereabouts === null ? null : Date.parse(whereabouts.at);
  const age = useTime((now) => (since === null ? '' : roughAge(now - since)));
  const there = isThere(unit.status) && incident !== undefined;
  const how =
    whereabouts === null || there ? '' : ` · ${PLACE_SOURCES[whereabouts.source]}, ${age}`;
  return (
    <span className="unit-whereabouts">
      {unitPlace(unit, incident, hasMap)}
      {how}
    </span>
  );
}
