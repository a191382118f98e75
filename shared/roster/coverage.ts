import { workedSpans, type Shift, type Span } from './shift.ts';

/** A required role that nobody is planned for, while the team is in its hours. */
export interface CrewGap extends Span {
  readonly role: string;
}

/**
 * Where the plan leaves a required role unfilled although somebody of the crew is planned then, within the
 * hours of service, role by role. While nobody is planned at all the unit is not short: it is not there.
 */
export function gapsOf(
  shifts: readonly Shift[],
  required: readonly string[],
  hours: readonly Span[],
): CrewGap[] {
  const crewed = joined(shifts);
  return [...new Set(required)].flatMap((role) => {
    const worked = joined(shifts.filter((shift) => shift.role === role).flatMap(workedSpans));
    return joined(hours)
      .flatMap((open) => both(open, crewed))
      .flatMap((span) => without(span, worked))
      .map((span): CrewGap => ({ role, ...span }));
  });
}

/** In order, those that touch made one. */
export function joined(spans: readonly Span[]): Span[] {
  const all: Span[] = [];
  for (const span of [...spans].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = all.at(-1);
    if (last === undefined || span.from > last.to) all.push(span);
    else if (span.to > last.to) all[all.length - 1] = { from: last.from, to: span.to };
  }
  return all;
}

/** What of a span lies in the parts. */
export function both(whole: Span, parts: readonly Span[]): Span[] {
  return parts
    .map(({ from, to }) => ({
      from: from > whole.from ? from : whole.from,
      to: to < whole.to ? to : whole.to,
    }))
    .filter(({ from, to }) => from < to);
}

function without(whole: Span, taken: readonly Span[]): Span[] {
  const left: Span[] = [];
  let { from } = whole;
  for (const span of taken) {
    if (span.to <= from || span.from >= whole.to) continue;
    if (span.from > from) left.push({ from, to: span.from });
    from = span.to;
  }
  return from < whole.to ? [...left, { from, to: whole.to }] : left;
}
