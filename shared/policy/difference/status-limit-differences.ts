import { listDifferences, type ListWords } from './difference-lists.ts';
import { memberDifferences, type MemberWords } from './difference-members.ts';
import type { Difference } from './differences.ts';
import type { Names } from './policy-names.ts';
import { listed } from './policy-words.ts';
import type { Policy } from '../policy.ts';
import type { StatusLimit } from '../status-limit.ts';
import { UNIT_STATUS } from '../../unit/unit-status.ts';

/** How changes of the status limits are said. A policy may have none. */
export function statusLimitDifferences(
  before: Policy['statusLimits'],
  after: Policy['statusLimits'],
  names: Names,
): Difference[] {
  const found = listDifferences(before ?? [], after ?? [], statusLimitWords(names));
  if (found.length > 0) return found;
  const says = 'Has no status limits, as before; it is only written another way.';
  const path = after === undefined ? '$' : '$.statusLimits';
  return [{ subject: 'status limits', kind: 'changed', says, path }];
}

/** “On scene, from L3 up, priority 1 to 2, of “EMS ambulance””: what a limit is about. */
export function limitSubject(
  { status, fromLevel, upToPriority, teamTypes }: StatusLimit,
  teamName: Names['team'],
): string {
  return [
    UNIT_STATUS[status].label,
    ...(fromLevel === null ? [] : [`from ${fromLevel} up`]),
    ...(upToPriority === null ? [] : [priorities(upToPriority)]),
    ...(teamTypes === null ? [] : [`of ${listed(teamTypes.map(teamName), 'or')}`]),
  ].join(', ');
}

function priorities(upTo: number): string {
  return upTo === 1 ? 'priority 1' : `priority 1 to ${upTo}`;
}

function statusLimitWords(names: Names): ListWords<StatusLimit> {
  const name = (limit: StatusLimit) => limitSubject(limit, names.team);
  const subject = (limit: StatusLimit) => `status limit ${name(limit)}`;
  const minutes = ({ warnMinutes, alertMinutes }: StatusLimit) =>
    `warns after ${warnMinutes} min, alerts after ${alertMinutes} min`;
  const teams = (ids: readonly string[] | null) =>
    ids === null ? 'all team types' : listed(ids.map(names.team));
  const words: MemberWords<StatusLimit> = {
    status: (was, is) =>
      `Is about “${UNIT_STATUS[is].label}” now (before: “${UNIT_STATUS[was].label}”).`,
    fromLevel: (was, is) => {
      const level = (from: StatusLimit['fromLevel']) =>
        from === null ? 'at every level' : `from ${from} up`;
      return `Holds ${level(is)} now (before: ${level(was)}).`;
    },
    upToPriority: (was, is) => {
      const priority = (upTo: number | null) =>
        upTo === null ? 'every call type' : `call types of ${priorities(upTo)}`;
      return `Holds for ${priority(is)} now (before: ${priority(was)}).`;
    },
    teamTypes: (was, is) =>
      teams(was) === teams(is)
        ? 'Holds for the same team types, listed in another order.'
        : `Holds for ${teams(is)} now (before: ${teams(was)}).`,
    warnMinutes: (was, is) => `Warns after ${is} min now (before: after ${was} min).`,
    alertMinutes: (was, is) => `Alerts after ${is} min now (before: after ${was} min).`,
  };
  return {
    path: '$.statusLimits',
    keys: [name, ({ status }) => status],
    subject,
    name,
    stands: 'is read',
    added: (limit) => `A new limit: it ${minutes(limit)}.`,
    removed: (limit) => `This limit is gone; it ${minutes(limit)}.`,
    changed: (was, is, path) => memberDifferences(was, is, { subject: subject(is), path, words }),
  };
}
