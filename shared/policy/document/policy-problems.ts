/** Something that keeps a document from being a policy: where, what is wrong, and what to do. */
export interface PolicyProblem {
  /** JSON path, such as `$.gates[2].rules[0].when[1].fact`. */
  readonly path: string;
  readonly message: string;
  readonly remedy: string;
}

/** Members and places from the document down. */
export type Place = readonly PropertyKey[];

/** A problem whose place is not yet written out. */
export interface Mistake {
  readonly at: Place;
  readonly message: string;
  /** Made only for what is told, where finding it takes time. */
  readonly remedy: string | (() => string);
}

const MOST_TOLD = 50;

/** The first fifty in the order of the document, and in words how many more there are. */
export function problemsIn(document: unknown, mistakes: readonly Mistake[]): PolicyProblem[] {
  const ordered = mistakes
    .map((mistake) => ({ mistake, order: orderOf(document, mistake.at) }))
    .sort((a, b) => compare(a.order, b.order))
    .map(({ mistake }) => mistake);
  const told = ordered.slice(0, MOST_TOLD).map(({ at, message, remedy }) => ({
    path: pathOf(at),
    message,
    remedy: typeof remedy === 'string' ? remedy : remedy(),
  }));
  const rest = ordered.length - MOST_TOLD;
  if (rest <= 0) return told;
  return [
    ...told,
    {
      path: '$',
      message: `There ${rest === 1 ? 'is 1 more problem' : `are ${rest} more problems`}.`,
      remedy: 'Mend the ones above, then look again.',
    },
  ];
}

/** The JSON path of a place; members with unusual names stand in brackets. */
export function pathOf(at: Place): string {
  return at.reduce<string>((path, step) => {
    if (typeof step === 'number') return `${path}[${step}]`;
    const name = String(step);
    if (/^[A-Za-z_]\w*$/.test(name) && name.length <= SHOWN) return `${path}.${name}`;
    return `${path}[${JSON.stringify(shortened(name))}]`;
  }, '$');
}

const SHOWN = 80;

/** Text out of the document, short enough to stand in a sentence. */
export function shortened(text: string): string {
  return text.length <= SHOWN ? text : `${text.slice(0, SHOWN)}…`;
}

/** Where each step stands in its list or object; a member that is missing stands behind the others. */
function orderOf(document: unknown, at: Place): number[] {
  let value = document;
  return at.map((step) => {
    if (typeof value !== 'object' || value === null) return 0;
    const members = Array.isArray(value) ? null : Object.keys(value);
    const found = members === null ? Number(step) : members.indexOf(String(step));
    const order = found === -1 ? (members?.length ?? 0) : found;
    value = (value as Record<PropertyKey, unknown>)[step];
    return order;
  });
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let at = 0; at < a.length && at < b.length; at += 1) {
    const by = (a[at] as number) - (b[at] as number);
    if (by !== 0) return by;
  }
  return a.length - b.length;
}
