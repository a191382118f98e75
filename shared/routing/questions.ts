import type { Reading } from '../facts/fact.ts';
import type { Policy } from '../policy/policy.ts';
import { evaluate, type Readings } from './evaluate.ts';
import { levelRank } from './level.ts';
import type { Recommendation, WhatIf } from './recommendation.ts';

/** The readings with one fact answered differently: the way to ask "what if". */
export function readingWith(read: Readings, factId: string, reading: Reading): Readings {
  return (asked) => (asked === factId ? reading : read(asked));
}

/**
 * Single answers to open facts that would move the recommendation, highest level first. Facts nobody
 * has asked are tried with yes and no; answered ones are left alone.
 */
export function whatWouldChange(policy: Policy, read: Readings, now: Recommendation): WhatIf[] {
  const changes: WhatIf[] = [];
  for (const fact of policy.facts) {
    if (read(fact.id) !== 'not-asked') continue;
    for (const answer of ['yes', 'no'] as const) {
      const then = evaluate(policy, readingWith(read, fact.id, answer));
      if (then.level !== now.level || then.response !== now.response)
        changes.push({ fact: fact.id, answer, level: then.level, response: then.response });
    }
  }
  return changes.sort((a, b) => levelRank(b.level) - levelRank(a.level));
}

/**
 * The question to read aloud next, or null when nothing asked can matter any more. Mandatory facts come
 * first, in policy order; then the fact whose answer alone moves the level furthest; then the first of
 * those that matter only together.
 */
export function nextQuestion(
  now: Recommendation,
  changes: readonly WhatIf[],
  open: readonly string[],
): string | null {
  const mandatory = now.unasked[0];
  if (mandatory !== undefined) return mandatory;
  const here = levelRank(now.level);
  let best: { fact: string; reach: number } | null = null;
  for (const change of changes) {
    const reach = Math.abs(levelRank(change.level) - here);
    if (best === null || reach > best.reach) best = { fact: change.fact, reach };
  }
  return best?.fact ?? open[0] ?? null;
}
