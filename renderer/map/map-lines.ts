import type { IncidentRow, UnitRow } from '#shared/board/board-rows.ts';
import type { Position, PositionSource } from '#shared/place/position.ts';
import type { Policy } from '#shared/policy/policy.ts';
import { standingOf } from '../units/unit-groups.ts';
import { isThere, OUTSIDE_THE_AREAS } from '../units/unit-place.ts';

/** How exactly somebody knows where it is. */
export type Known =
  | { readonly kind: 'point'; readonly position: Position }
  /** Somewhere in the area: never drawn as a point. */
  | { readonly kind: 'area' }
  | { readonly kind: 'nowhere' };

export interface AreaLine {
  readonly kind: 'area';
  readonly key: string;
  /** Null for what is outside every area, and for what nobody can place. */
  readonly areaId: string | null;
  readonly name: string;
  readonly zone: string | null;
  readonly open: number;
  /** When the oldest of them was opened; null while none is open. */
  readonly oldest: string | null;
  readonly free: number;
}

export interface IncidentOnMap {
  readonly kind: 'incident';
  readonly key: string;
  readonly id: string;
  readonly areaKey: string;
  readonly known: Known;
}

export interface UnitOnMap {
  readonly kind: 'unit';
  readonly key: string;
  readonly id: string;
  readonly areaKey: string;
  readonly known: Known;
  /** The incident it is with, which says where it is; null when it was reported itself. */
  readonly at: number | null;
  readonly source: PositionSource | null;
}

export type MapLine = AreaLine | IncidentOnMap | UnitOnMap;

/** Key of what has a point in no area. */
export const OUTSIDE = 'outside';
const NOWHERE = 'nowhere';

/**
 * Everything on the map in reading order: by zone and area as the policy lists them, each area with its
 * incidents as the queue orders them and then its units; at the end what is outside, and what nobody can
 * place. The picture draws these lines and nothing else, so that the list says all it says.
 */
export function mapLines(
  areas: Policy['areas'],
  incidents: readonly IncidentRow[],
  units: readonly UnitRow[],
): readonly MapLine[] {
  const known = new Set(areas.map(({ id }) => id));
  const inArea = (areaId: string | null, placed: boolean) =>
    areaId !== null && known.has(areaId) ? areaId : placed ? OUTSIDE : NOWHERE;
  const incidentLines = incidents.map((row): IncidentOnMap => {
    const { incidentId: id, areaId, position } = row;
    const where: Known = position !== null ? { kind: 'point', position } : hasArea(areaId, known);
    const areaKey = inArea(areaId, position !== null);
    return { kind: 'incident', key: `incident/${id}`, id, areaKey, known: where };
  });
  const placeOf = new Map(incidentLines.map((line) => [line.id, line]));
  const unitLines = units.map((row) => unitLine(row, placeOf, known, inArea));
  const rows = { incidents: new Map(incidents.map((row) => [row.incidentId as string, row])) };
  const free = new Set(
    units.filter((row) => standingOf(row) === 'free').map(({ unitId }) => unitId as string),
  );
  const group = (
    key: string,
    name: string,
    areaId: string | null,
    zone: string | null,
  ): MapLine[] => {
    const here = incidentLines.filter((line) => line.areaKey === key);
    const with_ = unitLines.filter((line) => line.areaKey === key);
    const opened = here.map(({ id }) => rows.incidents.get(id)?.openedAt ?? '').sort();
    const head: AreaLine = {
      kind: 'area',
      key: `area/${key}`,
      areaId,
      name,
      zone,
      open: here.length,
      oldest: opened[0] ?? null,
      free: with_.filter(({ id }) => free.has(id)).length,
    };
    const empty = areaId === null && here.length + with_.length === 0;
    return empty ? [] : [head, ...here, ...with_];
  };
  return [
    ...areas.flatMap(({ id, name, zone }) => group(id, name, id, zone)),
    ...group(OUTSIDE, OUTSIDE_THE_AREAS, null, null),
    ...group(NOWHERE, 'Place not known', null, null),
  ];
}

function hasArea(areaId: string | null, known: ReadonlySet<string>): Known {
  return areaId !== null && known.has(areaId) ? { kind: 'area' } : { kind: 'nowhere' };
}

function unitLine(
  { unitId, status, incidentId, incidentNumber, whereabouts }: UnitRow,
  incidents: ReadonlyMap<string, IncidentOnMap>,
  known: ReadonlySet<string>,
  inArea: (areaId: string | null, placed: boolean) => string,
): UnitOnMap {
  const line = { kind: 'unit', key: `unit/${unitId}`, id: unitId } as const;
  const scene = isThere(status) ? incidents.get(incidentId ?? '') : undefined;
  if (scene !== undefined && scene.known.kind !== 'nowhere')
    return {
      ...line,
      areaKey: scene.areaKey,
      known: scene.known,
      at: incidentNumber,
      source: null,
    };
  if (whereabouts === null)
    return { ...line, areaKey: NOWHERE, known: { kind: 'nowhere' }, at: null, source: null };
  const { position, areaId, source } = whereabouts;
  const where: Known = position !== null ? { kind: 'point', position } : hasArea(areaId, known);
  return { ...line, areaKey: inArea(areaId, position !== null), known: where, at: null, source };
}
