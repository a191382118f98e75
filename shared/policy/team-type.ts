import type { Policy, TeamType } from './policy.ts';

/**
 * The team types as they are staffed on a local date (ISO), one for each id: the period that holds the
 * date; between or after periods the last one that had begun; before all of them the first.
 */
export function teamTypesOn(policy: Policy, date: string): TeamType[] {
  const ids = [...new Set(policy.teamTypes.map(({ id }) => id))];
  return ids.flatMap((id) => teamTypeOn(policy, id, date) ?? []);
}

/** One team type on a local date; undefined when the policy does not have it. */
export function teamTypeOn(policy: Policy, id: string, date: string): TeamType | undefined {
  let found: TeamType | undefined;
  for (const team of policy.teamTypes) {
    if (team.id !== id) continue;
    const begun = team.effectiveFrom <= date;
    const better =
      found === undefined ||
      (begun && (found.effectiveFrom > date || team.effectiveFrom > found.effectiveFrom)) ||
      (!begun && found.effectiveFrom > date && team.effectiveFrom < found.effectiveFrom);
    if (better) found = team;
  }
  return found;
}
