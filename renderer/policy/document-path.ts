/** A place in a policy document: member names and positions, outermost first. */
export type Path = readonly (string | number)[];

/** As problems and differences name it: `$.gates[2].rules[0].because`. */
export function written(path: Path): string {
  return path.reduce<string>(
    (text, step) => (typeof step === 'number' ? `${text}[${step}]` : `${text}.${step}`),
    '$',
  );
}

/** Reads `$.gates[2].rules[0]` back; what it cannot read is left out. */
export function readPath(text: string): Path {
  return [...text.matchAll(/\.([^.[\]]+)|\[(\d+)\]/g)].map(([, name, at]) =>
    at === undefined ? (name ?? '') : Number(at),
  );
}

/** Whether `inner` lies in `outer`, or is it. Both as written. */
export function covers(outer: string, inner: string): boolean {
  if (!inner.startsWith(outer)) return false;
  const next = inner[outer.length];
  return next === undefined || next === '.' || next === '[';
}

export function valueAt(document: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, step) => memberOf(value, step), document);
}

function memberOf(value: unknown, step: string | number): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return (value as Record<string | number, unknown>)[step];
}

/**
 * The document with another value there; undefined takes the member away, because a policy has no
 * undefined members. Everything beside the path keeps its identity.
 */
export function withValue<T>(document: T, path: Path, value: unknown): T {
  const [step, ...rest] = path;
  if (step === undefined) return value as T;
  const next = rest.length === 0 ? value : withValue(memberOf(document, step), rest, value);
  if (Array.isArray(document)) {
    const copy = [...(document as unknown[])];
    if (next === undefined) copy.splice(Number(step), 1);
    else copy[Number(step)] = next;
    return copy as T;
  }
  const copy = { ...(document as Record<string, unknown>) };
  if (next === undefined) delete copy[step];
  else copy[step] = next;
  return copy as T;
}

/** The document without the member or the element at that place. */
export function without<T>(document: T, path: Path): T {
  return withValue(document, path, undefined);
}

/** The document with `value` put into the list at `path`, before the position that ends the path. */
export function inserted<T>(document: T, path: Path, value: unknown): T {
  const list = valueAt(document, path.slice(0, -1));
  const copy = Array.isArray(list) ? [...(list as unknown[])] : [];
  copy.splice(Number(path.at(-1) ?? copy.length), 0, value);
  return withValue(document, path.slice(0, -1), copy);
}
