import type { PoliciesNow } from './policy-clock.ts';
import type { PolicyAdoption } from '#db/board/policies-projection.ts';
import { refuse, type Refusal } from '#shared/lib/refusal.ts';
import type { Policy } from '#shared/policy/policy.ts';
import { verifyPolicy } from '#shared/policy/proof/verify-policy.ts';

/** How far ahead a policy may be scheduled: by then nobody knows what it was compared with. */
const MOST_AHEAD = 366 * 24 * 3_600_000;
/** Between pressing the key and here a stated minute may pass. */
const JUST_PASSED = 60_000;

export interface NamedPolicy {
  readonly policy: Policy;
  readonly hash: string;
}

/** Why this policy cannot follow the one in force; null when it can. The proof is a question of its own. */
export function cannotFollow(
  { policy, hash }: NamedPolicy,
  now: PoliciesNow,
  adopted: readonly PolicyAdoption[],
): Refusal | null {
  if (hash === now.hash)
    return refuse(
      'nothing-differs',
      `This policy says what ${now.policy.version}, the one in force, says. Change something first. Nothing was changed.`,
    );
  const version = policy.version.trim();
  if (adopted.some((each) => each.version.trim() === version && each.hash !== hash))
    return refuse(
      'version-used',
      `Version ${version} is the name of another policy of this center. Give this one a new version. Nothing was changed.`,
    );
  const kept = new Set(policy.responses.map(({ id }) => id));
  const gone = now.policy.responses.find(({ id }) => !kept.has(id));
  if (gone === undefined) return null;
  return refuse(
    'response-missing',
    `The response “${gone.label}” (${gone.id}) is missing, and open incidents may stand on it. ` +
      'Keep it in the list and take it out of the rules instead. Nothing was changed.',
  );
}

/** Why the policy is not proved, by the first claim that fails; null when it is. */
export function notProved(policy: Policy): Refusal | null {
  const { proved, violations } = verifyPolicy(policy);
  if (proved) return null;
  const [first] = violations;
  const claim = first === undefined ? '' : `${nameOfClaim(first.invariant)}: ${first.says} `;
  return refuse(
    'not-proved',
    `The policy is not proved. ${claim}Change the rules until the proof holds. Nothing was changed.`,
  );
}

function nameOfClaim(claim: string): string {
  return /^\d+$/.test(claim) ? `Invariant ${claim} is broken` : `The claim “${claim}” fails`;
}

/** The stated time as an ISO instant, null for at once, or the sentence that refuses it. */
export function startOf(effectiveFrom: string | null, now: Date): string | null | Refusal {
  if (effectiveFrom === null) return null;
  const ahead = Date.parse(effectiveFrom) - now.getTime();
  if (ahead < -JUST_PASSED)
    return refuse(
      'time-passed',
      'The stated time has passed. Choose a later one, or put the policy in force with the approval. Nothing was changed.',
    );
  if (ahead > MOST_AHEAD)
    return refuse(
      'time-too-far',
      'The stated time is more than a year ahead. Choose an earlier one. Nothing was changed.',
    );
  return new Date(effectiveFrom).toISOString();
}
