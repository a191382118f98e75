import { useState } from 'react';
import { share } from '../desk/share.ts';

interface Keyed {
  readonly key: string;
}

/** The new list with the old one’s parts where nothing changed, and the old list itself when nothing did. */
export function keepSame<T extends Keyed>(before: readonly T[], after: readonly T[]): readonly T[] {
  const known = new Map(before.map((each) => [each.key, each]));
  const next = after.map((each) => share(known.get(each.key), each));
  const same = next.length === before.length && next.every((each, at) => each === before[at]);
  return same ? before : next;
}

/** While changes stream in, what did not change keeps its identity, and nothing is drawn for it. */
export function useSame<T extends Keyed>(after: readonly T[]): readonly T[] {
  const [before, setBefore] = useState(after);
  const kept = before === after ? before : keepSame(before, after);
  if (kept !== before) setBefore(kept);
  return kept;
}

export function useSameMap<T>(after: ReadonlyMap<string, T>): ReadonlyMap<string, T> {
  const [before, setBefore] = useState(after);
  const same =
    after.size === before.size && [...after].every(([key, each]) => before.get(key) === each);
  if (!same) setBefore(after);
  return same ? before : after;
}
