import type { Demand, DemandCall } from './demand.ts';
import { EventHeap } from './event-heap.ts';
import {
  dutyOf,
  isOn,
  nextOn,
  onUntil,
  WEEK_SECONDS,
  type OnDuty,
  type PlannedTeam,
  type StaffingPlan,
} from './plan.ts';

export const WHY_LOST = ['out-of-area', 'out-of-hours', 'all-busy'] as const;
/** Why no team came: none goes there, none was on while the call waited, or all that were had others. */
export type WhyLost = (typeof WHY_LOST)[number];

/** What became of one call. `at` is when a unit was sent, or when it was given up; seconds. */
export type Fate =
  | {
      readonly sent: true;
      readonly unit: number;
      readonly at: number;
      readonly busySeconds: number;
    }
  | { readonly sent: false; readonly why: WhyLost; readonly at: number };

export interface TeamLoad {
  readonly id: string;
  readonly label: string;
  readonly units: number;
  readonly calls: number;
  readonly onDutySeconds: number;
  readonly busySeconds: number;
  /** Of the busy time, what lay after the end of the shift. */
  readonly overtimeSeconds: number;
}

/** What a plan would have done with the calls. Waits are from the call until a unit is sent. */
export interface Replayed {
  readonly calls: number;
  readonly captured: number;
  readonly lost: Readonly<Record<WhyLost, number>>;
  /** Seconds, of the calls a unit was sent to, shortest first. */
  readonly waits: Float64Array;
  readonly teams: readonly TeamLoad[];
  /** 168 hours from Monday midnight, by when the call came. */
  readonly byHour: readonly { readonly calls: number; readonly captured: number }[];
}

interface Unit {
  readonly team: number;
  readonly duty: readonly OnDuty[];
  readonly areas: ReadonlySet<string> | null;
  freeSince: number;
  /** The wake that still counts; sending it makes an earlier one stale. */
  wake: number;
}

interface Wake {
  readonly at: number;
  readonly unit: number;
  readonly wake: number;
}

interface Waiting {
  readonly call: DemandCall;
  readonly place: number;
  readonly until: number;
}

/** Calls between two signs of life. */
const PACE = 500;

/**
 * Plays the calls through the plan, event by event: a call goes to the unit that has been free longest among those on
 * duty that go there; with none it waits, first come first served, and is given up when its patience ends. A unit
 * that is on a call at the end of its shift finishes it. Yields the share of calls done now and then, so that
 * whoever asked can show it and stop; returns what came of it.
 */
export function* replayDemand(
  { teams, patienceMinutes }: StaffingPlan,
  { weeks, calls }: Demand,
  busyOf: (call: DemandCall, place: number) => number,
  hear: (fate: Fate, place: number) => void = () => {},
): Generator<number, Replayed> {
  const floor = new Floor(teams, weeks, patienceMinutes * 60, busyOf, hear);
  for (const [place, call] of calls.entries()) {
    floor.runUntil(call.at);
    floor.take(call, place);
    if (place % PACE === PACE - 1) yield (place + 1) / calls.length;
  }
  floor.runOut();
  return floor.counted(calls.length);
}

/** All of it at once. */
export function replayed(...given: Parameters<typeof replayDemand>): Replayed {
  const playing = replayDemand(...given);
  for (;;) {
    const step = playing.next();
    if (step.done === true) return step.value;
  }
}

class Floor {
  readonly #units: Unit[];
  readonly #wakes = new EventHeap<Wake>();
  readonly #waiting: Waiting[] = [];
  /** Units with nothing to do; those whose shift has ended leave when they are next looked at. */
  readonly #idle = new Set<number>();
  readonly #waits: number[] = [];
  readonly #lost: Record<WhyLost, number> = { 'out-of-area': 0, 'out-of-hours': 0, 'all-busy': 0 };
  readonly #loads: { calls: number; busySeconds: number; overtimeSeconds: number }[];
  readonly #byHour = Array.from({ length: 168 }, () => ({ calls: 0, captured: 0 }));

  readonly #teams: readonly PlannedTeam[];
  readonly #weeks: number;
  readonly #patience: number;
  readonly #busyOf: (call: DemandCall, place: number) => number;
  readonly #hear: (fate: Fate, place: number) => void;

  constructor(
    teams: readonly PlannedTeam[],
    weeks: number,
    patience: number,
    busyOf: (call: DemandCall, place: number) => number,
    hear: (fate: Fate, place: number) => void,
  ) {
    this.#teams = teams;
    this.#weeks = weeks;
    this.#patience = patience;
    this.#busyOf = busyOf;
    this.#hear = hear;
    this.#loads = teams.map(() => ({ calls: 0, busySeconds: 0, overtimeSeconds: 0 }));
    this.#units = teams.flatMap(({ hours, areas, units }, team) => {
      const duty = dutyOf(hours);
      const goes = areas === null ? null : new Set(areas);
      return Array.from({ length: units }, (): Unit => {
        return { team, duty, areas: goes, freeSince: 0, wake: 0 };
      });
    });
    for (const unit of this.#units.keys()) this.#wakeAt(unit, nextOn(this.#unit(unit).duty, 0));
  }

  /** Everything that happens until a moment, that moment included. */
  runUntil(at: number): void {
    for (
      let next = this.#wakes.next;
      next !== undefined && next.at <= at;
      next = this.#wakes.next
    ) {
      this.#wakes.pop();
      this.#rouse(next);
    }
    this.#giveUp(at);
  }

  take(call: DemandCall, place: number): void {
    this.#hourOf(call).calls += 1;
    const unit = this.#longestFree(call);
    if (unit !== null) this.#send(unit, { call, place, until: call.at }, call.at);
    else this.#waiting.push({ call, place, until: call.at + this.#patience });
  }

  /** Goes on after the last call until nobody waits. */
  runOut(): void {
    while (this.#waiting.length > 0) {
      const next = this.#wakes.pop();
      if (next === undefined) return this.#giveUp(Number.POSITIVE_INFINITY);
      this.#rouse(next);
    }
  }

  counted(calls: number): Replayed {
    return {
      calls,
      captured: this.#waits.length,
      lost: this.#lost,
      waits: Float64Array.from(this.#waits).sort(),
      byHour: this.#byHour,
      teams: this.#teams.map(({ id, label, units, hours }, at) => {
        const load = this.#loads[at] ?? { calls: 0, busySeconds: 0, overtimeSeconds: 0 };
        const week = dutyOf(hours).reduce((sum, { from, to }) => sum + to - from, 0);
        return { id, label, units, onDutySeconds: this.#weeks * units * week, ...load };
      }),
    };
  }

  #rouse({ at, unit, wake }: Wake): void {
    const woken = this.#unit(unit);
    if (woken.wake !== wake) return;
    this.#giveUp(at);
    if (!isOn(woken.duty, at)) return this.#wakeAt(unit, nextOn(woken.duty, at));
    const next = this.#waiting.findIndex(({ call }) => goesTo(woken, call));
    const [waiting] = next < 0 ? [] : this.#waiting.splice(next, 1);
    if (waiting !== undefined) return this.#send(unit, waiting, at);
    woken.freeSince = at;
    this.#idle.add(unit);
    // It is back at the beginning of its next shift, unless it is sent before.
    this.#wakeAt(unit, nextOn(woken.duty, onUntil(woken.duty, at)));
  }

  #longestFree(call: DemandCall): number | null {
    let best: number | null = null;
    for (const unit of this.#idle) {
      const { duty, freeSince } = this.#unit(unit);
      if (!isOn(duty, call.at)) this.#idle.delete(unit);
      else if (goesTo(this.#unit(unit), call))
        if (best === null || freeSince < this.#unit(best).freeSince) best = unit;
    }
    return best;
  }

  #send(unit: number, { call, place }: Waiting, at: number): void {
    this.#idle.delete(unit);
    const { team, duty } = this.#unit(unit);
    const busySeconds = this.#busyOf(call, place);
    const load = this.#loads[team];
    if (load !== undefined) {
      load.calls += 1;
      load.busySeconds += busySeconds;
      load.overtimeSeconds += Math.max(0, at + busySeconds - onUntil(duty, at));
    }
    this.#waits.push(at - call.at);
    this.#hourOf(call).captured += 1;
    this.#hear({ sent: true, unit, at, busySeconds }, place);
    this.#wakeAt(unit, at + busySeconds);
  }

  /** Who has waited longer than they would by `at`; at the last moment itself a unit can still be sent. */
  #giveUp(at: number): void {
    for (let first = this.#waiting[0]; first !== undefined && first.until < at;) {
      this.#waiting.shift();
      const why = this.#whyLost(first);
      this.#lost[why] += 1;
      this.#hear({ sent: false, why, at: first.until }, first.place);
      first = this.#waiting[0];
    }
  }

  #whyLost({ call, until }: Waiting): WhyLost {
    const going = this.#units.filter((unit) => goesTo(unit, call));
    if (going.length === 0) return this.#units.length === 0 ? 'out-of-hours' : 'out-of-area';
    const on = going.some(({ duty }) => {
      const from = nextOn(duty, call.at);
      return from !== null && from <= until;
    });
    return on ? 'all-busy' : 'out-of-hours';
  }

  #wakeAt(unit: number, at: number | null): void {
    const woken = this.#unit(unit);
    woken.wake += 1;
    if (at !== null) this.#wakes.push({ at, unit, wake: woken.wake });
  }

  #hourOf({ at }: DemandCall): { calls: number; captured: number } {
    const hour = this.#byHour[Math.floor((at % WEEK_SECONDS) / 3600)];
    if (hour === undefined) throw new Error(`A call at ${at} is in no hour of a week.`);
    return hour;
  }

  #unit(place: number): Unit {
    const unit = this.#units[place];
    if (unit === undefined) throw new Error(`There is no unit ${place} in the plan.`);
    return unit;
  }
}

function goesTo({ areas }: Unit, { areaId }: DemandCall): boolean {
  return areas === null || areaId === null || areas.has(areaId);
}
