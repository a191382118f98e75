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
  const incidentLines = incidents.map((row) =>
    onceFor(row, areas, (): IncidentOnMap => {
      const { incidentId: id, areaId, position } = row;
      const where: Known = position !== null ? { kind: 'point', position } : hasArea(areaId, known);
      const areaKey = inArea(areaId, position !== null);
      return { kind: 'incident', key: `incident/${id}`, id, areaKey, known: where };
    }),
  );
  const placeOf = new Map(incidentLines.map((line) => [line.id, line]));
  const unitLines = units.map((row) => {
    const scene = isThere(row.status) ? placeOf.get(row.incidentId ?? '') : undefined;
    return onceFor(row, scene ?? areas, () => unitLine(row, scene, known, inArea));
  });
  const rows = { incidents: new Map(incidents.map((row) => [row.incidentId as string, row])) };
  const free = new Set(
    units.filter((row) => standingOf(row) === 'free').map(({ unitId }) => unitId as string),
  );
  const incidentsIn = byArea(incidentLines);
  const unitsIn = byArea(unitLines);
  const group = (
    key: string,
    name: string,
    areaId: string | null,
    zone: string | null,
  ): MapLine[] => {
    const here = incidentsIn.get(key) ?? [];
    const with_ = unitsIn.get(key) ?? [];
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

function byArea<T extends { readonly areaKey: string }>(lines: readonly T[]): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const line of lines) {
    const here = found.get(line.areaKey);
    if (here === undefined) found.set(line.areaKey, [line]);
    else here.push(line);
  }
  return found;
}

const made = new WeakMap<object, { readonly by: object; readonly line: object }>();

/** A row that did not change has the line it had: of a thousand, a change of the board makes one anew. */
function onceFor<T extends object>(row: object, by: object, make: () => T): T {
  const before = made.get(row);
  if (before?.by === by) return before.line as T;
  const line = make();
  made.set(row, { by, line });
  return line;
}

function hasArea(areaId: string | null, known: ReadonlySet<string>): Known {
  return areaId !== null && known.has(areaId) ? { kind: 'area' } : { kind: 'nowhere' };
}

function unitLine(
  { unitId, incidentNumber, whereabouts }: UnitRow,
  scene: IncidentOnMap | undefined,
  known: ReadonlySet<string>,
  inArea: (areaId: string | null, placed: boolean) => string,
): UnitOnMap {
  const line = { kind: 'unit', key: `unit/${unitId}`, id: unitId } as const;
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
