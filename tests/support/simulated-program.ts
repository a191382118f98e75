import type { PersonTimeline, TimedCall } from '#shared/outcomes/repeat-timeline.ts';
import { drawExponential, seeded, type Draw } from '#shared/statistics/seeded.ts';

/** A program whose truth is known, because it was invented. */
export interface Truth {
  readonly people: number;
  /** What each call after the first served one is multiplied with: 1 is no effect, 0.6 a fall by 40 %. */
  readonly effect: number;
  /** What everybody's calls are multiplied with at the end, falling evenly from the beginning: 0.7 for −30 %. */
  readonly drift: number;
  /** Share of the people who are away for weeks (hospital, jail) at some time, and do not call then. */
  readonly away: number;
  /** Share of the calls a team can go to, of the one half of the people and of the other: hours, or areas. */
  readonly reach: readonly [number, number];
  /** How much more often the first half calls: 1 is alike. */
  readonly busier: number;
}

export const NO_EFFECT: Truth = {
  people: 700,
  effect: 1,
  drift: 1,
  away: 0,
  reach: [0.5, 0.5],
  busier: 1,
};

export const RECORD_DAYS = 540;
/** The first call is served on this day of the record. */
export const LAUNCH = 150;

/**
 * People whose rates differ (a gamma distribution) and whose calls come in bursts, of whom the program looks only
 * at those who called three times in 60 days: exactly what makes a plain before and after fall by itself.
 */
export function simulatedProgram(seed: number, truth: Truth): PersonTimeline[] {
  const draw = seeded(seed);
  return Array.from({ length: truth.people }, () => simulatedPerson(draw, truth));
}

function simulatedPerson(draw: Draw, truth: Truth): PersonTimeline {
  const half = draw() < 0.5 ? 0 : 1;
  const rate = 0.004 * (half === 0 ? truth.busier : 1) * 2 * gammaHalf(draw);
  const start = draw() * RECORD_DAYS;
  const away = draw() < truth.away ? [{ from: start, to: start + 20 + 60 * draw() }] : [];
  const calls: TimedCall[] = [];
  let served = false;
  for (const day of crisisDays(draw, rate)) {
    const falls = draw() >= 1 - (1 - truth.drift) * (day / RECORD_DAYS);
    if (falls || away.some(({ from, to }) => day >= from && day < to)) continue;
    if (served && draw() >= truth.effect) continue;
    const recent = calls.filter((call) => day - call.day < 60).length;
    const free = day >= LAUNCH && draw() < truth.reach[half];
    const course = recent < 2 ? 'not-eligible' : free ? 'served' : 'unserved';
    calls.push({ day, course });
    if (course === 'served') served = true;
  }
  return { calls, away };
}

/** Crises at a steady rate, of one to four calls within ten days. */
function crisisDays(draw: Draw, rate: number): number[] {
  const days: number[] = [];
  for (
    let day = drawExponential(draw) / rate;
    day < RECORD_DAYS;
    day += drawExponential(draw) / rate
  ) {
    const calls = 1 + Math.floor(4 * draw());
    for (let call = 0; call < calls; call += 1) {
      const at = day + 10 * draw();
      if (at < RECORD_DAYS) days.push(at);
    }
  }
  return days.sort((a, b) => a - b);
}

/** Shape one half, mean one half: half the square of a normal number. */
function gammaHalf(draw: Draw): number {
  const angle = Math.cos(2 * Math.PI * draw());
  return drawExponential(draw) * angle * angle;
}
