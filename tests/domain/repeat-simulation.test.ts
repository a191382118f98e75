import { describe, expect, test } from 'vitest';
import {
  LAUNCH,
  NO_EFFECT,
  RECORD_DAYS,
  simulatedProgram,
  type Truth,
} from '../support/simulated-program.ts';
import { compare, type Comparison } from '#shared/outcomes/repeat-comparison.ts';
import { studyGroups, type StudyDesign } from '#shared/outcomes/repeat-study.ts';
import { waitingOf } from '#shared/outcomes/repeat-waiting.ts';

const PROGRAMS = 500;

const design: StudyDesign = {
  recordFrom: 0,
  launch: LAUNCH,
  to: RECORD_DAYS,
  windowDays: 90,
  earlierBy: 0,
  served: ['served'],
  unserved: ['unserved'],
};

interface Told {
  readonly comparison: Comparison;
  /** What a program would say that compares the people it served with themselves. */
  readonly rawFall: boolean;
  readonly waitingDiffers: boolean;
}

/** Every program by the same seeds, so that a change of the method shows as a change of these counts. */
function programs(truth: Truth, many = PROGRAMS): Told[] {
  return Array.from({ length: many }, (_, at) => {
    const people = simulatedProgram(at + 1, truth);
    const groups = studyGroups(people, design);
    const waiting = waitingOf(groups);
    return {
      comparison: compare(people, design).comparison,
      rawFall: rawBeforeAfterFalls(groups.served),
      waitingDiffers: waiting.enough && waiting.p < 0.05,
    };
  });
}

/**
 * The plain comparison that CareDesk does not offer: the calls of served people up to their first team, that call
 * with them, against those after it, with the interval of two Poisson counts.
 */
function rawBeforeAfterFalls(served: ReturnType<typeof studyGroups>['served']): boolean {
  let [before, after] = [served.length, 0];
  for (const person of served) {
    before += person.before.calls;
    after += person.after.calls;
  }
  return Math.log(after / before) + 1.96 * Math.sqrt(1 / after + 1 / before) < 0;
}

const verdicts = (told: readonly Told[]) =>
  told.map(({ comparison }) => (comparison.enough ? comparison.verdict : 'not enough'));
const share = (told: readonly Told[], verdict: string) =>
  verdicts(told).filter((each) => each === verdict).length / told.length;

/** What it says on average: the middle of the ratios, on their own scale. */
function meanRatio(told: readonly Told[]): number {
  const logs = told.map(({ comparison }) =>
    comparison.enough ? Math.log(comparison.difference.ratio) : 0,
  );
  return Math.exp(logs.reduce((sum, each) => sum + each, 0) / logs.length);
}

describe('a program without any effect', () => {
  const nothing = programs(NO_EFFECT);

  test('is told to show none in at least 94 of 100, and neither a fall nor a rise more often than chance', () => {
    expect(share(nothing, 'not enough')).toBe(0);
    expect(share(nothing, 'cannot-tell')).toBeGreaterThanOrEqual(0.94);
    expect(share(nothing, 'fell')).toBeLessThan(0.045);
    expect(share(nothing, 'rose')).toBeLessThan(0.045);
    expect(meanRatio(nothing)).toBeCloseTo(1, 1);
  });

  test('would look like a success in most of them by a plain before and after', () => {
    expect(nothing.filter(({ rawFall }) => rawFall).length).toBeGreaterThan(PROGRAMS / 2);
  });

  test('people wait as long for their next call with a team as without one', () => {
    const differs = nothing.filter(({ waitingDiffers }) => waitingDiffers).length;
    expect(differs / PROGRAMS).toBeLessThanOrEqual(0.07);
  });

  test.each([
    ['while everybody calls less and less, by 30 %', { drift: 0.7 }],
    ['with people who are away for weeks', { away: 0.4 }],
    ['with few teams', { reach: [0.2, 0.2] }],
    ['with teams in one half of the town', { reach: [0.9, 0.05] }],
  ] as const)('%s, it shows none either', (_, changes) => {
    const told = programs({ ...NO_EFFECT, ...changes });
    expect(share(told, 'cannot-tell')).toBeGreaterThanOrEqual(0.94);
  });
});

describe('teams where people call more often for other reasons', () => {
  test.each([
    ['half as often again', 1.5],
    ['two thirds as often', 0.67],
  ])('%s: the known weakness of any such comparison stays small', (_, busier) => {
    const told = programs({ ...NO_EFFECT, busier, reach: [0.8, 0.2] });
    expect(meanRatio(told)).toBeGreaterThan(0.87);
    expect(meanRatio(told)).toBeLessThan(1.15);
    expect(share(told, 'cannot-tell')).toBeGreaterThan(0.87);
  });
});

describe('a program that takes away four calls of ten', () => {
  const half = { ...NO_EFFECT, effect: 0.6, reach: [0.9, 0.05] } as const;

  test('is seen in most cases with enough people, and the fall is about right', () => {
    const told = programs({ ...half, people: 1500 }, 200);
    expect(share(told, 'fell')).toBeGreaterThan(0.9);
    expect(share(told, 'rose')).toBe(0);
    expect(meanRatio(told)).toBeGreaterThan(0.57);
    expect(meanRatio(told)).toBeLessThan(0.68);
  });

  test('with fewer people it says before how much it could have seen', () => {
    const told = programs({ ...half, people: 500 }, 200);
    const seen = share(told, 'fell');
    const could = told.filter(
      ({ comparison }) => comparison.enough && comparison.difference.detectable >= 0.6,
    ).length;
    expect(seen).toBeLessThan(0.8);
    expect(could / told.length).toBeLessThan(0.5);
    expect(share(told, 'rose')).toBeLessThan(0.01);
  });

  test('where the others are served later too, it is told smaller than it is, never larger', () => {
    const told = programs({ ...half, people: 1500, reach: [0.5, 0.5] }, 200);
    expect(meanRatio(told)).toBeGreaterThan(0.6);
    expect(meanRatio(told)).toBeLessThan(0.95);
    expect(share(told, 'rose')).toBe(0);
  });
});

test('a handful of people is not enough, and it says what is missing', () => {
  const [first] = programs({ ...NO_EFFECT, people: 30 }, 1);
  expect(first?.comparison).toMatchObject({ enough: false });
  expect(verdicts([first!])).toEqual(['not enough']);
});
