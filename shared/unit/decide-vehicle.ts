import { isLanguage } from './language.ts';
import type { UnitEvent } from './unit-events.ts';
import type { Unit } from './unit.ts';
import { isRefusal, refuse, type Refusal } from '../lib/refusal.ts';
import type { Policy } from '../policy/policy.ts';

/** What the vehicle has from now on. */
export function setCapabilities(
  unit: Unit,
  capabilities: readonly string[],
  policy: Policy,
): UnitEvent[] | Refusal {
  const known = knownCapabilities(policy, capabilities, unit.capabilities);
  if (isRefusal(known)) return known;
  if (known.join() === unit.capabilities.join()) return [];
  return [{ type: 'unit.capabilities-changed', unitId: unit.unitId, capabilities: known }];
}

/** What one person in the crew speaks besides the center's language. */
export function setLanguages(
  { unitId, crew }: Unit,
  name: string,
  languages: readonly string[],
): UnitEvent[] | Refusal {
  const members = crew.filter((each) => each.name === name);
  if (members.length === 0)
    return refuse(
      'no-crew-member',
      `${unitId} has nobody of that name in its crew. Nothing was changed; look at the crew again.`,
    );
  const unknown = languages.find((each) => !isLanguage(each));
  if (unknown !== undefined) return noSuchLanguage(unknown);
  const spoken = [...new Set(languages)];
  if (members.every((each) => each.languages.join() === spoken.join())) return [];
  return [{ type: 'unit.languages-noted', unitId, name, languages: spoken }];
}

export function noSuchLanguage(written: string): Refusal {
  return refuse(
    'unknown-language',
    `“${written}” is no language this PC knows. Nothing was changed; write its name or its code, such as Polish or pl.`,
  );
}

/**
 * The capabilities each once and in the order of the policy. One the policy does not have is refused, unless
 * it stood there before: a later policy takes nothing off a vehicle.
 */
export function knownCapabilities(
  { capabilities: list = [] }: Policy,
  ids: readonly string[],
  before: readonly string[] = [],
): string[] | Refusal {
  const order = list.map(({ id }) => id);
  const unknown = ids.find((id) => !order.includes(id) && !before.includes(id));
  if (unknown !== undefined)
    return refuse(
      'unknown-capability',
      `The policy has no capability “${unknown}”. Nothing was changed; ${order.length === 0 ? 'it names none yet' : `it has ${order.join(', ')}`}.`,
    );
  const meant = new Set(ids);
  return [...order.filter((id) => meant.has(id)), ...ids.filter((id) => !order.includes(id))];
}
