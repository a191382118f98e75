import fc from 'fast-check';
import { expect, test } from 'vitest';
import { imported, type Told } from '../support/counted-history.ts';
import { countedRows } from '../support/counted-shift.ts';
import { centerAtWork, type DeskAtWork } from '../support/desk-at-work.ts';
import { play, shift } from '../support/random-shift.ts';
import { UNSERVED_CODES } from '#shared/incident/alternative-course.ts';
import { DISPOSITION_CODES } from '#shared/incident/disposition.ts';
import { FUNNEL } from '#shared/outcomes/counted-call.ts';
import type { OutcomeFigures } from '#shared/outcomes/outcome-figures.ts';
import type { Period } from '#shared/outcomes/period.ts';
import { LEVELS } from '#shared/routing/level.ts';

const figures = (atWork: DeskAtWork, period: Period): OutcomeFigures =>
  atWork.do(atWork.as('Sam'), 'outcomes.figures', { period });

/** What holds of every row: a step that was taken comes after no step that was not. */
function expectStepsInOrder(atWork: DeskAtWork): void {
  for (const row of countedRows(atWork)) {
    const steps = FUNNEL.map((step) => row[`step_${step}`]);
    const last = steps.lastIndexOf(1);
    expect(steps.slice(0, Math.max(0, last)), JSON.stringify(row)).not.toContain(0);
  }
}

/** What holds of all figures, whatever was counted. */
function expectSound(all: OutcomeFigures): void {
  const shares = [
    ...all.funnel.steps.map(({ share }) => share),
    ...all.funnel.detection.map(({ share }) => share),
    ...all.safety.shares.map(({ share }) => share),
    ...all.equity.lines.flatMap(({ group, rest }) => [group, rest]),
    ...all.times.flatMap(({ standards }) => standards.map(({ share }) => share)),
  ];
  for (const { numerator, denominator, value, low, high } of shares) {
    expect(numerator).toBeLessThanOrEqual(denominator);
    expect(value === null).toBe(denominator === 0);
    if (value !== null) expect([low! <= value, value <= high!]).toEqual([true, true]);
  }
  const { funnel } = all;
  for (const groups of [funnel.byWeek, funnel.byHourOfWeek, funnel.byArea, funnel.byCallType]) {
    const sum = (of: (group: (typeof groups)[number]) => number) =>
      groups.reduce((total, group) => total + of(group), 0);
    expect(sum(({ calls }) => calls)).toBe(funnel.calls);
    for (const { step, calls } of funnel.steps) expect(sum(({ steps }) => steps[step])).toBe(calls);
    expect(sum(({ capture }) => capture.denominator)).toBe(funnel.capture.denominator);
  }
  const reasons = all.unserved.byReason.reduce((sum, { share }) => sum + share.numerator, 0);
  expect(reasons).toBe(all.unserved.unserved.numerator);
  for (const { median, p90, n } of all.times) if (n > 0) expect(median!).toBeLessThanOrEqual(p90!);
}

test('whatever a shift does, its figures are sound and its steps in order', () => {
  fc.assert(
    fc.property(shift, (steps) => {
      const atWork = centerAtWork();
      for (const each of steps) play(atWork, each);
      expectStepsInOrder(atWork);
      expectSound(figures(atWork, { from: '2024-01-01', to: '2027-01-01' }));
      atWork.desk.close();
    }),
    { numRuns: 15 },
  );
});

const told = fc.option(fc.boolean(), { nil: undefined });
const level = fc.option(fc.constantFrom(...LEVELS), { nil: undefined });
const seconds = fc.option(fc.nat(9_000), { nil: undefined });
const day = fc.integer({ min: 1, max: 28 }).map((date) => String(date).padStart(2, '0'));
const hour = fc.nat(23).map((at) => String(at).padStart(2, '0'));

const call: fc.Arbitrary<Told> = fc
  .record({
    receivedLocal: fc.tuple(day, hour).map(([date, at]) => `2024-05-${date}T${at}:00:00`),
    callType: fc.constantFrom('MHDIST', 'WELBNG', 'OTHER'),
    areaId: fc.constantFrom('uptown', 'chatham', undefined),
    steps: fc.record(Object.fromEntries(FUNNEL.map((step) => [step, told]))),
    unserved: fc.option(fc.constantFrom(...UNSERVED_CODES), { nil: undefined }),
    disposition: fc.option(fc.constantFrom(...DISPOSITION_CODES), { nil: undefined }),
    decidedLevel: level,
    highestLevel: level,
    direction: fc.constantFrom('same', 'up', 'down', undefined),
    overridden: told,
    dangerFound: told,
    backUp: told,
    policeOnScene: told,
    elapsed: fc.record({
      answered: seconds,
      decided: seconds,
      dispatched: seconds,
      'en-route': seconds,
      arrived: seconds,
      cleared: seconds,
    }),
  })
  // As they come out of an import: a member that is not told is not there.
  .map((all) => JSON.parse(JSON.stringify(all)) as Told);

test('whatever an export tells, its figures are sound and its steps in order', () => {
  fc.assert(
    fc.property(fc.array(call, { maxLength: 40 }), (calls) => {
      const atWork = centerAtWork();
      imported(atWork, calls);
      expectStepsInOrder(atWork);
      expectSound(figures(atWork, { from: '2024-05-01', to: '2024-05-31' }));
      atWork.desk.close();
    }),
    { numRuns: 30 },
  );
});

test('the parts of a period add up to the whole of it', () => {
  fc.assert(
    fc.property(
      fc.array(call, { maxLength: 40 }),
      fc.integer({ min: 1, max: 27 }),
      (calls, cut) => {
        const atWork = centerAtWork();
        imported(atWork, calls);
        const on = (date: number) => `2024-05-${String(date).padStart(2, '0')}`;
        const whole = figures(atWork, { from: on(1), to: on(28) });
        const first = figures(atWork, { from: on(1), to: on(cut) });
        const second = figures(atWork, { from: on(cut + 1), to: on(28) });
        expect(first.funnel.calls + second.funnel.calls).toBe(whole.funnel.calls);
        for (const [at, { share }] of whole.safety.shares.entries())
          for (const count of ['numerator', 'denominator', 'unknown'] as const)
            expect(
              first.safety.shares[at]!.share[count] + second.safety.shares[at]!.share[count],
            ).toBe(share[count]);
        for (const [at, { n }] of whole.times.entries())
          expect(first.times[at]!.n + second.times[at]!.n).toBe(n);
        atWork.desk.close();
      },
    ),
    { numRuns: 15 },
  );
});
