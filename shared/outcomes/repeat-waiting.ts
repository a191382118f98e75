import type { NotEnough } from './repeat-comparison.ts';
import { LEAST_CALLS } from './repeat-comparison.ts';
import type { StudyGroups } from './repeat-study.ts';
import {
  atRiskAt,
  kaplanMeier,
  type Spell,
  type SurvivalCurve,
} from '../statistics/kaplan-meier.ts';
import { logRank } from '../statistics/log-rank.ts';

/** How far the curve is drawn: whoever had not called by then is counted as not having called. */
export const WAITING_DAYS = 180;
export const AT_RISK_DAYS = [0, 30, 60, 90, 120, 150, 180] as const;

/** How long people did not call again after the call they were chosen by. */
export interface WaitingCurves {
  readonly enough: true;
  readonly served: SurvivalCurve;
  readonly unserved: SurvivalCurve;
  /** How many are still watched and have not called, at each of `AT_RISK_DAYS`. */
  readonly atRisk: { readonly served: readonly number[]; readonly unserved: readonly number[] };
  /** How often chance alone sets two like groups as far apart (log-rank). */
  readonly p: number;
}

export type Waiting = WaitingCurves | NotEnough;

/** In whole days, the day of the first call being the first: finer than that nobody reads the curve. */
export function waitingOf({ waiting }: StudyGroups): Waiting {
  const served = waiting.served.map(inDays);
  const unserved = waiting.unserved.map(inDays);
  const missing = [
    ...missingOf('people a team came to', served),
    ...missingOf('people no team could come to', unserved),
  ];
  const { p } = logRank(served, unserved);
  if (missing.length > 0 || p === null) return { enough: false, missing };
  return {
    enough: true,
    served: kaplanMeier(served),
    unserved: kaplanMeier(unserved),
    atRisk: { served: atRiskAt(served, AT_RISK_DAYS), unserved: atRiskAt(unserved, AT_RISK_DAYS) },
    p,
  };
}

function inDays({ time, happened }: Spell): Spell {
  const days = Math.max(1, Math.ceil(time));
  return days > WAITING_DAYS ? { time: WAITING_DAYS, happened: false } : { time: days, happened };
}

function missingOf(of: string, spells: readonly Spell[]): string[] {
  const called = spells.filter(({ happened }) => happened).length;
  if (called >= LEAST_CALLS) return [];
  return [`Next calls of ${of}: ${called} of at least ${LEAST_CALLS}.`];
}
