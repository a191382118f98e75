import { idOf, isComponent, member, type Component } from './components.ts';

/**
 * Two documents about one incident as one, the later laid over the earlier. Components are told apart by their
 * `$id`; what the later leaves out is not unsaid, and everything nobody here knows stays where it was.
 */
export function mergeEidos(earlier: Component, later: Component): Component {
  return overlaid(earlier, later, (name) => mergeLists(listIn(earlier, name), listIn(later, name)));
}

/** `later` over `earlier`, member by member; lists of components by `merged`. */
function overlaid(
  earlier: Component,
  later: Component,
  merged: (name: string) => readonly unknown[],
): Component {
  const entries = new Map<string, unknown>(Object.entries(earlier));
  for (const [name, value] of Object.entries(later))
    entries.set(name, isListOfComponents(value) ? merged(name) : value);
  return Object.fromEntries(entries);
}

function isListOfComponents(value: unknown): value is readonly Component[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((each) => isComponent(each) && idOf(each) !== null)
  );
}

function listIn(document: Component, name: string): readonly unknown[] {
  const list = member(document, name);
  return Array.isArray(list) ? list : [];
}

/** In the earlier's order, each in its place; what is new comes after. */
export function mergeLists(earlier: readonly unknown[], later: readonly unknown[]): unknown[] {
  const fresh = new Map<string, unknown>();
  for (const each of later) fresh.set(keyOf(each), each);
  const kept = earlier.map((each) => {
    const key = keyOf(each);
    const found = fresh.get(key) ?? each;
    fresh.delete(key);
    return found;
  });
  return [...kept, ...fresh.values()];
}

/** By its id; one without is told apart by everything in it. */
function keyOf(value: unknown): string {
  const id = isComponent(value) ? idOf(value) : null;
  return id === null ? `as it is ${JSON.stringify(value)}` : `id ${id}`;
}
