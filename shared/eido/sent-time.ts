const FORM = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)$/u;
const FIRST = Date.parse('1990-01-01T00:00:00Z');
const LAST = Date.parse('2200-01-01T00:00:00Z');

/** Most parts of a document have one time, and each of them is asked for it twice. */
let last: { readonly said: string; readonly time: string | null } = { said: '', time: null };

/** A time of the standard, with its offset, as an ISO instant; null when it is none or of no sane year. */
export function sentTime(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  if (value !== last.said) last = { said: value, time: readTime(value) };
  return last.time;
}

function readTime(value: string): string | null {
  if (!FORM.test(value)) return null;
  const at = Date.parse(value);
  return Number.isNaN(at) || at < FIRST || at > LAST ? null : new Date(at).toISOString();
}
