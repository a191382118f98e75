import type { DeskCore } from '../desk-core.ts';
import { waitingProposal, type PolicyAdoption } from '#db/board/policies-projection.ts';
import { policyDraftOf } from '#db/settings/policy-drafts.ts';
import type { OperatorId } from '#shared/lib/brand.ts';
import { differencesBetween } from '#shared/policy/difference/differences.ts';
import { stepBackAt } from '#shared/policy/in-force.ts';
import type { PolicyProposal, PolicyVersionLine, Workshop } from '#shared/policy/workshop-view.ts';

/** Everything the policy workshop opens with, for one supervisor. */
export function workshopFor(core: DeskCore, operatorId: OperatorId): Workshop {
  const now = core.now();
  const { policy, hash, adopted, next } = core.requirePolicy(now);
  const { adoptions } = core.policies;
  const nameOf = (id: OperatorId | null) => (id === null ? null : core.nameOf(id));
  const stateOf = (each: PolicyAdoption): PolicyVersionLine['state'] => {
    if (each.withdrawn) return 'withdrawn';
    if (each.seq === adopted.seq) return 'in-force';
    return Date.parse(each.effectiveFrom) > now.getTime() ? 'scheduled' : 'past';
  };
  const lineOf = (each: PolicyAdoption): PolicyVersionLine => ({
    hash: each.hash,
    version: each.version,
    title: each.title,
    adoptedAt: each.adoptedAt,
    effectiveFrom: each.effectiveFrom,
    how: each.how,
    proposedByName: nameOf(each.proposedBy),
    approvedByName: nameOf(each.approvedBy),
    reason: each.reason,
    state: stateOf(each),
  });
  const back = stepBackAt(adoptions, now.toISOString());
  return {
    inForce: { policy, hash },
    scheduled: next && lineOf(next),
    proposal: proposalNow(core),
    draft: policyDraftOf(core.db, operatorId),
    history: adoptions.map(lineOf).reverse(),
    stepBack: back && lineOf(back),
  };
}

function proposalNow(core: DeskCore): PolicyProposal | null {
  const waiting = waitingProposal(core.db);
  if (waiting === null) return null;
  const { hash, policy, effectiveFrom, note, proposedBy, at } = waiting;
  const { policy: inForce } = core.requirePolicy();
  return {
    hash,
    policy,
    effectiveFrom,
    note,
    proposedBy,
    at,
    proposedByName: core.nameOf(proposedBy),
    differences: differencesBetween(inForce, policy),
  };
}
