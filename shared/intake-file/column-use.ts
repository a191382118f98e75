import type { ColumnShape } from './column-shapes.ts';
import { CHOICES, MOMENT_MEMBERS, momentColumns } from './mapping-columns.ts';
import type { Mapping, MomentColumn } from './mapping-schema.ts';
import { guessOutcomes } from './suggest-outcomes.ts';
import { NO_COLUMN } from './suggest-mapping.ts';

/** What one column of an export can be taken for, in the order a person looks for it. */
export const COLUMN_USES = [
  { use: 'received', label: 'Received' },
  { use: 'type', label: 'Call type' },
  { use: 'recordNumber', label: 'Record number' },
  { use: 'address', label: 'Address' },
  { use: 'latitude', label: 'Latitude' },
  { use: 'longitude', label: 'Longitude' },
  { use: 'area', label: 'Area' },
  { use: 'answered', label: 'Answered' },
  { use: 'decided', label: 'Entered for dispatch' },
  { use: 'dispatched', label: 'Unit sent' },
  { use: 'enRoute', label: 'En route' },
  { use: 'arrived', label: 'Arrived' },
  { use: 'cleared', label: 'Units free again' },
  { use: 'closed', label: 'Closed' },
  { use: 'disposition', label: 'How it ended, as written' },
  { use: 'outcome', label: 'Outcome' },
  { use: 'response', label: 'Who was sent' },
  { use: 'channel', label: 'Came in by' },
  { use: 'priority', label: 'Priority' },
  { use: 'agency', label: 'Agency' },
  { use: 'language', label: 'Language' },
  { use: 'age', label: 'Age or birth date' },
  { use: 'person', label: 'Person (becomes a pseudonym)' },
  { use: 'unserved', label: 'Why unserved' },
  { use: 'level', label: 'Level' },
  { use: 'recommendedLevel', label: 'Recommended level' },
  { use: 'highestLevel', label: 'Highest level' },
  { use: 'direction', label: 'Up or down' },
  { use: 'overridden', label: 'Overridden' },
  { use: 'backUp', label: 'Back-up asked' },
  { use: 'dangerFound', label: 'Danger found' },
  { use: 'policeOnScene', label: 'Police on scene' },
] as const;
export type ColumnUse = (typeof COLUMN_USES)[number]['use'];
export const COLUMN_USE_IDS = COLUMN_USES.map(({ use }) => use) as [ColumnUse, ...ColumnUse[]];

const MOMENT_USES = ['received', ...Object.values(MOMENT_MEMBERS), 'closed'] as const;
const TEXT_USES = [
  'recordNumber',
  'priority',
  'agency',
  'disposition',
  'latitude',
  'longitude',
] as const;
const JOINED_USES = ['type', 'address', 'person'] as const;

/** What a mapping takes a column for; the same column may be read more than once. */
export function usesOf(mapping: Mapping, column: string): readonly ColumnUse[] {
  const here = sameColumn(column);
  return COLUMN_USES.map(({ use }) => use).filter((use) => columnsRead(mapping, use).some(here));
}

function columnsRead(mapping: Mapping, use: ColumnUse): readonly string[] {
  const member = mapping[use];
  if (member === undefined) return [];
  if (isMoment(use)) return momentColumns(member as MomentColumn);
  const { column, columns } = member as { column?: string; columns?: readonly string[] };
  return columns ?? (column === undefined ? [] : [column]);
}

/**
 * The mapping with a column taken for something else, or for nothing. Whatever it was before it is not any more;
 * what else had that use alone loses it, because two columns cannot both be it.
 */
export function takeColumnAs(mapping: Mapping, shape: ColumnShape, use: ColumnUse | null): Mapping {
  const freed = withoutColumn(mapping, shape.name);
  if (use === null) return freed;
  if (isMoment(use)) return { ...freed, [use]: momentOf(shape) };
  if (isOneOf(JOINED_USES, use)) {
    const before = use === 'type' ? [] : columnsRead(freed, use);
    return { ...freed, [use]: { columns: [...before, shape.name] } };
  }
  if (isOneOf(TEXT_USES, use)) return withPlaceWhole({ ...freed, [use]: { column: shape.name } });
  return { ...freed, [use]: choiceOf(use, shape) };
}

function withoutColumn(mapping: Mapping, column: string): Mapping {
  const here = sameColumn(column);
  let left: Mapping = mapping;
  for (const { use } of COLUMN_USES) {
    const read = columnsRead(left, use);
    if (!read.some(here)) continue;
    const rest = read.filter((name) => !here(name));
    if (use === 'received') left = { ...left, received: { column: NO_COLUMN } };
    else if (use === 'type')
      left = { ...left, type: rest.length === 0 ? { always: 'CALL' } : { columns: rest } };
    else if (isOneOf(JOINED_USES, use) && rest.length > 0)
      left = { ...left, [use]: { ...left[use], columns: rest } };
    else {
      const { [use]: _gone, ...others } = left;
      left = others as Mapping;
    }
  }
  return withPlaceWhole(left);
}

/** Half a point is none: a mapping that names only one of the two is refused. */
function withPlaceWhole(mapping: Mapping): Mapping {
  const { area } = mapping;
  if (area?.from !== 'place' || mapping.latitude !== undefined) return mapping;
  const { area: _gone, ...others } = mapping;
  return others;
}

function momentOf({ name, time }: ColumnShape): MomentColumn {
  return time === null ? { column: name } : { column: name, formats: [time.format] };
}

function choiceOf(use: ColumnUse, { name, categories, time }: ColumnShape) {
  if (use === 'outcome') return guessOutcomes(name, categories, []) ?? { column: name };
  if (use === 'age' && time !== null) return { column: name, formats: [time.format] };
  return { column: name };
}

/** What a column looks like, in words, without anything that stands in it. */
export function shapeInWords({ time, filled, distinct, categories, numeric }: ColumnShape): string {
  if (filled === 0) return 'empty';
  const part = filled < 0.995 ? `, in ${Math.round(filled * 100)} of 100 rows` : '';
  if (time !== null) return `times written ${time.format}${part}`;
  if (numeric) return `${distinct > 0.95 ? 'numbers, all different' : 'numbers'}${part}`;
  if (categories !== null) return `${categories.length} different words${part}`;
  return `${distinct > 0.95 ? 'text, all different' : 'text'}${part}`;
}

function isMoment(use: ColumnUse): use is (typeof MOMENT_USES)[number] {
  return isOneOf(MOMENT_USES, use);
}

function isOneOf<T extends ColumnUse>(uses: readonly T[], use: ColumnUse): use is T {
  return (uses as readonly ColumnUse[]).includes(use);
}

function sameColumn(column: string): (other: string) => boolean {
  const folded = column.trim().toLowerCase();
  return (other) => other.trim().toLowerCase() === folded;
}

/** Every use is one of these groups, so that none is forgotten when a mapping learns a new word. */
export const CHOICE_USES: readonly ColumnUse[] = CHOICES;
