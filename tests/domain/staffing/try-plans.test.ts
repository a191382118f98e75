import { describe, expect, test } from 'vitest';
import {
  drawBusy,
  drawWeeks,
  OWN_TIMES_NEEDED,
  type Demand,
  type DemandCall,
} from '#shared/outcomes/staffing/demand.ts';
import { answeredWithin, phoneHours } from '#shared/outcomes/staffing/phone-hours.ts';
import { WEEK_SECONDS, type PlannedTeam } from '#shared/outcomes/staffing/plan.ts';
import { tryPlans, type Trial, type TrialResult } from '#shared/outcomes/staffing/try-plans.ts';
import { seeded } from '#shared/statistics/seeded.ts';

const DAYS = [0, 1, 2, 3, 4, 5, 6];
const team = (units: number, from = 0, to = 1440, days = DAYS): PlannedTeam => {
  return { id: 'care', label: 'CARE', units, hours: [{ days, from, to }], areas: null };
};

/** So many calls every day at noon, an hour each, a second apart. */
function noons(weeks: number, aDay: number, more: Partial<DemandCall> = {}): Demand {
  const calls = Array.from({ length: weeks * 7 * aDay }, (_, place) => {
    const at = Math.floor(place / aDay) * 86_400 + 43_200 + (place % aDay);
    return { at, areaId: null, busySeconds: 3600, ...more };
  });
  return { weeks, calls };
}

function trial(more: Partial<Trial> = {}): Trial {
  return {
    history: noons(3, 3),
    busy: { samples: [], assumedMinutes: 60 },
    present: { teams: [team(1)], patienceMinutes: 30 },
    changed: { teams: [team(2)], patienceMinutes: 30 },
    seed: 1,
    ...more,
  };
}

function tried(given: Trial): { result: TrialResult; shares: number[] } {
  const playing = tryPlans(given);
  const shares: number[] = [];
  for (;;) {
    const step = playing.next();
    if (step.done === true) return { result: step.value, shares };
    shares.push(step.value);
  }
}

const oneQuietWeek: readonly DemandCall[] = [
  { at: WEEK_SECONDS + 43_200, areaId: null, busySeconds: 3600 },
];

describe('two plans on the same years', () => {
  test('three calls at noon: one unit takes one of them, two units two', () => {
    const { result } = tried(trial());
    expect(result.present).toMatchObject({
      callsAYear: 52 * 21,
      captured: { middle: 1 / 3, least: 1 / 3, most: 1 / 3 },
      lostAYear: { 'all-busy': 52 * 14, 'out-of-hours': 0, 'out-of-area': 0 },
      medianWait: 0,
    });
    expect(result.changed.captured?.middle).toBeCloseTo(2 / 3, 12);
    expect(result.moreCaptured).toEqual({ middle: 364, least: 364, most: 364 });
    // Seven hours of a week of 168, each call an hour.
    expect(result.present.teams[0]?.busy).toBeCloseTo(7 / 168, 6);
    expect(result.present.byHour[12]).toMatchObject({ calls: 3 * result.years * 52 });
    expect(result.simulatedCalls).toBe(2 * result.years * 52 * 21);
  });

  test('a plan against itself changes nothing, in any year', () => {
    const same = trial({ changed: trial().present });
    expect(tried(same).result.moreCaptured).toEqual({ middle: 0, least: 0, most: 0 });
  });

  test('other hours: noon is out of hours at night', () => {
    const { result } = tried(trial({ changed: { teams: [team(5, 0, 360)], patienceMinutes: 30 } }));
    expect(result.changed.captured?.middle).toBe(0);
    expect(result.changed.lostAYear['out-of-hours']).toBe(52 * 21);
    expect(result.changed.medianWait).toBeNull();
  });

  test('the same seed tells the same; another draws other weeks', () => {
    const history: Demand = { weeks: 2, calls: [...noons(1, 3).calls, ...oneQuietWeek] };
    const of = (seed: number) => tried(trial({ history, seed })).result.present.callsAYear;
    expect(of(1)).toBe(of(1));
    expect(new Set([of(1), of(200), of(400)]).size).toBeGreaterThan(1);
  });

  test('how far it is goes up to the end, and never back', () => {
    const { shares } = tried(trial({ history: noons(3, 20) }));
    expect(shares.length).toBeGreaterThan(10);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBeLessThanOrEqual(1);
  });

  test('without a call there is nothing to tell', () => {
    const { result } = tried(trial({ history: { weeks: 4, calls: [] } }));
    expect(result).toMatchObject({ moreCaptured: null, simulatedCalls: 0 });
    expect(result.present).toMatchObject({ captured: null, p90Wait: null, callsAYear: 0 });
  });

  test('a busy center is tried over fewer years, and at least over one', () => {
    expect(tried(trial({ history: noons(1, 300) })).result.years).toBe(5);
    expect(tried(trial()).result.years).toBe(20);
  });
});

describe('drawing', () => {
  test('weeks keep their calls, their hours and their order', () => {
    const history: Demand = { weeks: 2, calls: [...noons(1, 2).calls, ...oneQuietWeek] };
    const { calls, weeks } = drawWeeks(history, 200, seeded(3));
    expect(weeks).toBe(200);
    const counts = Array.from(
      { length: 200 },
      (_, week) => calls.filter(({ at }) => Math.floor(at / WEEK_SECONDS) === week).length,
    );
    expect(new Set(counts)).toEqual(new Set([14, 1]));
    const busyWeeks = counts.filter((count) => count === 14).length;
    expect(busyWeeks).toBeGreaterThan(70);
    expect(busyWeeks).toBeLessThan(130);
    expect(calls.map(({ at }) => at)).toEqual(calls.map(({ at }) => at).sort((a, b) => a - b));
  });

  test('a call keeps its own time; others take one that was, or one about the assumed mean', () => {
    const draw = seeded(9);
    const samples = Array.from({ length: OWN_TIMES_NEEDED }, (_, at) => 600 + at);
    expect(drawBusy(1234, { samples, assumedMinutes: 60 }, draw)).toBe(1234);
    for (let at = 0; at < 200; at += 1)
      expect(samples).toContain(drawBusy(null, { samples, assumedMinutes: 60 }, draw));
    const few = { samples: samples.slice(1), assumedMinutes: 60 };
    const drawn = Array.from({ length: 20_000 }, () => drawBusy(null, few, draw));
    const mean = drawn.reduce((sum, each) => sum + each, 0) / drawn.length;
    const spread = drawn.reduce((sum, each) => sum + (each - mean) ** 2, 0) / drawn.length;
    expect(Math.abs(mean - 3600)).toBeLessThan(4 * Math.sqrt(spread / drawn.length));
    expect(Math.sqrt(spread) / mean).toBeCloseTo(0.6, 1);
  });
});

describe('the phone desk', () => {
  const calls = (hour: number, count: number) =>
    Array.from({ length: 168 }, (_, at) => (at === hour ? count : 0));

  test('each hour by its own rate, and by who is on in its middle', () => {
    // Tuesday 14:00; four weeks with 40 calls: 10 an hour of 12 minutes, which are 2 erlangs.
    const hours = phoneHours(calls(38, 40), 4, 720, [team(3, 14 * 60 + 15, 20 * 60), team(1)]);
    expect(hours[38]).toMatchObject({ callsPerHour: 10, clinicians: 4, occupancy: 0.5 });
    // With 2 erlangs for 4, 4/23 wait (the textbook form by hand).
    expect(hours[38]?.within).toBeCloseTo(1 - (4 / 23) * Math.exp((-2 * 60) / 720), 9);
    expect(hours[39]).toEqual({
      callsPerHour: 0,
      clinicians: 4,
      within: 1,
      occupancy: 0,
      needed: 0,
    });
    expect(hours[37]?.clinicians).toBe(1);
  });

  test('too few for what comes: no share at all, and how many it takes', () => {
    const hours = phoneHours(calls(0, 40), 4, 720, [team(2)]);
    expect(hours[0]).toMatchObject({ within: null, occupancy: null });
    expect(hours[0]?.needed).toBeGreaterThan(2);
    expect(answeredWithin(hours)).toBe(0);
    expect(answeredWithin(phoneHours(calls(0, 0), 4, 720, []))).toBeNull();
  });
});
