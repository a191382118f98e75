import { drawBusy, drawWeeks, type Busy, type Demand } from './demand.ts';
import type { StaffingPlan } from './plan.ts';
import { replayDemand, WHY_LOST, type Replayed, type WhyLost } from './replay-demand.ts';
import { quantilePlace } from '../../statistics/quantile.ts';
import { seeded } from '../../statistics/seeded.ts';

const WEEKS_OF_A_YEAR = 52;
const MOST_YEARS = 20;
/** So many calls in all are enough for steady figures, and done in seconds. */
const CALLS_ENOUGH = 600_000;

/** What is to be tried, on the calls that were. */
export interface Trial {
  readonly history: Demand;
  readonly busy: Busy;
  readonly present: StaffingPlan;
  readonly changed: StaffingPlan;
  readonly seed: number;
}

/** A figure over the drawn years: its middle, and the least and most of any year. */
export interface OverYears {
  readonly middle: number;
  readonly least: number;
  readonly most: number;
}

/** How a plan did over the drawn years. Times are of all of them together. */
export interface PlanTried {
  readonly callsAYear: number;
  /** Share of the calls a unit was sent to; null without a call. */
  readonly captured: OverYears | null;
  /** Calls a year without a unit, by why. */
  readonly lostAYear: Readonly<Record<WhyLost, number>>;
  /** Seconds until a unit is sent; null when none ever was. */
  readonly medianWait: number | null;
  readonly p90Wait: number | null;
  readonly teams: readonly {
    readonly id: string;
    readonly label: string;
    readonly units: number;
    readonly callsAYear: number;
    /** Share of the hours on duty spent on calls, overtime included; null when never on duty. */
    readonly busy: number | null;
    readonly overtimeHoursAYear: number;
  }[];
  /** 168 hours of the week from Monday midnight. */
  readonly byHour: readonly { readonly calls: number; readonly captured: number }[];
}

export interface TrialResult {
  readonly years: number;
  readonly simulatedCalls: number;
  readonly present: PlanTried;
  readonly changed: PlanTried;
  /** Further calls captured a year, of the same years and calls; null without a call. */
  readonly moreCaptured: OverYears | null;
}

/**
 * Plays the same drawn years through both plans, so that what differs between them is the plan and not the luck of the
 * draw. Yields the share that is done; returns what came of it.
 */
export function* tryPlans(trial: Trial): Generator<number, TrialResult> {
  const { history, present, changed } = trial;
  const aYear = (history.calls.length / Math.max(1, history.weeks)) * WEEKS_OF_A_YEAR;
  const years = Math.max(1, Math.min(MOST_YEARS, Math.floor(CALLS_ENOUGH / Math.max(1, aYear))));
  const runs = { present: [] as Replayed[], changed: [] as Replayed[] };
  for (let year = 0; year < years; year += 1) {
    const draw = seeded(trial.seed + year);
    const demand = drawWeeks(history, WEEKS_OF_A_YEAR, draw);
    const busy = demand.calls.map((call) => drawBusy(call.busySeconds, trial.busy, draw));
    const busyOf = (_: unknown, place: number) => busy[place] ?? 0;
    const done = (part: number) => (year + part) / years;
    const half = yield* scaled(replayDemand(present, demand, busyOf), (share) => done(share / 2));
    runs.present.push(half);
    const rest = replayDemand(changed, demand, busyOf);
    runs.changed.push(yield* scaled(rest, (share) => done(0.5 + share / 2)));
  }
  const more = runs.changed.map(
    ({ captured }, year) => captured - (runs.present[year]?.captured ?? 0),
  );
  return {
    years,
    simulatedCalls: 2 * runs.present.reduce((sum, { calls }) => sum + calls, 0),
    present: planTried(runs.present),
    changed: planTried(runs.changed),
    moreCaptured: history.calls.length === 0 ? null : overYears(more),
  };
}

function* scaled<Result>(
  playing: Generator<number, Result>,
  scale: (share: number) => number,
): Generator<number, Result> {
  for (;;) {
    const step = playing.next();
    if (step.done === true) return step.value;
    yield scale(step.value);
  }
}

function planTried(runs: readonly Replayed[]): PlanTried {
  const years = runs.length;
  const calls = sum(runs.map((run) => run.calls));
  const waits = Float64Array.from(runs.flatMap((run) => [...run.waits])).sort();
  return {
    callsAYear: calls / years,
    captured:
      calls === 0
        ? null
        : overYears(runs.flatMap((run) => (run.calls > 0 ? [run.captured / run.calls] : []))),
    lostAYear: Object.fromEntries(
      WHY_LOST.map((why) => [why, sum(runs.map(({ lost }) => lost[why])) / years]),
    ) as Record<WhyLost, number>,
    medianWait: at(waits, 0.5),
    p90Wait: at(waits, 0.9),
    teams: (runs[0]?.teams ?? []).map(({ id, label, units }, place) => {
      const of = runs.flatMap(({ teams }) => teams[place] ?? []);
      const onDuty = sum(of.map((each) => each.onDutySeconds));
      return {
        id,
        label,
        units,
        callsAYear: sum(of.map((each) => each.calls)) / years,
        busy: onDuty === 0 ? null : sum(of.map((each) => each.busySeconds)) / onDuty,
        overtimeHoursAYear: sum(of.map((each) => each.overtimeSeconds)) / 3600 / years,
      };
    }),
    byHour: (runs[0]?.byHour ?? []).map((_, hour) => {
      const of = runs.flatMap(({ byHour }) => byHour[hour] ?? []);
      return {
        calls: sum(of.map((each) => each.calls)),
        captured: sum(of.map((each) => each.captured)),
      };
    }),
  };
}

function overYears(values: readonly number[]): OverYears {
  const sorted = Float64Array.from(values).sort();
  return {
    middle: at(sorted, 0.5) ?? 0,
    least: sorted[0] ?? 0,
    most: sorted.at(-1) ?? 0,
  };
}

/** A quantile of ordered values; null of none. */
function at(ordered: Float64Array, part: number): number | null {
  return ordered[quantilePlace(ordered.length, part)] ?? null;
}

const sum = (values: readonly number[]) => values.reduce((all, each) => all + each, 0);
