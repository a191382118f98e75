import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EventHeap } from '#shared/outcomes/staffing/event-heap.ts';
import { dutyOf, isOn, WEEK_SECONDS, type PlannedTeam } from '#shared/outcomes/staffing/plan.ts';
import type { Demand, DemandCall } from '#shared/outcomes/staffing/demand.ts';
import { replayed, type Fate } from '#shared/outcomes/staffing/replay-demand.ts';
import { phoneWait } from '#shared/statistics/erlang-c.ts';
import { drawExponential, seeded } from '#shared/statistics/seeded.ts';
import type { ServiceHours } from '#shared/policy/policy.ts';

const ALWAYS: ServiceHours = { days: [0, 1, 2, 3, 4, 5, 6], from: 0, to: 1440 };
const HOUR = 3600;

function team(units: number, more: Partial<PlannedTeam> = {}): PlannedTeam {
  return { id: 'care', label: 'CARE', units, hours: [ALWAYS], areas: null, ...more };
}

const call = (at: number, more: Partial<DemandCall> = {}): DemandCall => {
  return { at, areaId: null, busySeconds: HOUR, ...more };
};
const own = ({ busySeconds }: DemandCall) => busySeconds ?? HOUR;

function fates(teams: PlannedTeam[], calls: DemandCall[], patienceMinutes = 60): Fate[] {
  const heard: Fate[] = [];
  replayed({ teams, patienceMinutes }, { weeks: 1, calls }, own, (fate, place) => {
    heard[place] = fate;
  });
  return heard;
}

describe('by hand', () => {
  test('a free unit goes at once; the next call waits for it; the third is given up', () => {
    expect(fates([team(1)], [call(0), call(600), call(1200)])).toEqual([
      { sent: true, unit: 0, at: 0, busySeconds: HOUR },
      { sent: true, unit: 0, at: HOUR, busySeconds: HOUR },
      { sent: false, why: 'all-busy', at: 1200 + HOUR },
    ]);
  });

  test('the unit that has been free longest goes', () => {
    const calls = [call(0), call(60, { busySeconds: 60 }), call(200), call(300)];
    const units = fates([team(3)], calls).map((fate) => fate.sent && fate.unit);
    expect(units).toEqual([0, 1, 2, 1]);
  });

  test('before the shift a call waits for it, or is given up as out of hours', () => {
    const morning = team(1, { hours: [{ days: [1], from: 480, to: 960 }] });
    expect(fates([morning], [call(7.5 * HOUR), call(17 * HOUR)])).toEqual([
      { sent: true, unit: 0, at: 8 * HOUR, busySeconds: HOUR },
      { sent: false, why: 'out-of-hours', at: 18 * HOUR },
    ]);
  });

  test('a call at the end of the shift is finished after it', () => {
    const morning = team(1, { hours: [{ days: [1], from: 480, to: 960 }] });
    const calls = [call(15.5 * HOUR)];
    const { teams } = replayed({ teams: [morning], patienceMinutes: 60 }, { weeks: 1, calls }, own);
    expect(teams).toEqual([
      {
        id: 'care',
        label: 'CARE',
        units: 1,
        calls: 1,
        onDutySeconds: 8 * HOUR,
        busySeconds: HOUR,
        overtimeSeconds: HOUR / 2,
      },
    ]);
  });

  test('nobody goes to an area that no team has; a call without one goes to anybody', () => {
    const north = team(1, { areas: ['north'] });
    const long = { busySeconds: 2 * HOUR };
    expect(fates([north], [call(0, { areaId: 'south' }), call(10, long), call(20)])).toMatchObject([
      { sent: false, why: 'out-of-area' },
      { sent: true },
      { sent: false, why: 'all-busy' },
    ]);
    expect(fates([], [call(0)])).toMatchObject([{ sent: false, why: 'out-of-hours' }]);
  });

  test('a free unit leaves those that wait for others to them', () => {
    const teams = [team(1, { areas: ['north'] }), team(1, { areas: ['south'] })];
    const north = { areaId: 'north' };
    const calls = [call(0, north), call(60, north), call(120, { areaId: 'south' })];
    expect(fates(teams, calls)).toMatchObject([
      { unit: 0, at: 0 },
      { unit: 0, at: HOUR },
      { unit: 1, at: 120 },
    ]);
  });

  test('a shift over Sunday midnight is one', () => {
    const night = team(1, {
      hours: [
        { days: [0], from: 1200, to: 1440 },
        { days: [1], from: 0, to: 240 },
      ],
    });
    const sunday = 6 * 24 * HOUR + 23.5 * HOUR;
    const calls = [call(sunday), call(sunday + 1200)];
    const { teams, captured } = replayed(
      { teams: [night], patienceMinutes: 60 },
      { weeks: 2, calls },
      own,
    );
    expect(captured).toBe(2);
    expect(teams[0]?.overtimeSeconds).toBe(0);
  });
});

/** Calls by chance at a steady rate, each with a time by chance: what the formula is about. */
function poisson(weeks: number, perHour: number, meanBusy: number, seed: number): Demand {
  const draw = seeded(seed);
  const calls: DemandCall[] = [];
  for (let at = 0; ;) {
    at += (drawExponential(draw) * HOUR) / perHour;
    if (at >= weeks * WEEK_SECONDS) return { weeks, calls };
    calls.push(call(at, { busySeconds: drawExponential(draw) * meanBusy }));
  }
}

describe('against the closed form', () => {
  test.each([
    { units: 1, perHour: 0.5 },
    { units: 2, perHour: 1.4 },
    { units: 5, perHour: 4 },
  ])('$units units and $perHour calls an hour wait as Erlang says', ({ units, perHour }) => {
    const known = phoneWait(perHour, HOUR, units, 0);
    const runs = Array.from({ length: 8 }, (_, seed) =>
      replayed(
        { teams: [team(units)], patienceMinutes: 1e6 },
        poisson(130, perHour, HOUR, seed),
        own,
      ),
    );
    const means = runs.map(
      ({ waits, calls }) => waits.reduce((sum, wait) => sum + wait, 0) / calls,
    );
    const mean = means.reduce((sum, each) => sum + each, 0) / means.length;
    const spread = means.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (means.length - 1);
    // Five standard errors of the mean of the runs: wrong once in thousands of seeds, and these are fixed.
    const room = 5 * Math.sqrt(spread / means.length);
    expect(Math.abs(mean - (known?.meanWaitSeconds ?? 0))).toBeLessThan(room);
    const waited = runs.map(({ waits, calls }) => waits.filter((wait) => wait > 0).length / calls);
    expect(waited.reduce((sum, each) => sum + each, 0) / 8).toBeCloseTo(known?.waits ?? 0, 1);
    const [load] = runs[0]?.teams ?? [];
    expect((load?.busySeconds ?? 0) / (load?.onDutySeconds ?? 1)).toBeCloseTo(perHour / units, 1);
  });
});

const AREAS = ['north', 'south', 'west'];
const hours = fc.array(
  fc.record({
    days: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1 }),
    from: fc.integer({ min: 0, max: 1200 }),
    to: fc.integer({ min: 240, max: 1440 }),
  }),
  { maxLength: 3 },
);
const plan = fc.array(
  fc.record({
    units: fc.integer({ min: 0, max: 3 }),
    hours,
    areas: fc.option(fc.subarray(AREAS), { nil: null }),
  }),
  { maxLength: 3 },
);
const demand = fc
  .array(
    fc.record({
      at: fc.integer({ min: 0, max: 2 * WEEK_SECONDS - 1 }),
      areaId: fc.option(fc.constantFrom(...AREAS), { nil: null }),
      busySeconds: fc.integer({ min: 1, max: 6 * HOUR }),
    }),
    { maxLength: 120 },
  )
  .map((calls) => calls.sort((a, b) => a.at - b.at));

describe('whatever the plan and the calls', () => {
  test('each call has one fate; no unit is on two, off duty when sent, or outside its areas', () => {
    fc.assert(
      fc.property(plan, demand, fc.integer({ min: 1, max: 300 }), (shapes, calls, patience) => {
        const teams = shapes.map((shape, at) => team(shape.units, { ...shape, id: `t${at}` }));
        const units = teams.flatMap((each) => Array.from({ length: each.units }, () => each));
        const heard: Fate[] = [];
        const { captured, lost, byHour, waits } = replayed(
          { teams, patienceMinutes: patience },
          { weeks: 2, calls },
          own,
          (fate, place) => {
            expect(heard[place]).toBeUndefined();
            heard[place] = fate;
          },
        );
        const gone = Object.values(lost).reduce((sum, each) => sum + each, 0);
        expect(captured + gone).toBe(calls.length);
        expect(heard.filter(Boolean)).toHaveLength(calls.length);
        expect(waits).toHaveLength(captured);
        expect(byHour.reduce((sum, each) => sum + each.captured, 0)).toBe(captured);

        const until = new Map<number, number>();
        const sent = heard
          .map((fate, place) => ({ fate, call: calls[place] }))
          .flatMap(({ fate, call: of }) => (fate.sent && of !== undefined ? [{ fate, of }] : []))
          .sort((a, b) => a.fate.at - b.fate.at);
        for (const { fate, of } of sent) {
          const { hours: on, areas } = units[fate.unit] ?? team(0);
          expect(isOn(dutyOf(on), fate.at)).toBe(true);
          expect(areas === null || of.areaId === null || areas.includes(of.areaId)).toBe(true);
          expect(fate.at).toBeGreaterThanOrEqual(Math.max(of.at, until.get(fate.unit) ?? 0));
          expect(fate.at).toBeLessThanOrEqual(of.at + patience * 60);
          until.set(fate.unit, fate.at + fate.busySeconds);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('where nobody gives up, one more unit makes no call wait longer', () => {
    fc.assert(
      fc.property(demand, fc.integer({ min: 1, max: 4 }), (calls, units) => {
        const sentAt = (count: number) =>
          fates(
            [team(count)],
            calls.map((each) => ({ ...each, areaId: null })),
            1e6,
          ).map(({ at }) => at);
        const more = sentAt(units + 1);
        for (const [place, at] of sentAt(units).entries())
          expect(more[place]).toBeLessThanOrEqual(at);
      }),
    );
  });
});

test('events come out by their time, and those of one time as they went in', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 60 }), (times) => {
      const heap = new EventHeap<{ at: number; put: number }>();
      for (const [put, at] of times.entries()) heap.push({ at, put });
      const out = times.map(() => heap.pop());
      const sorted = times.map((at, put) => ({ at, put })).sort((a, b) => a.at - b.at);
      expect(out).toEqual(sorted);
      expect(heap.pop()).toBeUndefined();
    }),
  );
});
