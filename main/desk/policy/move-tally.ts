import type { Policy } from '#shared/policy/policy.ts';
import type { Moves, MovesOf, WhatIfReport } from '#shared/policy/workshop-view.ts';
import { levelRank, type Level } from '#shared/routing/level.ts';

/** Where a call goes under one policy. */
export interface Outcome {
  readonly level: Level;
  readonly response: string;
}

/** What a call is counted by. */
export interface CallKind {
  /** Code; null when nobody set it. */
  readonly callType: string | null;
  readonly areaId: string | null;
  /** Of the center's own day, 0–23. */
  readonly hour: number;
}

type Way = Exclude<keyof Moves, 'calls'>;
type Counts = { -readonly [K in keyof Moves]: number };

const NOT_KNOWN = '';

/** Counts how calls move from one policy to another, by call type, area and hour. */
export class MoveTally {
  readonly #all = none();
  readonly #byCallType = new Map<string, Counts>();
  readonly #byArea = new Map<string, Counts>();
  readonly #byHour = Array.from({ length: 24 }, none);
  readonly #moves = new Map<string, { from: Outcome; to: Outcome; calls: number }>();

  /** `calls` calls of one kind go to `to` instead of `from`. */
  add({ callType, areaId, hour }: CallKind, from: Outcome, to: Outcome, calls: number): void {
    const way = wayOf(from, to);
    const counted = [
      this.#all,
      countsIn(this.#byCallType, callType),
      countsIn(this.#byArea, areaId),
      this.#byHour[hour] ?? none(),
    ];
    for (const counts of counted) {
      counts.calls += calls;
      counts[way] += calls;
    }
    const key = `${from.level} ${from.response} → ${to.level} ${to.response}`;
    const move = this.#moves.get(key) ?? { from, to, calls: 0 };
    move.calls += calls;
    this.#moves.set(key, move);
  }

  /** The counts, each response under the label of its own policy. */
  counted(
    before: Policy,
    after: Policy,
  ): Moves & Pick<WhatIfReport, 'byCallType' | 'byArea' | 'byHour' | 'moves'> {
    const types = new Map([...after.callTypes, ...before.callTypes].map((t) => [t.code, t.label]));
    const areas = new Map([...after.areas, ...before.areas].map((area) => [area.id, area.name]));
    return {
      ...this.#all,
      byCallType: mostMovedFirst(this.#byCallType, types, 'Type not set'),
      byArea: mostMovedFirst(this.#byArea, areas, 'Area not known'),
      byHour: this.#byHour.map((counts, hour) => {
        return { key: String(hour), label: String(hour).padStart(2, '0'), ...counts };
      }),
      moves: [...this.#moves]
        .sort(([a, { calls: few }], [b, { calls: many }]) => many - few || (a < b ? -1 : 1))
        .map(([, { from, to, calls }]) => ({
          from: labelled(before, from),
          to: labelled(after, to),
          calls,
        })),
    };
  }
}

/** Only the level tells up from down; another response at the same level is aside. */
function wayOf(from: Outcome, to: Outcome): Way {
  const rise = levelRank(to.level) - levelRank(from.level);
  if (rise !== 0) return rise > 0 ? 'up' : 'down';
  return from.response === to.response ? 'same' : 'aside';
}

function none(): Counts {
  return { calls: 0, same: 0, up: 0, down: 0, aside: 0 };
}

function countsIn(map: Map<string, Counts>, key: string | null): Counts {
  const known = map.get(key ?? NOT_KNOWN);
  if (known !== undefined) return known;
  const made = none();
  map.set(key ?? NOT_KNOWN, made);
  return made;
}

function mostMovedFirst(
  counted: ReadonlyMap<string, Counts>,
  labels: ReadonlyMap<string, string>,
  notKnown: string,
): MovesOf[] {
  return [...counted]
    .map(([key, counts]) => {
      return { key, label: key === NOT_KNOWN ? notKnown : (labels.get(key) ?? key), ...counts };
    })
    .sort((a, b) => moved(b) - moved(a) || b.calls - a.calls || (a.key < b.key ? -1 : 1));
}

function moved({ up, down, aside }: Moves): number {
  return up + down + aside;
}

function labelled({ responses }: Policy, { level, response }: Outcome) {
  const label = responses.find(({ id }) => id === response)?.label ?? response;
  return { level, response, label };
}
