import { same } from './difference-lists.ts';
import { conditionsText, readingsText, type Names } from './policy-names.ts';
import type { Condition } from '../policy.ts';

/** How the calls a rule fires for change with its conditions; empty when the lists are equal. */
export function conditionDifferences(
  before: readonly Condition[],
  after: readonly Condition[],
  names: Names,
): string[] {
  if (same(before, after)) return [];
  const lost = before.filter(({ fact }) => !after.some((other) => other.fact === fact));
  const gained = after.filter(({ fact }) => !before.some((other) => other.fact === fact));
  if (lost.length > 0 && gained.length > 0)
    return [
      `Now fires ${conditionsText(after, names)} (before: ${conditionsText(before, names)}).`,
    ];
  const needs = ({ fact, is }: Condition) => `${names.fact(fact)} to be ${readingsText(is)}`;
  const fewer = ({ is }: Condition) => (is.length < 4 ? ': it fires for fewer calls' : '');
  const every = after.length === 0 ? 'every call' : 'more calls';
  const others = after.length > 1 ? ', provided its other conditions hold' : '';
  const found = [
    ...lost.map((each) => `No longer needs ${needs(each)}: it fires for ${every}.`),
    ...gained.map((each) => `Now also needs ${needs(each)}${fewer(each)}.`),
    ...after.flatMap((condition) => {
      const old = before.find(({ fact }) => fact === condition.fact);
      return old === undefined ? [] : readingDifference(old, condition, names, others);
    }),
  ];
  const stirred = 'Its conditions stand in another order; it fires for the same calls.';
  return found.length > 0 ? found : [stirred];
}

function readingDifference(
  before: Condition,
  after: Condition,
  names: Names,
  others: string,
): string[] {
  if (same(before.is, after.is)) return [];
  const lost = before.is.filter((reading) => !after.is.includes(reading));
  const gained = after.is.filter((reading) => !before.is.includes(reading));
  const fact = names.fact(after.fact);
  if (lost.length > 0 && gained.length > 0)
    return [
      `No longer fires when ${fact} is ${readingsText(lost)}; fires when it is ${readingsText(gained)}${others}.`,
    ];
  if (lost.length > 0) return [`No longer fires when ${fact} is ${readingsText(lost)}.`];
  if (gained.length > 0) return [`Also fires when ${fact} is ${readingsText(gained)}${others}.`];
  return [`The answers to ${fact} are listed in another order; it fires for the same calls.`];
}
