import fc from 'fast-check';
import { readPolicy } from '#shared/policy/document/policy-document.ts';
import shipped from '#shared/policy/default-policy.json' with { type: 'json' };

/** A policy while it is edited by a test, which may write anything anywhere, also what is none. */
// oxlint-disable-next-line typescript/no-explicit-any -- any narrower type refuses the wrong values tests are about
export type Loose = any;

/** Every optional member in use, and a team type in two periods: the shipped policy has not all of them. */
export function fullPolicy(): Record<string, Loose> {
  const policy: Record<string, Loose> = structuredClone(shipped);
  const first = policy['teamTypes'][0];
  policy['teamTypes'].push({
    ...structuredClone(first),
    hours: [{ days: [1, 2, 3, 4, 5], from: 630, to: 960 }],
    callTypes: ['MHDIST', 'SUITHR'],
    effectiveFrom: '2026-06-01',
  });
  first.effectiveTo = '2026-06-01';
  return policy;
}

export function problemsOf(document: unknown) {
  const read = readPolicy(document);
  return 'problems' in read ? read.problems : [];
}

/** What is wrong with the full policy after an edit. */
export function problemsAfter(edit: (policy: Loose) => void) {
  const policy = fullPolicy();
  edit(policy);
  return problemsOf(policy);
}

/** One random change: which place of the document, what is done there, and with what. */
interface Change {
  readonly place: number;
  readonly how: number;
  readonly other: number;
  readonly value: unknown;
}

const awkward = ['__proto__', 'constructor', 'toString', 'a b', 'source', 'fact', 'L2', 'no', ''];

const values = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.integer({ min: -2, max: 1500 }),
  fc.constantFrom(...awkward, null, true, false, 'yes', 'unknown', 'Other words', '2026-02-30'),
);

export const changes = (most: number): fc.Arbitrary<Change[]> =>
  fc.array(fc.record({ place: fc.nat(), how: fc.nat(7), other: fc.nat(), value: values }), {
    minLength: 0,
    maxLength: most,
  });

/** Never changed: every change is made on a copy. */
const FULL = fullPolicy();

/**
 * The full policy after the changes; still JSON, and often still a policy. A change after which the
 * document is not `wanted` is left out.
 */
export function changedPolicy(
  list: readonly Change[],
  wanted: (document: unknown) => boolean = () => true,
): unknown {
  let document: unknown = FULL;
  for (const change of list) {
    const next = changed(document, change);
    if (wanted(next)) document = next;
  }
  return document;
}

function changed(before: unknown, { place, how, other, value }: Change): unknown {
  const places: Place[] = [];
  const document = copied(before, places);
  const chosen = places[place % Math.max(1, places.length)];
  if (chosen === undefined) return structuredClone(value);
  const { holder, key, value: old } = chosen;
  const list = Array.isArray(holder) ? holder : null;
  const set = (name: PropertyKey, to: unknown) =>
    Object.defineProperty(holder, name, { ...OWN, value: to });
  if (how === 0) set(key, structuredClone(value));
  else if (how === 1 && list !== null) list.splice(Number(key), 1);
  else if (how === 1) Reflect.deleteProperty(holder, key);
  else if (how === 2)
    set(
      list === null ? (awkward[other % awkward.length] ?? '') : list.length,
      structuredClone(old),
    );
  else if (how === 3 && list !== null)
    list.splice(other % list.length, 0, ...list.splice(Number(key), 1));
  else if (typeof old === 'boolean') set(key, !old);
  else if (typeof old === 'number') set(key, old + 1);
  else if (typeof old === 'string') {
    const texts = places.map((each) => each.value).filter((each) => typeof each === 'string');
    set(key, how === 4 ? texts[other % texts.length] : `${old}x`);
  }
  return document;
}

/** A member of an object or an entry of a list. */
interface Place {
  readonly holder: object;
  readonly key: string | number;
  readonly value: unknown;
}

const OWN = { enumerable: true, configurable: true, writable: true } as const;

/** A copy, and every place of it in the order of the document: one walk, which structuredClone is not. */
function copied(value: unknown, places: Place[]): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const holder: object = Array.isArray(value) ? [] : {};
  for (const [key, inner] of Array.isArray(value) ? value.entries() : Object.entries(value)) {
    const place = { holder, key, value: inner as unknown };
    places.push(place);
    place.value = copied(inner, places);
    // Assigning to it would set the prototype.
    if (key === '__proto__') Object.defineProperty(holder, key, { ...OWN, value: place.value });
    else (holder as Record<PropertyKey, unknown>)[key] = place.value;
  }
  return holder;
}
