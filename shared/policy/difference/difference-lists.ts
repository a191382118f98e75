import type { Difference } from './differences.ts';

/** An entry of a list and where it stands in it. */
export interface Placed<Entry> {
  readonly entry: Entry;
  readonly index: number;
}

export interface Pairing<Entry> {
  /** In the order of the newer list; `before` is undefined for an added entry. */
  readonly kept: readonly {
    readonly before: Placed<Entry> | undefined;
    readonly after: Placed<Entry>;
  }[];
  readonly removed: readonly Placed<Entry>[];
}

/**
 * Which entry became which: those with equal keys, by the first way of telling them that finds one. Of
 * several with one key the first is paired with the first, so that none is ever left out.
 */
export function pairUp<Entry>(
  before: readonly Entry[],
  after: readonly Entry[],
  ...keys: readonly ((entry: Entry) => string)[]
): Pairing<Entry> {
  let free = before.map((entry, index): Placed<Entry> => ({ entry, index }));
  const found = new Map<number, Placed<Entry>>();
  for (const keyOf of keys) {
    const byKey = new Map<string, Placed<Entry>[]>();
    for (const placed of free) {
      const key = keyOf(placed.entry);
      byKey.set(key, [...(byKey.get(key) ?? []), placed]);
    }
    after.forEach((entry, index) => {
      const match = found.has(index) ? undefined : byKey.get(keyOf(entry))?.shift();
      if (match !== undefined) found.set(index, match);
    });
    const taken = new Set([...found.values()].map(({ index }) => index));
    free = free.filter(({ index }) => !taken.has(index));
  }
  const kept = after.map((entry, index) => ({ before: found.get(index), after: { entry, index } }));
  return { kept, removed: free };
}

/** Places of the entries that changed their order: the fewest without which the rest stands as before. */
export function outOfOrder(befores: readonly number[]): ReadonlySet<number> {
  // The longest rising sequence stays; `length` and `previous` rebuild it from its end.
  const length: number[] = [];
  const previous: number[] = [];
  befores.forEach((value, at) => {
    length[at] = 1;
    previous[at] = -1;
    for (let earlier = 0; earlier < at; earlier += 1) {
      const longer = (length[earlier] as number) + 1;
      if ((befores[earlier] as number) >= value || longer <= (length[at] as number)) continue;
      length[at] = longer;
      previous[at] = earlier;
    }
  });
  const moved = new Set(befores.keys());
  let at = length.indexOf(Math.max(...length));
  for (; at >= 0; at = previous[at] as number) moved.delete(at);
  return moved;
}

/** How the differences of one list of the policy are said. */
export interface ListWords<Entry> {
  /** Such as `$.facts`. */
  readonly path: string;
  readonly keys: readonly ((entry: Entry) => string)[];
  readonly subject: (entry: Entry) => string;
  readonly name: (entry: Entry) => string;
  readonly added: (entry: Entry) => string;
  readonly removed: (entry: Entry) => string;
  readonly changed: (before: Entry, after: Entry, path: string) => readonly Difference[];
  /** Such as “is asked”: how an entry stands behind another. */
  readonly stands: string;
}

/** Everything that was added, changed, moved or removed in a list, in the order of the newer one. */
export function listDifferences<Entry>(
  before: readonly Entry[],
  after: readonly Entry[],
  words: ListWords<Entry>,
): Difference[] {
  const { kept, removed } = pairUp(before, after, ...words.keys);
  const stayed = kept.filter((pair) => pair.before !== undefined);
  const moved = outOfOrder(stayed.map((pair) => pair.before?.index ?? 0));
  const movedAfter = new Set([...moved].map((at) => stayed[at]?.after.index));
  const changes = kept.flatMap(({ before: old, after: { entry, index } }): Difference[] => {
    const path = `${words.path}[${index}]`;
    const subject = words.subject(entry);
    if (old === undefined) return [{ subject, kind: 'added', says: words.added(entry), path }];
    const changed = words.changed(old.entry, entry, path);
    if (!movedAfter.has(index)) return [...changed];
    const now = placeOf(after[index - 1], words);
    const was = placeOf(before[old.index - 1], words);
    const says = `Now ${words.stands} ${now} (before: ${was}).`;
    return [...changed, { subject, kind: 'changed', says, path }];
  });
  const gone = removed.map(({ entry, index }): Difference => {
    const path = `${words.path}[${index}]`;
    return { subject: words.subject(entry), kind: 'removed', says: words.removed(entry), path };
  });
  return [...changes, ...gone];
}

/** Where an entry stands, by the one in front of it. */
export function placeOf<Entry>(
  inFront: Entry | undefined,
  { name }: Pick<ListWords<Entry>, 'name'>,
): string {
  return inFront === undefined ? 'first' : `after ${name(inFront)}`;
}

/** Equal as JSON, in whatever order the members stand; a member that is absent is not one that is null. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const members = Object.keys(a);
  return (
    members.length === Object.keys(b).length &&
    members.every(
      (member) =>
        Object.hasOwn(b, member) &&
        same((a as Record<string, unknown>)[member], (b as Record<string, unknown>)[member]),
    )
  );
}
