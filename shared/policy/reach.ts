import type { Policy } from './policy.ts';
import { LEVELS, type Level } from '../routing/level.ts';

/** What the answers to one fact can lead to. */
export interface Reach {
  readonly fact: string;
  /** Levels of the gates whose rules read it, lowest first. Empty: it never decides anything. */
  readonly levels: readonly Level[];
  /** A rule of the medical gate reads it, so an answer can send EMS. */
  readonly ems: boolean;
}

/** For each fact of the policy, in its order, the levels its answers can lead to. */
export function reachOf(policy: Policy): Reach[] {
  const levels = new Map<string, Set<Level>>();
  for (const { level, rules } of policy.gates)
    for (const { when } of rules)
      for (const { fact } of when) levels.set(fact, (levels.get(fact) ?? new Set()).add(level));
  const medical = new Set(policy.medical.rules.flatMap(({ when }) => when.map(({ fact }) => fact)));
  return policy.facts.map(({ id }) => ({
    fact: id,
    levels: LEVELS.filter((level) => levels.get(id)?.has(level) === true),
    ems: medical.has(id),
  }));
}
