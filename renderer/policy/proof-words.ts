import type { Reading } from '#shared/facts/fact.ts';

export interface TellingAnswers {
  readonly rows: readonly { readonly fact: string; readonly reading: Reading }[];
  /** Facts of one reading that are many and say little each. */
  readonly rest: readonly { readonly reading: Reading; readonly facts: readonly string[] }[];
}

const MOST_ROWS = 4;

/**
 * The answers a counter-example turns on, those first that stand out. A long row of “no” and “not asked”
 * is gathered: nobody finds the one “yes” in a list of twenty.
 */
export function tellingAnswers(
  facts: Readonly<Record<string, Reading>>,
  turnsOn: readonly string[],
): TellingAnswers {
  const all = turnsOn.map((fact) => ({ fact, reading: facts[fact] ?? 'not-asked' }));
  if (all.length <= MOST_ROWS) return { rows: all, rest: [] };
  const loud = all.filter(({ reading }) => reading === 'yes' || reading === 'unknown');
  const quiet = (['no', 'not-asked'] as const)
    .map((reading) => ({
      reading,
      facts: all.filter((each) => each.reading === reading).map(({ fact }) => fact),
    }))
    .filter((each) => each.facts.length > 0);
  return { rows: loud, rest: quiet };
}

/** The sentence without the claim it may begin with, where the claim already stands above it. */
export function withoutClaim(says: string, claim: string): string {
  return says.startsWith(claim) ? says.slice(claim.length).trim() || claim : says;
}
