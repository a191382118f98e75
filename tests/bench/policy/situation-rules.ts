import { inventedFact } from './invented-fact.ts';
import type { SeededChance } from './seeded-chance.ts';
import type { Reading } from '#shared/facts/fact.ts';
import { maskOf } from '#shared/routing/compiled-policy.ts';
import type { Condition, FactDefinition } from '#shared/policy/policy.ts';

/**
 * How rules about the situation hang together. In chapters, as people write them: two to four answers,
 * of one subject and of those that all subjects share. Or entangled: any three of the same twelve.
 */
export type Weave = 'chapters' | 'entangled';

const CHAPTER = 4;
const ENTANGLED_FACTS = 12;
/** Draws that may fail one after the other before there is no such rule left. */
const PATIENCE = 10_000;

const IN_PERSON = 'in-person-need';
/** What all chapters share: each of them stands in many rules. */
const SHARED: readonly Condition[] = [
  { fact: IN_PERSON, is: ['no'] },
  { fact: 'information-only', is: ['no', 'unknown', 'not-asked'] },
];

export function situationFacts(count: number, weave: Weave): FactDefinition[] {
  const facts = weave === 'entangled' && count > 0 ? ENTANGLED_FACTS : Math.round(count);
  return Array.from({ length: facts }, (_, at) => inventedFact(`situation-${at + 1}`, 'situation'));
}

/**
 * The conditions of each rule. Every fact has one answer that raises concern, and a condition wants that
 * one, or anything but the other: so not knowing is never read as calmer than the calmer answer. None is
 * a special case of another, so each of them decides something.
 */
export function situationRules(
  facts: readonly FactDefinition[],
  count: number,
  weave: Weave,
  chance: SeededChance,
): Condition[][] {
  const made: Condition[][] = [];
  let failed = 0;
  while (made.length < count) {
    const drawn = weave === 'chapters' ? fromAChapter(facts, chance) : anyThree(facts, chance);
    if (made.some((other) => covers(other, drawn) || covers(drawn, other))) {
      if ((failed += 1) > PATIENCE) throw new Error(`There are no ${count} different rules.`);
      continue;
    }
    failed = 0;
    made.push(drawn);
  }
  return weave === 'chapters' ? chapterByChapter(made, facts) : made;
}

function fromAChapter(facts: readonly FactDefinition[], chance: SeededChance): Condition[] {
  const at = chance.below(Math.max(1, Math.ceil(facts.length / CHAPTER))) * CHAPTER;
  const [lead, ...rest] = facts.slice(at, at + CHAPTER);
  const own = chance.someOf(rest, 1 + chance.below(2));
  const conditions = [...(lead === undefined ? [] : [lead]), ...own].map((fact) =>
    conditionOn(fact, facts, chance),
  );
  const shared = SHARED.filter(() => chance.hits(0.5));
  return [...shared, ...conditions].slice(0, 4);
}

function anyThree(facts: readonly FactDefinition[], chance: SeededChance): Condition[] {
  return chance.someOf(facts, 3).map((fact) => conditionOn(fact, facts, chance));
}

/** For every third fact it is the no that raises concern, as for “can talk”. */
function conditionOn(
  fact: FactDefinition,
  facts: readonly FactDefinition[],
  chance: SeededChance,
): Condition {
  const concern: Reading = facts.indexOf(fact) % 3 === 2 ? 'no' : 'yes';
  const is: readonly Reading[] = chance.hits(0.5) ? [concern] : [concern, 'unknown', 'not-asked'];
  return { fact: fact.id, is };
}

function chapterByChapter(
  rules: readonly Condition[][],
  facts: readonly FactDefinition[],
): Condition[][] {
  const chapterOf = (rule: readonly Condition[]) =>
    Math.floor(facts.findIndex(({ id }) => rule.some(({ fact }) => fact === id)) / CHAPTER);
  return [...rules].sort((a, b) => chapterOf(a) - chapterOf(b));
}

/**
 * Wherever the second decides the first fires as well. That somebody has to come is no question there: a
 * rule before them answers for every other reading of it.
 */
function covers(first: readonly Condition[], second: readonly Condition[]): boolean {
  return first.every((condition) => {
    if (condition.fact === IN_PERSON) return true;
    const same = second.find(({ fact }) => fact === condition.fact);
    return same !== undefined && (maskOf(same) & ~maskOf(condition)) === 0;
  });
}
