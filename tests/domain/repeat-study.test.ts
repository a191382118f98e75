import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { meets } from '#shared/outcomes/repeat-definitions.ts';
import { LAUNCH_LAG_DAYS, studyGroups, studyStart } from '#shared/outcomes/repeat-study.ts';
import type { StudyDesign } from '#shared/outcomes/repeat-study.ts';
import type { Course, PersonTimeline, Stay } from '#shared/outcomes/repeat-timeline.ts';

/** Launched on day 100 of a record that begins on day 0; the study of it can begin on day 128. */
const design: StudyDesign = {
  recordFrom: 0,
  launch: 100,
  to: 400,
  windowDays: 90,
  earlierBy: 0,
  served: ['served'],
  unserved: ['unserved'],
};

const person = (calls: Readonly<Record<number, Course>>, away: Stay[] = []): PersonTimeline => ({
  calls: Object.entries(calls).map(([day, course]) => ({ day: Number(day), course })),
  away,
});
const groups = (people: PersonTimeline[], changes: Partial<StudyDesign> = {}) =>
  studyGroups(people, { ...design, ...changes });

test('calls before a period count towards a definition, but one of them has to be in it', () => {
  const calls = [5, 10, 15].map((day) => ({ day, course: 'not-eligible' as const }));
  expect(meets(calls, { calls: 3, days: 60 }, 15)).toBe(true);
  expect(meets(calls, { calls: 3, days: 60 }, 15.1)).toBe(false);
});

describe('so many calls within so many days', () => {
  const calls = (...days: number[]) =>
    days.map((day) => ({ day, course: 'not-eligible' as const }));
  test.each([
    [calls(1, 31), { calls: 2, days: 30 }, true],
    [calls(1, 31.5), { calls: 2, days: 30 }, false],
    [calls(1, 40, 61), { calls: 3, days: 60 }, true],
    [calls(1, 40, 90, 95, 99), { calls: 3, days: 60 }, true],
    [calls(1), { calls: 2, days: 30 }, false],
    [[], { calls: 2, days: 30 }, false],
  ])('%j, %j: %s', (timed, definition, so) => {
    expect(meets(timed, definition, 0)).toBe(so);
  });
});

describe('who is compared', () => {
  test('the first eligible call chooses, and is in neither window itself', () => {
    const { served, unserved } = groups([
      person({
        150: 'not-eligible',
        199: 'not-eligible',
        200: 'served',
        201: 'served',
        289: 'sent',
      }),
      person({ 109.5: 'not-eligible', 200: 'unserved', 290: 'served' }),
    ]);
    expect(served).toEqual([{ before: { calls: 2, days: 90 }, after: { calls: 2, days: 90 } }]);
    expect(unserved).toEqual([{ before: { calls: 0, days: 90 }, after: { calls: 0, days: 90 } }]);
  });

  test('not within four weeks of the launch, whether a team came then or not', () => {
    expect(studyStart(design)).toBe(100 + LAUNCH_LAG_DAYS);
    const { served, unserved, leftOut } = groups([
      person({ 110: 'served', 200: 'unserved' }),
      person({ 110: 'unserved', 200: 'served' }),
    ]);
    expect([served, unserved]).toEqual([[], []]);
    expect(leftOut.earlier).toBe(2);
  });

  test('an eligible call before the launch does not count against anybody', () => {
    expect(groups([person({ 50: 'unserved', 200: 'served' })]).served).toHaveLength(1);
  });

  test('neither whose window is not over, nor whom somebody decided otherwise for', () => {
    const { served, unserved, leftOut, waiting } = groups([
      person({ 311: 'served' }),
      person({ 200: 'otherwise', 210: 'served' }),
      person({ 200: 'sent' }),
      person({ 200: 'not-eligible' }),
    ]);
    expect([...served, ...unserved]).toEqual([]);
    expect(leftOut).toEqual({ earlier: 0, otherwise: 2, tooRecent: 1 });
    expect(waiting.served).toEqual([{ time: 89, happened: false }]);
  });

  test('nobody is chosen after the last day', () => {
    const people = [person({ 150: 'served' }), person({ 450: 'served' })];
    expect(groups(people).served).toHaveLength(1);
  });

  test('a record that begins late has to have a whole window first', () => {
    expect(studyStart({ ...design, recordFrom: 90 })).toBe(180);
    expect(studyStart({ ...design, recordFrom: 90, earlierBy: 90 })).toBe(270);
  });

  test('days away are no days in which somebody could call', () => {
    const { served } = groups([
      person({ 200: 'served' }, [
        { from: 100, to: 120 },
        { from: 190, to: 230 },
      ]),
    ]);
    expect(served).toEqual([{ before: { calls: 0, days: 70 }, after: { calls: 0, days: 60 } }]);
  });

  test('who was not served at first stays there, and is counted when served later', () => {
    const { unserved, served, servedLater } = groups([person({ 200: 'unserved', 205: 'served' })]);
    expect([served.length, unserved.length, servedLater]).toEqual([0, 1, 1]);
  });

  test('windows a whole length earlier end before the call that chose', () => {
    const calls = {
      30: 'not-eligible',
      150: 'not-eligible',
      200: 'served',
      210: 'served',
    } as const;
    const { served } = groups([person(calls)], { earlierBy: 90 });
    expect(served).toEqual([{ before: { calls: 1, days: 90 }, after: { calls: 1, days: 90 } }]);
  });

  test('the time to the next call ends with it, or with the record', () => {
    const { waiting } = groups([
      person({ 200: 'served', 207.5: 'not-eligible' }),
      person({ 200: 'unserved' }, [{ from: 300, to: 320 }]),
      person({ 390: 'unserved', 401: 'served' }),
    ]);
    expect(waiting.served).toEqual([{ time: 7.5, happened: true }]);
    expect(waiting.unserved).toEqual([
      { time: 180, happened: false },
      { time: 10, happened: false },
    ]);
  });
});

const course = fc.constantFrom<Course>('served', 'unserved', 'sent', 'otherwise', 'not-eligible');
const anybody = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 4500 }), course), { maxLength: 30 })
  .map((calls): PersonTimeline => {
    const sorted = calls.toSorted(([one], [other]) => one - other);
    return {
      calls: sorted.map(([tenths, each]) => ({ day: tenths / 10, course: each })),
      away: [],
    };
  });

test('everybody who is eligible in the period is in one place exactly', () => {
  fc.assert(
    fc.property(fc.array(anybody, { maxLength: 20 }), (people) => {
      const { served, unserved, leftOut } = groups(people);
      const eligible = people.filter(({ calls }) =>
        calls.some(({ day, course: each }) => day >= 100 && day < 400 && each !== 'not-eligible'),
      );
      const { earlier, otherwise, tooRecent } = leftOut;
      expect(served.length + unserved.length + earlier + otherwise + tooRecent).toBe(
        eligible.length,
      );
    }),
  );
});

test('what happens afterwards never moves anybody into another group', () => {
  fc.assert(
    fc.property(fc.array(anybody, { minLength: 1, maxLength: 20 }), course, (people, last) => {
      const more = people.map((each) => ({
        ...each,
        calls: [...each.calls, { day: 450.1, course: last }],
      }));
      const without = groups(people);
      const withMore = groups(more);
      expect(withMore.served.length).toBe(without.served.length);
      expect(withMore.unserved.length).toBe(without.unserved.length);
    }),
  );
});
