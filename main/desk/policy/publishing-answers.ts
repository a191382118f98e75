import { cannotFollow, notProved, startOf } from './publishable.ts';
import { policyOf, textOf } from './written-policy.ts';
import { done, type Answers } from '../answer.ts';
import { operatorOf, type DeskCore } from '../desk-core.ts';
import { localMoment } from '../local-moment.ts';
import { approverOf } from '../access/second-person.ts';
import { policyHash } from '../shipped-policy.ts';
import {
  adoptedPolicy,
  waitingProposal,
  type ProposedPolicy,
} from '#db/board/policies-projection.ts';
import { forgetPolicyDraft } from '#db/settings/policy-drafts.ts';
import type { OperatorId } from '#shared/lib/brand.ts';
import { isRefusal, refuse, type Refusal } from '#shared/lib/refusal.ts';
import { stepBackAt } from '#shared/policy/in-force.ts';
import type { PolicyEvent } from '#shared/policy/policy-events.ts';

export type PublishingTopic =
  'policy.propose' | 'policy.approve' | 'policy.decline' | 'policy.withdraw' | 'policy.roll-back';

/** From a proposal to a policy in force, and one step back (invariant 13). */
export function publishingAnswers(core: DeskCore): Answers<PublishingTopic> {
  return {
    'policy.propose': ({ document, effectiveFrom, note }, session) => {
      const text = textOf(document);
      if (isRefusal(text)) return text;
      const policy = policyOf(document);
      if (isRefusal(policy)) return policy;
      const proposed = { policy, hash: policyHash(policy) };
      const author = operatorOf(session).operatorId;
      const decide = (): PolicyEvent[] | Refusal => {
        const now = core.now();
        const inForce = core.requirePolicy(now);
        const unfit = othersFirst(core) ?? cannotFollow(proposed, inForce, core.policies.adoptions);
        if (unfit !== null) return unfit;
        const start = startOf(effectiveFrom, now);
        if (isRefusal(start)) return start;
        const basedOn = inForce.hash;
        return [{ type: 'policy.proposed', ...proposed, effectiveFrom: start, note, basedOn }];
      };
      const refused = refusalIn(decide()) ?? notProved(policy);
      if (refused !== null) return refused;
      const outcome = core.commit(author, () => {
        const events = decide();
        if (!isRefusal(events)) forgetPolicyDraft(core.db, author);
        return events;
      });
      return done(core, outcome);
    },

    'policy.approve': ({ hash, secondPerson }, session) => {
      const approvedBy = approverOf(
        core,
        session,
        secondPerson,
        'keep-policy',
        'a second supervisor',
      );
      if (isRefusal(approvedBy)) return approvedBy;
      const decide = (): PolicyEvent[] | Refusal => {
        const proposal = proposalOf(core, hash);
        return isRefusal(proposal) ? proposal : adopted(core, proposal, approvedBy);
      };
      const refused = refusalIn(decide()) ?? unsound(core, hash);
      if (refused !== null) return refused;
      return done(core, core.commit(operatorOf(session).operatorId, decide));
    },

    'policy.decline': ({ hash, reason }, session) => {
      const outcome = core.commit(operatorOf(session).operatorId, () => {
        const proposal = proposalOf(core, hash);
        return isRefusal(proposal) ? proposal : [{ type: 'policy.declined', hash, reason }];
      });
      return done(core, outcome);
    },

    'policy.withdraw': ({ hash, reason }, session) => {
      const outcome = core.commit(operatorOf(session).operatorId, () => {
        const inForce = core.requirePolicy();
        if (inForce.next?.hash === hash) return [{ type: 'policy.withdrawn', hash, reason }];
        return inForce.hash === hash
          ? refuse(
              'in-force',
              `Policy ${inForce.policy.version} is in force already. Roll it back instead. Nothing was changed.`,
            )
          : refuse(
              'not-scheduled',
              'This policy is not scheduled any more. Look at the list again. Nothing was changed.',
            );
      });
      return done(core, outcome);
    },

    'policy.roll-back': ({ hash, reason }, session) => {
      const by = operatorOf(session).operatorId;
      return done(
        core,
        core.commit(by, () => steppedBack(core, hash, reason, by)),
      );
    },
  };
}

/** Why nothing can be proposed before something else is settled; null when nothing waits. */
function othersFirst(core: DeskCore): Refusal | null {
  const waiting = waitingProposal(core.db);
  if (waiting !== null)
    return refuse(
      'proposal-waits',
      `Policy ${waiting.policy.version}, proposed by ${core.nameOf(waiting.proposedBy)}, waits for approval. ` +
        'Approve or decline it first. Nothing was changed.',
    );
  const { next } = core.requirePolicy();
  if (next === null) return null;
  // It was compared with the policy in force now: it would take back whatever comes in between.
  return refuse(
    'one-is-scheduled',
    `Policy ${next.version} comes into force on ${wallTime(core, next.effectiveFrom)}. ` +
      'Withdraw it, or propose this one after that. Nothing was changed.',
  );
}

function proposalOf(core: DeskCore, hash: string): ProposedPolicy | Refusal {
  const waiting = waitingProposal(core.db);
  if (waiting !== null && waiting.hash === hash) return waiting;
  return refuse(
    'no-proposal',
    'This policy does not wait for approval any more. Look at the list again. Nothing was changed.',
  );
}

/** What the approval writes, as things stand now. */
function adopted(
  core: DeskCore,
  { policy, hash, basedOn, proposedBy, effectiveFrom, note }: ProposedPolicy,
  approvedBy: OperatorId,
): PolicyEvent[] | Refusal {
  if (proposedBy === approvedBy)
    return refuse(
      'author-approves',
      'The author cannot approve their own policy: a second supervisor has to sign. Nothing was changed.',
    );
  const now = core.now();
  const inForce = core.requirePolicy(now);
  if (inForce.hash !== basedOn)
    return refuse(
      'policy-moved-on',
      `Policy ${inForce.policy.version} has come into force since this one was proposed. ` +
        'Decline it and propose it again, so that what changes is seen. Nothing was changed.',
    );
  const unfit = cannotFollow({ policy, hash }, inForce, core.policies.adoptions);
  if (unfit !== null) return unfit;
  const later = effectiveFrom !== null && Date.parse(effectiveFrom) > now.getTime();
  return [
    {
      type: 'policy.adopted',
      hash,
      policy,
      effectiveFrom: later ? effectiveFrom : now.toISOString(),
      how: 'published',
      proposedBy,
      approvedBy,
      reason: note,
    },
  ];
}

/** Reads and proves the waiting document again: CareDesk may have learned to look closer since. */
function unsound(core: DeskCore, hash: string): Refusal | null {
  const proposal = proposalOf(core, hash);
  if (isRefusal(proposal)) return proposal;
  const policy = policyOf(proposal.policy);
  return isRefusal(policy) ? policy : notProved(policy);
}

function steppedBack(
  core: DeskCore,
  hash: string,
  reason: string,
  by: OperatorId,
): PolicyEvent[] | Refusal {
  const now = core.now();
  const inForce = core.requirePolicy(now);
  if (inForce.hash !== hash)
    return refuse(
      'not-in-force',
      `Policy ${inForce.policy.version} is in force now, and it is not the one you looked at. Look again. Nothing was changed.`,
    );
  const before = stepBackAt(core.policies.adoptions, now.toISOString());
  const policy = before && adoptedPolicy(core.db, before.hash);
  if (before === null || policy === null)
    return refuse(
      'nothing-before',
      `No policy was in force before ${inForce.policy.version}, so there is no step back. Nothing was changed.`,
    );
  const scheduled = core.policies.adoptions.filter(
    (each) => !each.withdrawn && Date.parse(each.effectiveFrom) > now.getTime(),
  );
  return [
    ...scheduled.map((each): PolicyEvent => {
      return { type: 'policy.withdrawn', hash: each.hash, reason };
    }),
    {
      type: 'policy.adopted',
      hash: before.hash,
      policy,
      effectiveFrom: now.toISOString(),
      how: 'rolled-back',
      proposedBy: by,
      approvedBy: null,
      reason,
    },
  ];
}

function refusalIn(outcome: readonly PolicyEvent[] | Refusal): Refusal | null {
  return isRefusal(outcome) ? outcome : null;
}

/** The center's wall clock at an ISO instant, as a supervisor reads it. */
function wallTime(core: DeskCore, instant: string): string {
  const { date, minute } = localMoment(new Date(instant), core.center?.timeZone ?? 'UTC');
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date} at ${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
