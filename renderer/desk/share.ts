/**
 * The new value, with every part that did not change replaced by the old one. What main sends is always
 * a fresh copy; this is what lets a component see that its part of it is the same as before.
 */
export function share<T>(before: unknown, after: T): T {
  if (Object.is(before, after)) return after;
  if (typeof after !== 'object' || after === null) return after;
  if (typeof before !== 'object' || before === null) return after;
  if (Array.isArray(after) !== Array.isArray(before)) return after;
  const old = before as Record<string, unknown>;
  const keys = Object.keys(after);
  let same = keys.length === Object.keys(old).length;
  const next = (Array.isArray(after) ? [] : {}) as Record<string, unknown>;
  for (const key of keys) {
    next[key] = share(old[key], (after as Record<string, unknown>)[key]);
    if (!Object.is(next[key], old[key]) || !(key in old)) same = false;
  }
  return (same ? before : next) as T;
}
