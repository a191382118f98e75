import { mappedTypeOf, type CallTypeMap } from './call-type-map.ts';

/** A type as another center hands it over: a registry's text, its own code and words. */
export interface ToldType {
  readonly registry: string | null;
  readonly code: string | null;
  readonly text: string | null;
}

/** The words a person reads and reviews: the sender's own before the registry's. */
export function rawTypeOf({ text, code, registry }: ToldType): string | null {
  return text ?? code ?? registry;
}

/**
 * Our call type for a call that was handed over; `certain` is what the registry itself says. A person who
 * reviewed the words comes first. That a call is about something else is never said by a pattern alone: then
 * its type stays open, and somebody asks.
 */
export function callTypeOfTold(
  told: ToldType,
  certain: string | null,
  map: CallTypeMap,
): string | null {
  const raw = rawTypeOf(told);
  const meant = raw === null ? null : mappedTypeOf(raw, map);
  if (meant?.how === 'reviewed') return meant.callType;
  if (certain !== null && map.types.has(certain)) return certain;
  return meant === null || meant.nexus === 'none' ? null : meant.callType;
}
