import { shortened, type Mistake, type Place } from './policy-problems.ts';

/** The ids one list of a policy defines, and what a reference into it is called. */
export interface Known {
  /** Such as “fact”. */
  readonly what: string;
  /** Such as `$.facts`. */
  readonly list: string;
  readonly ids: ReadonlySet<string>;
}

/** The mistake of naming an id that its list does not define; nothing when it does. */
export function unknownId({ what, list, ids }: Known, at: Place, id: string): Mistake[] {
  if (ids.has(id)) return [];
  const remedy = () => {
    const meant = nearest(id, ids);
    const add = `add the ${what} to ${list}`;
    return meant === null ? `Name one it has, or ${add}.` : `Write “${meant}”, or ${add}.`;
  };
  return [{ at, message: `The policy has no ${what} “${shortened(id)}”.`, remedy }];
}

/** One mistake for each entry of a list that stood in it before. */
export function repeats<Entry>(
  list: readonly Entry[],
  keyOf: (entry: Entry) => string,
  mistake: (entry: Entry, at: number, first: number) => Mistake,
): Mistake[] {
  const firsts = new Map<string, number>();
  return list.flatMap((entry, at) => {
    const first = firsts.get(keyOf(entry));
    if (first !== undefined) return [mistake(entry, at, first)];
    firsts.set(keyOf(entry), at);
    return [];
  });
}

/** Ids of a list that must lead somewhere, each only once. */
export function eachKnownOnce(known: Known, at: Place, ids: readonly string[]): Mistake[] {
  return [
    ...ids.flatMap((id, index) => unknownId(known, [...at, index], id)),
    ...repeats(
      ids,
      (id) => id,
      (id, index) => ({
        at: [...at, index],
        message: `The ${known.what} “${id}” stands in this list twice.`,
        remedy: 'Remove one of the two.',
      }),
    ),
  ];
}

function nearest(id: string, ids: ReadonlySet<string>): string | null {
  let best: string | null = null;
  let fewest = Math.min(3, Math.ceil(id.length / 3)) + 1;
  for (const candidate of ids) {
    if (Math.abs(candidate.length - id.length) >= fewest) continue;
    const edits = editsBetween(id, candidate);
    if (edits < fewest) [best, fewest] = [candidate, edits];
  }
  return best;
}

/** How many letters have to be put in, taken out or replaced to come from one word to the other. */
function editsBetween(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (above[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(replaced, (above[j] as number) + 1, (row[j - 1] as number) + 1));
    }
    above = row;
  }
  return above[b.length] as number;
}
