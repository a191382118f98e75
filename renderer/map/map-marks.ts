import type { IncidentRow, UnitRow } from '#shared/board/board-rows.ts';
import { isHigher, levelRank, type Level } from '#shared/routing/level.ts';
import type { UnitStatus } from '#shared/unit/unit-status.ts';
import { standingOf, type Standing } from '../units/unit-groups.ts';
import type { MapLine } from './map-lines.ts';
import type { Plane } from './plane.ts';

/** One sign on the map, for one incident or unit, or for several that would lie over one another. */
export interface Mark {
  readonly key: string;
  /** Keys of the lines it stands for. */
  readonly of: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly label: string;
  readonly sign:
    | { readonly kind: 'incident'; readonly level: Level }
    | { readonly kind: 'unit'; readonly status: UnitStatus; readonly standing: Standing };
}

/** What is somewhere in an area, as its badge says it. */
export interface Somewhere {
  readonly incidents: number;
  readonly highest: Level | null;
  readonly units: readonly string[];
  readonly of: readonly string[];
}

/** What a sign with its label takes of the window, in pixels. */
const PLATE = { width: 60, height: 22 };

export interface BoardRows {
  readonly incidents: ReadonlyMap<string, IncidentRow>;
  readonly units: ReadonlyMap<string, UnitRow>;
}

/**
 * Signs for everything whose point is known, the most urgent first. One that would lie over a sign of its
 * kind at this scale is counted in that one, which stays at a point that is true of it.
 */
export function marksOf(
  lines: readonly MapLine[],
  { incidents, units }: BoardRows,
  plane: Plane,
  scale: number,
): readonly Mark[] {
  const kept: Mark[] = [];
  const all = lines.flatMap((line) => {
    if (line.kind === 'area' || line.known.kind !== 'point') return [];
    const [x, y] = plane.across(line.known.position);
    return markOf(line, incidents, units, x, y) ?? [];
  });
  for (const mark of all.toSorted((a, b) => rankOf(b.sign) - rankOf(a.sign))) {
    const under = kept.findIndex((other) => wouldCover(mark, other, scale));
    const other = kept[under];
    if (other === undefined) kept.push(mark);
    else kept[under] = { ...other, of: [...other.of, ...mark.of] };
  }
  return kept.map((mark) =>
    mark.of.length === 1 ? mark : { ...mark, label: `× ${mark.of.length}` },
  );
}

function wouldCover(mark: Mark, other: Mark, scale: number): boolean {
  return (
    mark.sign.kind === other.sign.kind &&
    Math.abs(mark.x - other.x) * scale < PLATE.width &&
    Math.abs(mark.y - other.y) * scale < PLATE.height
  );
}

/** The higher level, and a free unit among busy ones: what somebody looks for. */
function rankOf(sign: Mark['sign']): number {
  if (sign.kind === 'incident') return levelRank(sign.level);
  return sign.standing === 'free' ? 1 : 0;
}

function markOf(
  line: Exclude<MapLine, { kind: 'area' }>,
  incidents: BoardRows['incidents'],
  units: BoardRows['units'],
  x: number,
  y: number,
): Mark | null {
  const base = { key: line.key, of: [line.key], x, y };
  if (line.kind === 'incident') {
    const row = incidents.get(line.id);
    return row === undefined
      ? null
      : { ...base, label: String(row.number), sign: { kind: 'incident', level: row.level } };
  }
  const row = units.get(line.id);
  if (row === undefined) return null;
  const { unitId: label, status } = row;
  return { ...base, label, sign: { kind: 'unit', status, standing: standingOf(row) } };
}

/** By area: what is known to be somewhere in it. */
export function somewhereIn(
  lines: readonly MapLine[],
  { incidents }: BoardRows,
): ReadonlyMap<string, Somewhere> {
  const found = new Map<string, Somewhere>();
  for (const line of lines) {
    if (line.kind === 'area' || line.known.kind !== 'area') continue;
    const before = found.get(line.areaKey) ?? { incidents: 0, highest: null, units: [], of: [] };
    const of = [...before.of, line.key];
    if (line.kind === 'unit')
      found.set(line.areaKey, { ...before, of, units: [...before.units, line.id] });
    else {
      const level = incidents.get(line.id)?.level ?? null;
      const higher = level !== null && (before.highest === null || isHigher(level, before.highest));
      const highest = higher ? level : before.highest;
      found.set(line.areaKey, { ...before, of, incidents: before.incidents + 1, highest });
    }
  }
  return found;
}
