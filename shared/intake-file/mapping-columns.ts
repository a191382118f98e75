import { MOMENTS, type Moment } from '../outcomes/counted-call.ts';
import type { Mapping, MomentColumn } from './mapping-schema.ts';

/** A column of categories as far as it has to be found. */
interface Chosen {
  readonly column?: string;
  readonly optional?: boolean;
}

/** What a mapping calls each moment. */
export const MOMENT_MEMBERS = {
  answered: 'answered',
  decided: 'decided',
  dispatched: 'dispatched',
  'en-route': 'enRoute',
  arrived: 'arrived',
  cleared: 'cleared',
} as const satisfies Record<Moment, keyof Mapping>;

/** The columns a moment is read from, in order. */
export function momentColumns({ column, columns }: MomentColumn): readonly string[] {
  return columns ?? (column === undefined ? [] : [column]);
}

/** Columns of categories. */
export const CHOICES = [
  'area',
  'outcome',
  'channel',
  'language',
  'age',
  'response',
  'unserved',
  'level',
  'recommendedLevel',
  'highestLevel',
  'direction',
  'overridden',
  'backUp',
  'dangerFound',
  'policeOnScene',
] as const satisfies readonly (keyof Mapping)[];

/** The columns a mapping gives a meaning to: those a file must have, and those it may leave out. */
export function columnsOf(mapping: Mapping): {
  readonly needed: readonly string[];
  readonly optional: readonly string[];
} {
  const needed: string[] = [];
  const optional: string[] = [...(mapping.checked ?? [])];
  const add = (names: readonly string[], mayMiss: boolean | undefined) =>
    (mayMiss === true ? optional : needed).push(...names);
  const single = (each: Chosen | undefined) => {
    if (each?.column !== undefined) add([each.column], each.optional);
  };
  single(mapping.recordNumber);
  for (const member of ['received', 'closed'] as const) {
    const moment = mapping[member];
    if (moment !== undefined) add(momentColumns(moment), moment.optional);
  }
  add(mapping.type.columns ?? [], false);
  for (const each of ['priority', 'agency', 'disposition'] as const) single(mapping[each]);
  add(mapping.address?.columns ?? [], false);
  single(mapping.latitude);
  single(mapping.longitude);
  for (const moment of MOMENTS) {
    const told = mapping[MOMENT_MEMBERS[moment]];
    if (told !== undefined) add(momentColumns(told), told.optional);
  }
  for (const each of CHOICES) single(mapping[each]);
  for (const each of Object.values(mapping.steps ?? {})) single(each);
  add(mapping.person?.columns ?? [], false);
  return { needed: [...new Set(needed)], optional: [...new Set(optional)] };
}

/** Whether a mapping reads anything that is only kept as a pseudonym or a band. */
export function readsPrivately({ person, age }: Mapping): boolean {
  return person !== undefined || age?.formats !== undefined;
}

/** Columns whose words are never repeated in an answer, whether or not they look like categories. */
export function privateColumns({ person, age }: Mapping): readonly string[] {
  return [...(person?.columns ?? []), ...(age?.column === undefined ? [] : [age.column])];
}
