import { newPair, type Measure } from '../measure.ts';
import { drawWeeks, type Demand } from '#shared/outcomes/staffing/demand.ts';
import { EventHeap } from '#shared/outcomes/staffing/event-heap.ts';
import { WEEK_SECONDS, type PlannedTeam } from '#shared/outcomes/staffing/plan.ts';
import { replayed } from '#shared/outcomes/staffing/replay-demand.ts';
import { drawExponential, seeded } from '#shared/statistics/seeded.ts';

const ROUNDS = 7;
const WEEKS = 12;
const YEARS = 3;
const CALLS_AN_HOUR = 2.5;
const MEAN_BUSY = 3600;
const AREAS = ['north', 'south', 'west'];

const NIGHT_AND_DAY: readonly PlannedTeam[] = [
  { id: 'day', from: 480, to: 1200, units: 3, areas: null },
  { id: 'late', from: 840, to: 1440, units: 2, areas: ['north', 'west'] },
  { id: 'night', from: 0, to: 540, units: 1, areas: ['south', 'west'] },
].map(({ from, to, ...team }) => {
  return { ...team, label: team.id, hours: [{ days: [0, 1, 2, 3, 4, 5, 6], from, to }] };
});

/**
 * Calls a second that are played through a plan with hours, areas, patience and a queue, beside the event queue alone:
 * every call sent at once, and its end awaited.
 */
export const measure: Measure = {
  name: 'staffing-years',
  unit: 'per s',
  better: 'larger',
  budget: 12,
  take: async (bench) => {
    const { calls, weeks } = drawWeeks(invented(), YEARS * 52, seeded(1));
    const demand = { calls, weeks };
    const units = NIGHT_AND_DAY.reduce((sum, team) => sum + team.units, 0);
    const pair = newPair();
    for (let round = 0; round < ROUNDS; round += 1) {
      pair.value.push(
        rate(calls.length, () => {
          const plan = { teams: NIGHT_AND_DAY, patienceMinutes: 60 };
          const { captured } = replayed(plan, demand, (call) => call.busySeconds ?? 0);
          // Somebody looks at it, so that none of it can be compiled away.
          if (captured === 0) throw new Error('No unit was sent to any call.');
        }),
      );
      pair.baseline.push(
        rate(calls.length, () => {
          if (eventsAlone(demand) === 0) throw new Error('Nothing happened.');
        }),
      );
    }
    bench.say(`${calls.length} calls of ${YEARS} years, ${units} units`);
    return { ...pair, facts: { calls: calls.length, years: YEARS, units } };
  },
};

function rate(calls: number, play: () => void): number {
  const began = performance.now();
  play();
  return (calls * 1000) / (performance.now() - began);
}

function invented(): Demand {
  const draw = seeded(911);
  const calls: { at: number; areaId: string; busySeconds: number }[] = [];
  for (let at = 0; ;) {
    at += (drawExponential(draw) * 3600) / CALLS_AN_HOUR;
    if (at >= WEEKS * WEEK_SECONDS) return { weeks: WEEKS, calls };
    const areaId = AREAS[Math.floor(draw() * AREAS.length)] ?? '';
    calls.push({ at, areaId, busySeconds: drawExponential(draw) * MEAN_BUSY });
  }
}

/** Every call sent at once and back when it is over: what is left without plan, queue and figures. */
function eventsAlone({ calls }: Demand): number {
  const events = new EventHeap<{ readonly at: number }>();
  let happened = 0;
  for (const { at, busySeconds } of calls) {
    for (let next = events.next; next !== undefined && next.at <= at; next = events.next) {
      events.pop();
      happened += 1;
    }
    events.push({ at: at + (busySeconds ?? 0) });
  }
  return happened;
}
