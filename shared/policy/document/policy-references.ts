import { factMistakes } from './fact-mistakes.ts';
import { gateMistakes } from './gate-mistakes.ts';
import { eachKnownOnce, repeats, unknownId, type Known } from './known-ids.ts';
import type { Mistake, Place } from './policy-problems.ts';
import type { Policy } from '../policy.ts';
import { phoneDeskMistakes } from './phone-desk-mistakes.ts';
import { responseMistakes } from './response-mistakes.ts';
import { statusLimitMistakes } from './status-limit-mistakes.ts';
import { teamTypeMistakes } from './team-type-mistakes.ts';

/** What other parts of the policy may refer to. */
export interface Definitions {
  readonly facts: Known;
  readonly responses: Known;
  readonly teamTypes: Known;
  readonly areas: Known;
  readonly callTypes: Known;
}

/**
 * Mistakes between the members of a document that looks like a policy: ids that lead nowhere or stand
 * twice, levels without a gate, periods that overlap, and the like.
 */
export function policyMistakes(policy: Policy): Mistake[] {
  const known = definitionsOf(policy);
  return [
    ...repeatedIds('fact', ['facts'], 'id', policy.facts),
    ...repeatedIds('response', ['responses'], 'id', policy.responses),
    ...repeatedIds('area', ['areas'], 'id', policy.areas),
    ...repeatedIds('capability', ['capabilities'], 'id', policy.capabilities ?? []),
    ...repeatedIds('call type', ['callTypes'], 'code', policy.callTypes),
    ...factMistakes(policy),
    ...responseMistakes(policy, known),
    ...serviceMistakes(policy, known),
    ...unknownId(known.facts, ['inPersonFact'], policy.inPersonFact),
    ...eachKnownOnce(known.facts, ['screen'], policy.screen ?? []),
    ...meansMistakes(policy, known),
    ...policeRoleMistakes(policy),
    ...gateMistakes(policy, known),
    ...teamTypeMistakes(policy, known),
    ...callTypeMistakes(policy, known),
    ...statusLimitMistakes(policy, known),
    ...phoneDeskMistakes(policy, known),
  ];
}

function meansMistakes({ means }: Policy, { facts }: Definitions): Mistake[] {
  if (means === undefined) return [];
  return [
    ...unknownId(facts, ['means', 'weapon'], means.weapon),
    ...unknownId(facts, ['means', 'planned'], means.planned),
  ];
}

function definitionsOf(policy: Policy): Definitions {
  const ids = (list: readonly { readonly id: string }[]) => new Set(list.map(({ id }) => id));
  const codes = new Set(policy.callTypes.map(({ code }) => code));
  return {
    facts: { what: 'fact', list: '$.facts', ids: ids(policy.facts) },
    responses: { what: 'response', list: '$.responses', ids: ids(policy.responses) },
    teamTypes: { what: 'team type', list: '$.teamTypes', ids: ids(policy.teamTypes) },
    areas: { what: 'area', list: '$.areas', ids: ids(policy.areas) },
    callTypes: { what: 'call type', list: '$.callTypes', ids: codes },
  };
}

function repeatedIds<Key extends string>(
  what: string,
  list: Place,
  key: Key,
  entries: readonly { readonly [name in Key]: string }[],
): Mistake[] {
  return repeats(
    entries,
    (entry) => entry[key],
    (entry, at, first) => ({
      at: [...list, at, key],
      message: `Another ${what}, entry ${first + 1} of the list, is called “${entry[key]}” already.`,
      remedy: `Give this ${what} another ${key}, or remove it.`,
    }),
  );
}

function serviceMistakes({ services, teamTypes }: Policy, known: Definitions): Mistake[] {
  const police = teamTypes.filter(({ id }) => id === services.police);
  const unarmed: Mistake = {
    at: ['services', 'police'],
    message: `“Police now” would send “${services.police}”, which is an unarmed team type.`,
    remedy: 'Name a team type with a police officer in the crew.',
  };
  return [
    ...unknownId(known.teamTypes, ['services', 'police'], services.police),
    ...(police.some((team) => team.unarmed) ? [unarmed] : []),
    ...unknownId(known.teamTypes, ['services', 'ems'], services.ems),
  ];
}

function policeRoleMistakes({ policeRoles = [] }: Policy): Mistake[] {
  return repeats(
    policeRoles,
    (role) => role,
    (role, at) => ({
      at: ['policeRoles', at],
      message: `The role “${role}” stands in this list twice.`,
      remedy: 'Remove one of the two.',
    }),
  );
}

function callTypeMistakes({ callTypes }: Policy, { facts }: Definitions): Mistake[] {
  return callTypes.flatMap(({ code, states }, index) => {
    const at = ['callTypes', index, 'states'];
    return [
      ...states.flatMap(({ fact }, place) => unknownId(facts, [...at, place, 'fact'], fact)),
      ...repeats(
        states,
        ({ fact }) => fact,
        ({ fact }, place) => ({
          at: [...at, place, 'fact'],
          message: `The call type ${code} states “${fact}” twice.`,
          remedy: 'Remove one of the two.',
        }),
      ),
    ];
  });
}
