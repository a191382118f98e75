import { eachKnownOnce } from './known-ids.ts';
import type { Definitions } from './policy-references.ts';
import type { Mistake } from './policy-problems.ts';
import type { Policy } from '../policy.ts';
import { holdsForAllOf } from '../status-limit.ts';
import { UNIT_STATUS } from '../../unit/unit-status.ts';

/** Status limits: alerts before their warning, teams nobody knows, and limits that are never read. */
export function statusLimitMistakes(
  { statusLimits = [] }: Policy,
  { teamTypes }: Definitions,
): Mistake[] {
  return statusLimits.flatMap((limit, index): Mistake[] => {
    const at = ['statusLimits', index];
    const { status, warnMinutes, alertMinutes } = limit;
    const name = UNIT_STATUS[status].label;
    const first = statusLimits.slice(0, index).findIndex((other) => holdsForAllOf(other, limit));
    return [
      ...eachKnownOnce(teamTypes, [...at, 'teamTypes'], limit.teamTypes ?? []),
      ...(alertMinutes > warnMinutes
        ? []
        : [
            {
              at: [...at, 'alertMinutes'],
              message: `“${name}” is warned of after ${warnMinutes} min and alerted after ${alertMinutes} min.`,
              remedy: 'Write more minutes for the alert than for the warning.',
            },
          ]),
      ...(first < 0
        ? []
        : [
            {
              at: [...at, 'status'],
              message: `Entry ${first + 1} of the list holds for every unit this one is about, so this limit for “${name}” is never read.`,
              remedy: 'Put the narrower one first, or remove one of the two.',
            },
          ]),
    ];
  });
}
