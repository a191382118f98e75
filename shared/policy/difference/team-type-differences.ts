import type { ListWords } from './difference-lists.ts';
import { memberDifferences, turned, type MemberWords } from './difference-members.ts';
import type { Policy, TeamType } from '../policy.ts';
import type { Names } from './policy-names.ts';
import { hoursText, listed, periodText } from './policy-words.ts';
import { isHigher } from '../../routing/level.ts';

/** How changes of the team types are said, period by period. */
export function teamTypeWords(before: Policy, after: Policy, names: Names): ListWords<TeamType> {
  const subject = (team: TeamType) => {
    const periods = [before, after].map(
      ({ teamTypes }) => teamTypes.filter(({ id }) => id === team.id).length,
    );
    const which = periods.some((count) => count > 1) ? `, ${periodText(team)}` : '';
    return `team type ${team.short}${which}`;
  };
  const words = memberWords(names);
  return {
    path: '$.teamTypes',
    keys: [({ id, effectiveFrom }) => `${id} ${effectiveFrom}`, ({ id }) => id],
    subject,
    name: (team) => subject(team).replace('team type ', ''),
    stands: 'stands',
    added: (team) => {
      const isKnown = before.teamTypes.some(({ id }) => id === team.id);
      return `A new ${isKnown ? 'period of this team type' : 'team type'}: ${staffed(team, names)}.`;
    },
    removed: (team) => {
      const stays = after.teamTypes.some(({ id }) => id === team.id);
      return `This ${stays ? 'period' : 'team type'} is gone: ${staffed(team, names)}.`;
    },
    changed: (was, is, path) => memberDifferences(was, is, { subject: subject(is), path, words }),
  };
}

/** A team in one line: name, crew, arms, ceiling, hours, areas and dates. */
function staffed(team: TeamType, names: Names): string {
  const { label, requiredRoles, unarmed, riskCeiling, areas, hours } = team;
  const where = areas === null ? 'everywhere' : listed(areas.map(names.area));
  return `${label}, ${unarmed ? 'unarmed' : 'armed'}, with ${roles(requiredRoles)}, up to ${riskCeiling}, ${hoursText(hours)}, ${where}, ${periodText(team)}`;
}

function roles(ids: readonly string[]): string {
  return listed(ids.map((id) => id.replaceAll('-', ' ')));
}

function memberWords(names: Names): MemberWords<TeamType> {
  return {
    requiredRoles: (was, is) => turned('Its crew is', roles(was), roles(is)),
    unarmed: (_, is) =>
      is
        ? 'Counts as unarmed now: there is no police officer in its crew.'
        : 'Counts as armed now: there is a police officer in its crew.',
    riskCeiling: (was, is) =>
      isHigher(is, was)
        ? `May now be sent up to ${is} (before: up to ${was}).`
        : `May only be sent up to ${is} now (before: up to ${was}).`,
    areas: (was, is) => servedChange(was, is, names.area, 'everywhere', 'areas'),
    callTypes: (was, is) => servedChange(was, is, (code) => code, 'all call types', 'call types'),
    hours: (was, is) => turned('Its hours are', hoursText(was), hoursText(is)),
    checkInMinutes: (was, is) => {
      const every = (minutes: number | undefined) =>
        minutes === undefined ? 'not at all' : `every ${minutes} min`;
      return `With the person it now checks in ${every(is)} (before: ${every(was)}).`;
    },
    checkInGraceMinutes: (was, is) =>
      `Police back-up is recommended ${is ?? 0} min after a check-in was due (before: ${was ?? 0} min).`,
    effectiveFrom: (was, is) => `The period begins on ${is} (before: on ${was}).`,
    effectiveTo: (was, is) => {
      const end = (date: string | null) => (date === null ? 'never' : `on ${date}`);
      return `The period ends ${end(is)} (before: ${end(was)}).`;
    },
  };
}

/** What a team serves besides, and what no longer. Null and absent both mean all of them. */
function servedChange(
  before: readonly string[] | null | undefined,
  after: readonly string[] | null | undefined,
  name: (id: string) => string,
  all: string,
  what: string,
): string {
  const [was, is] = [before ?? null, after ?? null];
  if (was === null && is === null)
    return `Serves ${all}, as before; it is only written another way.`;
  if (was === null) return `Serves only ${listed((is ?? []).map(name))} now (before: ${all}).`;
  if (is === null) return `Serves ${all} now (before: only ${listed(was.map(name))}).`;
  const gained = is.filter((id) => !was.includes(id)).map(name);
  const lost = was.filter((id) => !is.includes(id)).map(name);
  const also = `lso serves ${listed(gained)}`;
  const no = `o longer serves ${listed(lost)}`;
  if (gained.length > 0 && lost.length > 0) return `A${also} now; n${no}.`;
  if (gained.length > 0) return `A${also} now.`;
  if (lost.length > 0) return `N${no}.`;
  return `Serves the same ${what}, listed in another order.`;
}
