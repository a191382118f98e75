import type { Policy, Rule } from '#shared/policy/policy.ts';
import type { Path } from './document-path.ts';

export type Mark = 'new' | 'changed' | null;

/** Whether a rule is new, or says something else than the rule of the same id in the policy in force. */
export function markOf(before: Policy, rule: Rule, path: Path): Mark {
  const lists = [before.medical, ...before.gates];
  const gate = lists.find(({ rules }) => rules.some(({ id }) => id === rule.id));
  const old = gate?.rules.find(({ id }) => id === rule.id);
  if (gate === undefined || old === undefined) return 'new';
  const stays =
    path[0] === 'medical' ? gate === before.medical : gate === before.gates[Number(path[1])];
  return stays && sameText(old, rule) ? null : 'changed';
}

/** The same for the rows of the other tables; `nameOf` tells which row of before is meant. */
export function markOfRow<Row>(
  before: readonly Row[] | undefined,
  row: Row,
  nameOf: (row: Row) => string,
): Mark {
  if (before === undefined) return null;
  const old = before.find((each) => nameOf(each) === nameOf(row));
  if (old === undefined) return 'new';
  return sameText(old, row) ? null : 'changed';
}

function sameText(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
