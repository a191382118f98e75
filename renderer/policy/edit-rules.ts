import { READINGS, type Reading } from '#shared/facts/fact.ts';
import type { Condition, Policy, Rule } from '#shared/policy/policy.ts';
import { inserted, valueAt, without, withValue, type Path } from './document-path.ts';

/** A policy after an edit, and where the thing that was edited stands now. */
export interface Edited {
  readonly policy: Policy;
  readonly path: Path;
}

export const READING_LABELS: Readonly<Record<Reading, string>> = {
  yes: 'yes',
  no: 'no',
  unknown: 'unknown',
  'not-asked': 'not asked',
};

/** Every list of rules in the order it is looked at; the medical one stands apart from the gates. */
export function ruleLists(policy: Policy): Path[] {
  return [['medical', 'rules'], ...policy.gates.map((_, at): Path => ['gates', at, 'rules'])];
}

export function gateOf(policy: Policy, rulePath: Path): string {
  const gate = valueAt(policy, rulePath.slice(0, -2)) as { readonly title: string } | undefined;
  return gate?.title ?? '';
}

/** A rule without a condition, after `after`, or at the end of the list when that is a list. */
export function addRule(policy: Policy, after: Path): Edited {
  const isRule = typeof after.at(-1) === 'number' && after.at(-2) === 'rules';
  const list = isRule ? after.slice(0, -1) : after;
  const rules = valueAt(policy, list) as readonly Rule[];
  const at = isRule ? Number(after.at(-1)) + 1 : rules.length;
  const path = [...list, at];
  const rule: Rule = {
    id: freeRuleId(policy, list),
    when: [],
    because: '',
    source: 'local policy',
    verify: true,
  };
  return { policy: inserted(policy, path, rule), path };
}

function freeRuleId(policy: Policy, list: Path): string {
  const gate = list[0] === 'gates' ? policy.gates[Number(list[1])] : undefined;
  const prefix = gate?.level ?? 'G0';
  const taken = new Set(
    [...policy.gates, policy.medical].flatMap(({ rules }) => rules.map(({ id }) => id)),
  );
  for (let number = 1; ; number += 1) {
    const id = `${prefix}-NEW-${number}`;
    if (!taken.has(id)) return id;
  }
}

/**
 * The rule one place up or down; past the end of its gate it goes to the neighboring gate. Null where
 * there is nowhere to go. A medical rule stays one: it sends EMS and decides nothing else.
 */
export function moveRule(policy: Policy, path: Path, by: 1 | -1): Edited | null {
  const list = path.slice(0, -1);
  const at = Number(path.at(-1));
  const rules = valueAt(policy, list) as readonly Rule[];
  const to = at + by;
  if (to >= 0 && to < rules.length) return moved(policy, path, [...list, to]);
  if (list[0] !== 'gates') return null;
  const gate = Number(list[1]) + by;
  const next = policy.gates[gate];
  if (next === undefined) return null;
  return moved(policy, path, ['gates', gate, 'rules', by === 1 ? 0 : next.rules.length]);
}

/** The rule at the end of another list of rules. */
export function moveRuleTo(policy: Policy, path: Path, list: Path): Edited {
  const rules = valueAt(policy, list) as readonly Rule[];
  return moved(policy, path, [...list, rules.length]);
}

function moved(policy: Policy, from: Path, to: Path): Edited {
  const rule = valueAt(policy, from);
  return { policy: inserted(without(policy, from), to, rule), path: to };
}

/** A condition that reads yes, at the end of the list; a fact stands in a list only once. */
export function addCondition(policy: Policy, list: Path, fact: string): Policy {
  const conditions = (valueAt(policy, list) ?? []) as readonly Condition[];
  if (conditions.some((each) => each.fact === fact)) return policy;
  return withValue(policy, list, [...conditions, { fact, is: ['yes'] }]);
}

/** Ticks or unticks one reading. The last one can be taken away: main then says what is missing. */
export function tickReading(
  policy: Policy,
  condition: Path,
  reading: Reading,
  on: boolean,
): Policy {
  const { is } = valueAt(policy, condition) as Condition;
  const next = READINGS.filter((each) => (each === reading ? on : is.includes(each)));
  return withValue(policy, [...condition, 'is'], next);
}
