import type { Facts } from '#shared/facts/fact.ts';
import { recommendedNow } from '#shared/incident/recommended-now.ts';
import type { AtTheEnd } from '#shared/phone/ending.ts';
import { screenRiskOf } from '#shared/phone/screen-risk.ts';
import { findFact, type Policy } from '#shared/policy/policy.ts';
import type { KeptScreen } from '#shared/screen/screen-events.ts';

/** What the end of a conversation is measured against, as it stands now. */
export function atTheEnd(
  facts: Facts,
  screens: readonly KeptScreen[],
  plan: boolean,
  policy: Policy,
): Pick<AtTheEnd, 'open' | 'risk' | 'plan'> {
  const { unasked } = recommendedNow({ facts }, policy);
  return {
    open: unasked.map((fact) => findFact(policy, fact)?.label ?? fact),
    risk: screenRiskOf(facts, screens, policy),
    plan,
  };
}
