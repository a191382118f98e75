import type { Entry, JournalEvent } from '../journal/journal-event.ts';
import { happenedAt } from '../journal/back-entry.ts';
import { isThere, UNIT_STATUS, type UnitStatus } from '../unit/unit-status.ts';

/** A unit took a status on an incident. */
interface Step {
  readonly unitId: string;
  readonly to: UnitStatus;
  /** Milliseconds. */
  readonly at: number;
}

/** When units first came to an incident and last left it, in milliseconds; null for what did not happen. */
export interface UnitMoments {
  readonly dispatched: number | null;
  readonly enRoute: number | null;
  readonly arrived: number | null;
  /** The last one has left; null while one is there. */
  readonly cleared: number | null;
}

export function unitMoments(entries: readonly Entry[]): UnitMoments {
  const steps = stepsOf(entries);
  const first = (holds: (to: UnitStatus) => boolean) =>
    earliest(steps.filter(({ to }) => holds(to)).map(({ at }) => at));
  const arrived = first(isThere);
  const enRoute = first((to) => to === 'en-route');
  return {
    dispatched: first((to) => UNIT_STATUS[to].onIncident),
    // A second unit that set out after the first was there says nothing about the way of the first.
    enRoute: enRoute !== null && arrived !== null && enRoute > arrived ? null : enRoute,
    arrived,
    cleared: cleared(steps),
  };
}

/** When the first of these units was there; null when none was. */
export function arrivalOf(entries: readonly Entry[], units: ReadonlySet<string>): number | null {
  const there = stepsOf(entries).filter(({ unitId, to }) => units.has(unitId) && isThere(to));
  return earliest(there.map(({ at }) => at));
}

/** In the order they were taken. A correction takes the place of the unit's last step. */
function stepsOf(entries: readonly Entry[]): Step[] {
  const steps: Step[] = [];
  for (const entry of entries) {
    const taken = statusIn(entry.event);
    if (taken === null) continue;
    const { unitId, to, corrects } = taken;
    const at = Date.parse(happenedAt(entry));
    const wrong = corrects ? steps.findLastIndex((step) => step.unitId === unitId) : -1;
    if (wrong === -1) steps.push({ unitId, to, at });
    else steps[wrong] = { unitId, to, at: steps[wrong]?.at ?? at };
  }
  return steps;
}

function statusIn(
  event: JournalEvent,
): { readonly unitId: string; readonly to: UnitStatus; readonly corrects: boolean } | null {
  switch (event.type) {
    case 'unit.status-changed':
    case 'unit.status-corrected':
      return {
        unitId: event.unitId,
        to: event.to,
        corrects: event.type === 'unit.status-corrected',
      };
    // In one step it is on its way elsewhere: here it is gone.
    case 'incident.unit-pre-empted':
    case 'incident.unit-reassigned':
      return { unitId: event.unitId, to: 'available', corrects: false };
    default:
      return null;
  }
}

function cleared(steps: readonly Step[]): number | null {
  const last = new Map(steps.map((step) => [step.unitId, step]));
  const away = [...last.values()].filter(({ to }) => !UNIT_STATUS[to].onIncident);
  if (away.length === 0 || away.length < last.size) return null;
  return Math.max(...away.map(({ at }) => at));
}

function earliest(moments: readonly number[]): number | null {
  return moments.length === 0 ? null : Math.min(...moments);
}
