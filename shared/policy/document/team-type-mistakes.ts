import { eachKnownOnce, repeats } from './known-ids.ts';
import type { Definitions } from './policy-references.ts';
import type { Mistake, Place } from './policy-problems.ts';
import type { Policy, ServiceHours, TeamType } from '../policy.ts';
import { DAY_NAMES, hoursText, periodText } from '../difference/policy-words.ts';

/** Team types: periods and hours that overlap or end before they begin, and crews that are not what they say. */
export function teamTypeMistakes(policy: Policy, known: Definitions): Mistake[] {
  return policy.teamTypes.flatMap((team, index) => {
    const at = ['teamTypes', index];
    return [
      ...periodMistakes(policy.teamTypes, team, index),
      ...armsMistakes(policy, team, index),
      ...eachKnownOnce(known.areas, [...at, 'areas'], team.areas ?? []),
      ...eachKnownOnce(known.callTypes, [...at, 'callTypes'], team.callTypes ?? []),
      ...hoursMistakes([...at, 'hours'], team.hours),
      ...checkInMistakes([...at, 'checkInGraceMinutes'], team),
      ...repeats(
        team.requiredRoles,
        (role) => role,
        (role, place) => ({
          at: [...at, 'requiredRoles', place],
          message: `The role “${role}” stands in this list twice.`,
          remedy: 'Remove one of the two.',
        }),
      ),
    ];
  });
}

function periodMistakes(all: readonly TeamType[], team: TeamType, index: number): Mistake[] {
  if (isEmptyPeriod(team))
    return [
      {
        at: ['teamTypes', index, 'effectiveTo'],
        message: `The period of “${team.label}” begins on ${team.effectiveFrom} and ends on ${team.effectiveTo}, so it has no day.`,
        remedy: 'Write a later “effectiveTo”, or null when it has no end.',
      },
    ];
  const first = all.findIndex(
    (other, place) =>
      place < index && other.id === team.id && !isEmptyPeriod(other) && overlap(other, team),
  );
  const other = all[first];
  if (other === undefined) return [];
  return [
    {
      at: ['teamTypes', index, 'effectiveFrom'],
      message: `Two periods of the team type “${team.id}” overlap: entry ${first + 1} of the list, “${other.label}” ${periodText(other)}, and this one, “${team.label}” ${periodText(team)}.`,
      remedy: 'End the earlier period on the day the later one begins.',
    },
  ];
}

function isEmptyPeriod({ effectiveFrom, effectiveTo }: TeamType): boolean {
  return effectiveTo !== null && effectiveTo <= effectiveFrom;
}

function overlap(a: TeamType, b: TeamType): boolean {
  return begins(a, b) && begins(b, a);
}

/** Whether `a` begins before `b` is over. */
function begins(a: TeamType, b: TeamType): boolean {
  return b.effectiveTo === null || a.effectiveFrom < b.effectiveTo;
}

function armsMistakes(policy: Policy, team: TeamType, index: number): Mistake[] {
  const { policeRoles, teamTypes } = policy;
  const at = ['teamTypes', index, 'unarmed'];
  const found: Mistake[] = [];
  const officer = policeRoles && team.requiredRoles.find((role) => policeRoles.includes(role));
  if (policeRoles !== undefined && team.unarmed !== (officer === undefined))
    found.push({
      at,
      message: team.unarmed
        ? `“${team.label}” is marked as unarmed, and its crew has the police role “${officer}”.`
        : `“${team.label}” is marked as armed, and its crew has none of the police roles ${policeRoles.join(', ')}.`,
      remedy: `Set “unarmed” to ${!team.unarmed}, or correct “requiredRoles”.`,
    });
  const first = teamTypes.findIndex(({ id }) => id === team.id);
  if (teamTypes[first]?.unarmed !== team.unarmed)
    found.push({
      at,
      message: `The team type “${team.id}” is ${team.unarmed ? 'unarmed' : 'armed'} in this period and ${team.unarmed ? 'armed' : 'unarmed'} in entry ${first + 1} of the list.`,
      remedy: 'Give the crew with police a team type id of its own.',
    });
  return found;
}

function hoursMistakes(at: Place, hours: readonly ServiceHours[]): Mistake[] {
  return hours.flatMap((entry, index) => {
    const here = [...at, index];
    const twice = repeats(entry.days, String, (day, place): Mistake => ({
      at: [...here, 'days', place],
      message: `${DAY_NAMES[day]} stands in this list twice.`,
      remedy: 'Remove one of the two.',
    }));
    if (entry.from >= entry.to)
      return [
        ...twice,
        {
          at: [...here, 'to'],
          message: `The hours begin at minute ${entry.from} and end at minute ${entry.to}.`,
          remedy:
            'Write a later “to”. Hours over midnight are two entries: up to 1440, and from 0 on the next day.',
        },
      ];
    return [...twice, ...overlapWithEarlier(here, hours.slice(0, index), entry)];
  });
}

function checkInMistakes(at: Place, team: TeamType): Mistake[] {
  const { checkInMinutes, checkInGraceMinutes } = team;
  if (checkInGraceMinutes === undefined || checkInMinutes !== undefined) return [];
  return [
    {
      at,
      message: `“${team.label}” says how long after a check-in back-up is recommended, and not how often it checks in.`,
      remedy: 'Write “checkInMinutes”, or remove “checkInGraceMinutes”.',
    },
  ];
}

function overlapWithEarlier(
  at: Place,
  earlier: readonly ServiceHours[],
  entry: ServiceHours,
): Mistake[] {
  for (const other of earlier) {
    if (other.from >= entry.to || entry.from >= other.to || other.from >= other.to) continue;
    const day = entry.days.find((each) => other.days.includes(each));
    if (day !== undefined)
      return [
        {
          at,
          message: `The hours overlap on ${DAY_NAMES[day]}: ${hoursText([other])} and ${hoursText([entry])}.`,
          remedy: 'Join them, or let one begin where the other ends.',
        },
      ];
  }
  return [];
}
