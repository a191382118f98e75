import { cellReader, nothingSaid, type CellOf } from './cells.ts';
import type { MidnightRule, Reading } from './course-times.ts';
import type { Layout } from './layout.ts';
import { momentColumns } from './mapping-columns.ts';
import { USUAL_FORMATS, USUAL_UNKNOWN } from './mapping.ts';
import type { Mapping, MomentColumn } from './mapping-schema.ts';
import { isUnusable } from './read.ts';
import { compileFormats, type TimeReader } from './time-pattern.ts';

/** How one moment is read from a row, and what it is called in a reason. */
export interface MomentReader {
  readonly column: string;
  readonly midnight: MidnightRule;
  readonly read: (fields: readonly string[]) => Reading;
}

/** Null where the mapping does not name the moment, or this file leaves it out. */
export function momentReader(
  mapping: Mapping,
  layout: Layout,
  hasZone: boolean,
  moment: MomentColumn | undefined,
): MomentReader | null {
  if (moment === undefined) return null;
  const names = momentColumns(moment);
  if (names.some((name) => !layout.places.has(name))) return null;
  const cells = names.map((name) => cellReader(layout, name));
  const read = timeReader(moment.formats ?? mapping.times?.formats ?? USUAL_FORMATS);
  const saysNothing = nothingSaid([
    ...(mapping.unknown ?? USUAL_UNKNOWN),
    ...(moment.unknown ?? []),
  ]);
  const textOf = writtenIn(cells, saysNothing);
  const whenEmpty: Reading = moment.empty === 'did-not-happen' ? 'did-not-happen' : 'nothing';
  return {
    column: names.join(' and '),
    midnight: moment.midnight ?? mapping.times?.midnight ?? 'time',
    read: (fields) => {
      const text = textOf(fields);
      if (text === null) return whenEmpty;
      if (text === '') return 'nothing';
      const told = read(text);
      if (isUnusable(told)) return { unreadable: told.why };
      const { kind } = told.value;
      if (kind === 'day') return { unreadable: 'is a day without a time' };
      if (!hasZone && (kind === 'instant' || mapping.times?.written === 'utc'))
        return {
          unreadable: 'is in UTC or has an offset, and the zone of the center is not known',
        };
      return { told: told.value };
    },
  };
}

/** What the cells of a moment say together; '' when one of them says nothing, null when one is empty. */
function writtenIn(
  cells: readonly CellOf[],
  saysNothing: (cell: string) => boolean,
): (fields: readonly string[]) => string | null {
  const [only] = cells;
  if (only !== undefined && cells.length === 1)
    return (fields) => {
      const text = only(fields) ?? '';
      return text === '' ? null : saysNothing(text) ? '' : text;
    };
  return (fields) => {
    const parts = cells.map((cell) => cell(fields) ?? '');
    if (parts.includes('')) return null;
    const text = parts.join(' ');
    return parts.some(saysNothing) || saysNothing(text) ? '' : text;
  };
}

/** @throws when a mapping was not looked at before: reading one finds formats that are none. */
function timeReader(formats: readonly string[]): TimeReader {
  const compiled = compileFormats(formats);
  if (typeof compiled === 'function') return compiled;
  throw new Error(compiled.why);
}
