import { conditionMistakes } from './gate-mistakes.ts';
import { eachKnownOnce } from './known-ids.ts';
import type { Definitions } from './policy-references.ts';
import type { Mistake } from './policy-problems.ts';
import type { Policy, ResponseDefinition } from '../policy.ts';

/** Responses that cannot be filled as they say, or that fall back on themselves. */
export function responseMistakes(policy: Policy, known: Definitions): Mistake[] {
  const arms = armsOf(policy);
  return policy.responses.flatMap((response, index) => {
    const at = ['responses', index];
    const whose = `The response “${response.label}”`;
    const itself = response.fallbacks.indexOf(response.id);
    return [
      ...eachKnownOnce(known.teamTypes, [...at, 'teamTypes'], response.teamTypes),
      ...eachKnownOnce(known.responses, [...at, 'fallbacks'], response.fallbacks),
      ...(itself === -1 ? [] : [fallsBackOnItself(response, index, itself)]),
      ...conditionMistakes([...at, 'needs'], response.needs ?? [], whose, known),
      ...armsMistake(response, index, arms),
      ...nobodyComes(response, index),
    ];
  });
}

function nobodyComes({ label, byPhone, teamTypes }: ResponseDefinition, index: number): Mistake[] {
  if (byPhone || teamTypes.length > 0) return [];
  return [
    {
      at: ['responses', index, 'teamTypes'],
      message: `“${label}” is not by phone, and no team type comes.`,
      remedy: 'Name the team types that can fill it, or say that it is by phone.',
    },
  ];
}

function fallsBackOnItself({ label }: ResponseDefinition, index: number, place: number): Mistake {
  return {
    at: ['responses', index, 'fallbacks', place],
    message: `“${label}” is its own fallback: when no team of it is free, it cannot fill itself.`,
    remedy: 'Remove it from the list, or name another response.',
  };
}

/** Team type id → unarmed in every period, or armed; one that changes over time is told elsewhere. */
function armsOf({ teamTypes }: Policy): ReadonlyMap<string, boolean> {
  const arms = new Map<string, boolean>();
  for (const { id, unarmed } of teamTypes) arms.set(id, (arms.get(id) ?? true) && unarmed);
  return arms;
}

function armsMistake(
  { label, teamTypes, sends, unarmedOnly }: ResponseDefinition,
  index: number,
  arms: ReadonlyMap<string, boolean>,
): Mistake[] {
  const teams = teamTypes.filter((id) => arms.has(id));
  // A response whose teams are all unknown says nothing about arms; the unknown ids are told already.
  if (teams.length === 0 && teamTypes.length > 0) return [];
  const at = ['responses', index, 'unarmedOnly'];
  const armed = teams.filter((id) => arms.get(id) === false);
  const names = armed.map((id) => `“${id}”`).join(' and ');
  if (sends === 'one-of' && armed.length > 0 && armed.length < teams.length)
    return [
      {
        at: ['responses', index, 'teamTypes'],
        message: `“${label}” is filled by one team, and ${names} ${armed.length === 1 ? 'has' : 'have'} a police officer in the crew while the others do not.`,
        remedy: 'Split it in two responses, one with and one without police.',
      },
    ];
  const unarmed = armed.length === 0;
  if (unarmed === unarmedOnly) return [];
  if (teams.length === 0)
    return [
      {
        at,
        message: `“${label}” sends no team, so no police officer comes with it.`,
        remedy: 'Set “unarmedOnly” to true, or name its team types.',
      },
    ];
  return [
    unarmed
      ? {
          at,
          message: `“${label}” is not marked as unarmed, and none of its teams has a police officer in the crew.`,
          remedy: 'Set “unarmedOnly” to true, or name other team types.',
        }
      : {
          at,
          message: `“${label}” is marked as unarmed, and ${names} ${armed.length === 1 ? 'has' : 'have'} a police officer in the crew.`,
          remedy: 'Set “unarmedOnly” to false, or name other team types.',
        },
  ];
}
