import type { Condition, Policy } from '../policy.ts';
import { listed, quote } from './policy-words.ts';

/** What the ids of two policies are called; the newer one knows best. */
export interface Names {
  readonly fact: (id: string) => string;
  readonly response: (id: string) => string;
  readonly team: (id: string) => string;
  readonly area: (id: string) => string;
}

export function namesIn(before: Policy, after: Policy): Names {
  const both = [after, before];
  const facts = named(both.flatMap(({ facts }) => facts.map((each) => [each.id, each.label])));
  const responses = named(
    both.flatMap(({ responses }) => responses.map((each) => [each.id, each.label])),
  );
  const teams = named(
    both.flatMap(({ teamTypes }) => teamTypes.map((each) => [each.id, each.label])),
  );
  const areas = named(both.flatMap(({ areas }) => areas.map((each) => [each.id, each.name])));
  return {
    fact: (id) => quote(facts(id)),
    response: (id) => quote(responses(id)),
    team: (id) => quote(teams(id)),
    area: areas,
  };
}

/** The first name of each id; a name that two ids share is told apart by the id. */
function named(pairs: readonly (readonly string[])[]): (id: string) => string {
  const names = new Map<string, string>();
  for (const [id = '', name = ''] of pairs) if (!names.has(id)) names.set(id, name);
  const bearers = new Map<string, number>();
  for (const name of names.values()) bearers.set(name, (bearers.get(name) ?? 0) + 1);
  return (id) => {
    const name = names.get(id) ?? id;
    return (bearers.get(name) ?? 0) > 1 ? `${name} (${id})` : name;
  };
}

/** “yes”, “no or not asked”. */
export function readingsText(readings: readonly string[]): string {
  return listed(
    readings.map((reading) => (reading === 'not-asked' ? 'not asked' : reading)),
    'or',
  );
}

/** “when “Weapon in hand” is yes and “Threats” is no or unknown”, “for every call”. */
export function conditionsText(conditions: readonly Condition[], names: Names): string {
  if (conditions.length === 0) return 'for every call';
  const each = conditions.map(({ fact, is }) => `${names.fact(fact)} is ${readingsText(is)}`);
  return `when ${listed(each)}`;
}
