import { describe, expect, test } from 'vitest';
import { NO_EFFECT, simulatedProgram, LAUNCH, RECORD_DAYS } from '../support/simulated-program.ts';
import { compare, verdictOf, type Comparison } from '#shared/outcomes/repeat-comparison.ts';
import { repeatFigures, type RepeatRecord } from '#shared/outcomes/repeat-figures.ts';
import type { StudyDesign } from '#shared/outcomes/repeat-study.ts';
import type { Course, PersonTimeline } from '#shared/outcomes/repeat-timeline.ts';
import { waitingOf } from '#shared/outcomes/repeat-waiting.ts';
import { sayComparison, sayRange, sayRatio, sayReading } from '#shared/outcomes/say-repeat.ts';

const design: StudyDesign = {
  recordFrom: 0,
  launch: LAUNCH,
  to: RECORD_DAYS,
  windowDays: 90,
  earlierBy: 0,
  served: ['served'],
  unserved: ['unserved'],
};

/** Chosen on day 250, with so many calls in the 90 days before and after. */
function person(course: Course, before: number, after: number): PersonTimeline {
  const calls = (from: number, many: number) =>
    Array.from({ length: many }, (_, at) => {
      return { day: from + 80 * ((at + 1) / (many + 1)), course: 'not-eligible' as Course };
    });
  return { calls: [...calls(165, before), { day: 250, course }, ...calls(251, after)], away: [] };
}

const many = (count: number, course: Course, before: number, after: number) =>
  Array.from({ length: count }, () => person(course, before, after));
const missing = (people: PersonTimeline[], changes: Partial<StudyDesign> = {}) => {
  const { comparison } = compare(people, { ...design, ...changes });
  return comparison.enough ? [] : comparison.missing;
};

describe('what has to be there', () => {
  test('thirty calls of each group', () => {
    expect(missing([...many(14, 'served', 1, 1), ...many(1, 'unserved', 1, 1)])).toEqual([
      'Calls of people a team came to: 28 of at least 30, from 14 people.',
      'Calls of people no team could come to: 2 of at least 30, from 1 person.',
    ]);
    expect(missing([...many(15, 'served', 1, 1), ...many(15, 'unserved', 1, 1)])).toEqual([]);
  });

  test('five people in each of the four windows', () => {
    const few = [...many(20, 'served', 2, 0), ...many(4, 'served', 2, 1)];
    expect(missing([...few, ...many(15, 'unserved', 1, 1)])).toEqual([
      'People who called after the first call of people a team came to: 4 of at least 5.',
    ]);
  });

  test('nobody who is more than half of it alone', () => {
    const people = [...many(20, 'served', 1, 1), person('served', 1, 25)];
    expect(missing([...people, ...many(20, 'unserved', 1, 1)])).toEqual([
      'One person made more than half of the calls after the first call of people a team came to: it would be about that person.',
    ]);
  });

  test('time enough for the windows', () => {
    const [first] = missing(many(20, 'served', 1, 1), { to: 260 });
    expect(first).toContain('More time');
    expect(first).toContain('90 days on record before it and 90 days after it');
  });
});

describe('what it says', () => {
  // Two kinds of people in each group, so that an interval has something to be made of.
  const enough = (people: PersonTimeline[]): Extract<Comparison, { enough: true }> => {
    const { comparison } = compare(people, design);
    if (!comparison.enough) throw new Error(comparison.missing.join(' '));
    return comparison;
  };
  const mixed = (course: Course, before: number, after: number) => [
    ...many(40, course, before, after),
    ...many(40, course, before + 1, after + 1),
  ];

  test('a fall beyond that of the others', () => {
    const fell = enough([...mixed('served', 4, 1), ...mixed('unserved', 4, 3)]);
    expect(fell.verdict).toBe('fell');
    expect(fell.difference.ratio).toBeCloseTo(1.5 / 3.5, 6);
    expect(fell.expected.perMonth).toBeCloseTo(fell.served.after.perMonth! / (1.5 / 3.5), 6);
    expect(sayComparison(fell)).toMatch(
      /^Calls of served people fell by 57 % \(\d+ % to \d+ %\) more than those of eligible people no team could come to\.$/,
    );
    const [near, far] = /\((\d+) % to (\d+) %\)/.exec(sayComparison(fell))!.slice(1).map(Number);
    expect(near).toBeLessThan(far!);
  });

  test('a rise is said as plainly', () => {
    const rose = enough([...mixed('served', 2, 4), ...mixed('unserved', 3, 2)]);
    expect(rose.verdict).toBe('rose');
    expect(sayComparison(rose)).toContain('rose by');
  });

  test('everybody falls alike: nothing is claimed, and what fits is said', () => {
    const alike = enough([...mixed('served', 6, 2), ...mixed('unserved', 6, 2)]);
    expect(alike.difference.ratio).toBeCloseTo(1, 9);
    expect(sayComparison(alike)).toBe('We cannot tell whether people call less after a team came.');
    const counts = { served: 80, unserved: 80, servedLater: 3, leftOut: NOBODY };
    const [fits, power, later] = sayReading(alike, counts);
    expect(fits).toMatch(/^Anything from \d+ % fewer to \d+ % more calls fits the record\.$/);
    expect(power).toMatch(/a fall by \d+ % or more is seen four times out of five/);
    expect(later).toContain('a team came to 3 within the time compared after all');
    expect(sayReading(alike, { ...counts, servedLater: 0 })).toHaveLength(2);
  });

  test.each([
    [0.82, '18 % fewer'],
    [1.12, '12 % more'],
    [1.001, 'the same'],
  ])('%d reads “%s”', (ratio, words) => {
    expect(sayRatio(ratio)).toBe(words);
  });

  test.each([
    [{ low: 0.52, high: 0.86 }, '48 % to 14 % fewer'],
    [{ low: 1.03, high: 1.22 }, '3 % to 22 % more'],
    [{ low: 0.67, high: 1.59 }, '33 % fewer to 59 % more'],
  ])('%j reads “%s”', (interval, words) => {
    expect(sayRange(interval)).toBe(words);
  });

  test('an interval that reaches 1 shows nothing', () => {
    expect(verdictOf({ low: 0.7, high: 1 })).toBe('cannot-tell');
    expect(verdictOf({ low: 0.7, high: 0.99 })).toBe('fell');
    expect(verdictOf({ low: 1.01, high: 1.4 })).toBe('rose');
  });
});

const NOBODY = { earlier: 0, otherwise: 0, tooRecent: 0 };

describe('all of it', () => {
  const record: RepeatRecord = {
    people: simulatedProgram(1, NO_EFFECT),
    withUncertain: null,
    recordFrom: 0,
    launch: LAUNCH,
    from: LAUNCH,
    to: RECORD_DAYS,
    unknownCalls: 7,
    uncertainCalls: 0,
  };

  test('the callers of the period, and what was made of them', () => {
    const { callers, launch, study, otherWays, waiting, says } = repeatFigures(record);
    const calls = record.people.flatMap((person) =>
      person.calls.filter(({ day }) => day >= LAUNCH),
    );
    expect(callers).toMatchObject({ calls: calls.length, unknownCalls: 7 });
    expect(callers.concentration.calls).toBe(callers.calls);
    const [repeat, high, veryHigh] = callers.definitions.map(({ people }) => people);
    expect(repeat!.denominator).toBe(callers.people);
    expect(repeat!.numerator).toBeGreaterThan(high!.numerator);
    expect(high!.numerator).toBeGreaterThan(veryHigh!.numerator);
    expect(launch).toBe('1970-05-31');
    expect(says).toBe(sayComparison(study!.comparison));
    expect(otherWays.map(({ id }) => id)).toEqual(['shorter', 'longer', 'sent', 'placebo']);
    expect(waiting?.enough).toBe(true);
  });

  test('uncertain links make a line of their own and change nothing else', () => {
    const people = record.people.slice(0, 400);
    const { otherWays, study } = repeatFigures({ ...record, people, withUncertain: record.people });
    const line = otherWays.find(({ id }) => id === 'uncertain');
    expect(repeatFigures(record).study?.comparison).toMatchObject({ ...line?.result });
    expect(study).toEqual(repeatFigures({ ...record, people }).study);
  });

  test('nobody known, or nobody served, is said and nothing is compared', () => {
    const nobody = repeatFigures({ ...record, people: [] });
    expect(nobody).toMatchObject({ study: null, waiting: null, otherWays: [] });
    expect(nobody.says).toContain('No call is known to be of a certain person');
    const early = repeatFigures({ ...record, launch: null });
    expect(early).toMatchObject({ study: null, launch: null });
    expect(early.says).toContain('No call up to the end of this period was served');
  });

  test('there is no change of one group alone in what is told', () => {
    const { study } = repeatFigures(record);
    expect(Object.keys(study!.comparison).toSorted()).toEqual(
      ['difference', 'enough', 'expected', 'served', 'unserved', 'verdict'].toSorted(),
    );
  });
});

describe('the curve of the next call', () => {
  const spells = (course: 'served' | 'unserved', count: number, time: number) => ({
    served: [],
    unserved: [],
    [course]: Array.from({ length: count }, (_, at) => ({ time: time + at / 100, happened: true })),
  });
  const of = (waiting: { served: never[]; unserved: never[] } | ReturnType<typeof spells>) =>
    waitingOf({ served: [], unserved: [], waiting, leftOut: NOBODY, servedLater: 0 });

  test('thirty next calls of each group, or it says how many there are', () => {
    expect(of(spells('served', 12, 3))).toEqual({
      enough: false,
      missing: [
        'Next calls of people a team came to: 12 of at least 30.',
        'Next calls of people no team could come to: 0 of at least 30.',
      ],
    });
  });

  test('in whole days, the day of the first call being the first, up to half a year', () => {
    const waiting = {
      served: [...spells('served', 30, 0.2).served!, { time: 300, happened: true }],
      unserved: spells('unserved', 40, 20.5).unserved!,
    };
    const curves = of(waiting as ReturnType<typeof spells>);
    if (!curves.enough) throw new Error('Not enough.');
    expect(curves.served.steps.map(({ time }) => time)).toEqual([1]);
    expect(curves.served.happened).toBe(30);
    expect(curves.unserved.median.value).toBe(21);
    expect(curves.atRisk.served).toEqual([31, 1, 1, 1, 1, 1, 1]);
    expect(curves.p).toBeLessThan(0.001);
  });
});
