import type { IncidentRow, UnitRow } from '#shared/board/board-rows.ts';
import type { PicturedArea } from '#shared/place/area-examination.ts';
import type { Position } from '#shared/place/position.ts';
import { levelRank, type Level } from '#shared/routing/level.ts';
import type { UnitStatus } from '#shared/unit/unit-status.ts';
import { standingOf, type Standing } from '../units/unit-groups.ts';
import type { MapLine } from './map-lines.ts';
import type { Plane } from './plane.ts';

/** What the map shows of one incident or unit at its point, or of all that is somewhere in one area. */
export interface Mark {
  readonly key: string;
  /** Keys of the lines it stands for, the most urgent first. */
  readonly of: readonly string[];
  /** On the plane. */
  readonly x: number;
  readonly y: number;
  /** False for what is only known to be in the area: never drawn at a place. */
  readonly exact: boolean;
  readonly incidents: number;
  readonly units: number;
  /** Number or call sign of the most urgent one. */
  readonly label: string;
  readonly sign: MarkSign;
}

export type MarkSign =
  | { readonly kind: 'incident'; readonly level: Level }
  | { readonly kind: 'unit'; readonly status: UnitStatus; readonly standing: Standing };

export interface BoardRows {
  readonly incidents: ReadonlyMap<string, IncidentRow>;
  readonly units: ReadonlyMap<string, UnitRow>;
}

/** The most urgent first: what comes first keeps its place, and what would cover it is counted with it. */
export function marksOf(
  lines: readonly MapLine[],
  rows: BoardRows,
  plane: Plane,
  shapes: readonly PicturedArea[],
): readonly Mark[] {
  const points: Mark[] = [];
  const somewhere = new Map<string, Mark[]>();
  const labels = new Map(shapes.map(({ areaId, label }) => [areaId, label]));
  for (const line of lines) {
    const row = line.kind === 'area' ? undefined : rowOf(line, rows);
    if (line.kind === 'area' || row === undefined) continue;
    const position = placeOf(line, labels);
    if (position === null) continue;
    const mark = onceFor(line, row, plane, () => markOf(line, row, plane.across(position)));
    if (mark.exact) {
      points.push(mark);
      continue;
    }
    const here = somewhere.get(line.areaKey);
    if (here === undefined) somewhere.set(line.areaKey, [mark]);
    else here.push(mark);
  }
  const areas = [...somewhere].map(([areaKey, members]) => inOne(areaKey, members.sort(byUrgency)));
  return [...areas, ...points].sort(byUrgency);
}

type PlacedLine = Exclude<MapLine, { kind: 'area' }>;

function rowOf({ kind, id }: PlacedLine, { incidents, units }: BoardRows) {
  return kind === 'incident' ? incidents.get(id) : units.get(id);
}

/** Its point, or where the area it is in has its name. */
function placeOf(
  { known, areaKey }: PlacedLine,
  labels: ReadonlyMap<string | null, PicturedArea['label']>,
): Position | null {
  if (known.kind === 'point') return known.position;
  const label = known.kind === 'area' ? labels.get(areaKey) : undefined;
  return label === undefined ? null : { lon: label[0], lat: label[1] };
}

const made = new WeakMap<
  MapLine,
  { readonly row: object; readonly plane: Plane; readonly mark: Mark }
>();

function onceFor(line: MapLine, row: object, plane: Plane, make: () => Mark): Mark {
  const before = made.get(line);
  if (before?.row === row && before.plane === plane) return before.mark;
  const mark = make();
  made.set(line, { row, plane, mark });
  return mark;
}

function inOne(areaKey: string, members: readonly Mark[]): Mark {
  const [first, ...others] = members as [Mark, ...Mark[]];
  return { ...others.reduce(gathered, first), key: `somewhere/${areaKey}` };
}

/** The first with another counted in it. Somewhere and a point together are no place either. */
export function gathered(first: Mark, other: Mark): Mark {
  return {
    ...first,
    of: [...first.of, ...other.of],
    exact: first.exact && other.exact,
    incidents: first.incidents + other.incidents,
    units: first.units + other.units,
  };
}

/** The higher level, and a free unit among busy ones: what somebody looks for. Incidents before units. */
function byUrgency(a: Mark, b: Mark): number {
  return rankOf(b.sign) - rankOf(a.sign);
}

function rankOf(sign: MarkSign): number {
  if (sign.kind === 'incident') return 2 + levelRank(sign.level);
  return sign.standing === 'free' ? 1 : 0;
}

function markOf(
  line: PlacedLine,
  row: IncidentRow | UnitRow,
  [x, y]: readonly [number, number],
): Mark {
  const base = { key: line.key, of: [line.key], x, y, exact: line.known.kind === 'point' };
  if ('level' in row) {
    const sign = { kind: 'incident', level: row.level } as const;
    return { ...base, incidents: 1, units: 0, label: String(row.number), sign };
  }
  const sign = { kind: 'unit', status: row.status, standing: standingOf(row) } as const;
  return { ...base, incidents: 0, units: 1, label: row.unitId, sign };
}

/** By area of the policy: how urgent the most urgent open incident in it is. Areas without any are left out. */
export function urgencyOfAreas(
  lines: readonly MapLine[],
  { incidents }: BoardRows,
): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const line of lines) {
    const row = line.kind === 'incident' ? incidents.get(line.id) : undefined;
    if (line.kind !== 'incident' || row === undefined) continue;
    found.set(line.areaKey, Math.max(found.get(line.areaKey) ?? 0, 1 + levelRank(row.level)));
  }
  return found;
}
