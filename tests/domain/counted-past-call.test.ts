import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pastCallNumbered } from '../support/past-call-numbered.ts';
import type { PastCall, PastCourse } from '#shared/call/past-call.ts';
import { FUNNEL, MOMENTS, type Told } from '#shared/outcomes/counted-call.ts';
import { countedPastCall } from '#shared/outcomes/counted-past-call.ts';

const pastCall = (changes: Partial<PastCall> = {}): PastCall => ({
  ...pastCallNumbered(1, 'MHDIST'),
  ...changes,
});

const stepsOf = (steps: PastCourse['steps'] & object, behavioral: Told = true) =>
  countedPastCall(pastCall({ course: { steps } }), behavioral).steps;

describe('when a past call was received', () => {
  test.each([
    // A Monday, a Sunday, and a Sunday whose week began in the year before.
    ['2031-05-05T00:00', '2031-05-05T00:00:00', '2031-05-05', 0],
    ['2031-05-11T23:59:59.999', '2031-05-11T23:59:59', '2031-05-05', 167],
    ['2034-01-01T12:30:10', '2034-01-01T12:30:10', '2033-12-26', 156],
  ])('%s', (receivedLocal, local, week, hourOfWeek) => {
    const counted = countedPastCall(pastCall({ receivedLocal }), true);
    expect(counted).toMatchObject({ receivedLocal: local, week, hourOfWeek, open: false });
  });
});

describe('the steps of a past call', () => {
  test('one that was taken shows that the call is behavioral, whatever its type says', () => {
    expect(stepsOf({ served: true }, false)).toMatchObject({ behavioral: true, served: true });
    expect(stepsOf({}, false)).toMatchObject({ behavioral: false, served: null });
  });

  test('a record that contradicts itself cannot tell', () => {
    expect(stepsOf({ arrived: false, contact: true })).toMatchObject({
      arrived: null,
      contact: true,
      served: null,
    });
  });

  test('from one that was not taken on, none was', () => {
    expect(stepsOf({ eligible: true, assigned: false })).toMatchObject({
      eligible: true,
      offered: null,
      assigned: false,
      arrived: false,
      linked: false,
    });
  });

  test('not having been screened says nothing about the rest', () => {
    expect(stepsOf({ screened: false })).toMatchObject({ screened: false, eligible: null });
  });

  test('never deny a step before one that was taken, and never invent one', () => {
    const told = fc.record(Object.fromEntries(FUNNEL.map((step) => [step, fc.boolean()])), {
      requiredKeys: [],
    });
    fc.assert(
      fc.property(told, fc.constantFrom(true, false, null), (steps, behavioral) => {
        const counted = stepsOf(steps, behavioral);
        const furthest = FUNNEL.findLastIndex((step) => counted[step] === true);
        for (const [at, step] of FUNNEL.entries()) {
          if (at < furthest) expect(counted[step]).not.toBe(false);
          if (step !== 'behavioral') expect(counted[step] === true).toBe(steps[step] === true);
        }
      }),
    );
  });
});

test('what is not told is null, what is told is kept', () => {
  const bare = countedPastCall(pastCall(), null);
  expect(bare.elapsed).toEqual(Object.fromEntries(MOMENTS.map((moment) => [moment, null])));
  const course = {
    elapsed: { arrived: 840, cleared: 700 },
    outOfOrder: ['cleared'],
    disposition: 'services',
    channel: '988',
    backUp: false,
  } as const;
  expect(countedPastCall(pastCall({ course }), true)).toMatchObject({
    elapsed: { dispatched: null, arrived: 840, cleared: 700 },
    outOfOrder: ['cleared'],
    disposition: 'services',
    channel: '988',
    backUp: false,
    policeOnScene: null,
  });
});
