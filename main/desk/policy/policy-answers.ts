import { publishingAnswers, type PublishingTopic } from './publishing-answers.ts';
import { whatIf } from './what-if.ts';
import { workshopFor } from './workshop.ts';
import { policyOf, textOf } from './written-policy.ts';
import type { Answers } from '../answer.ts';
import { operatorOf, type DeskCore } from '../desk-core.ts';
import { forgetPolicyDraft, savePolicyDraft } from '#db/settings/policy-drafts.ts';
import { isRefusal } from '#shared/lib/refusal.ts';
import { differencesBetween } from '#shared/policy/difference/differences.ts';
import { readPolicy } from '#shared/policy/document/policy-document.ts';
import { verifyPolicy } from '#shared/policy/proof/verify-policy.ts';
import { reachOf } from '#shared/policy/reach.ts';

type PolicyTopic =
  | 'policy.workshop'
  | 'policy.examine'
  | 'policy.what-if'
  | 'policy.save-draft'
  | 'policy.discard-draft'
  | PublishingTopic;

/** The workshop of the supervisors: what is written there, what can be said of it, and what becomes of it. */
export function policyAnswers(core: DeskCore): Answers<PolicyTopic> {
  return {
    'policy.workshop': (_input, session) => workshopFor(core, operatorOf(session).operatorId),

    'policy.examine': ({ document }) => {
      const text = textOf(document);
      if (isRefusal(text)) return text;
      const read = readPolicy(document);
      if ('problems' in read)
        return { problems: read.problems, differences: [], verdict: null, reach: [] };
      const { policy } = read;
      const started = performance.now();
      const verdict = verifyPolicy(policy);
      const ms = performance.now() - started;
      return {
        problems: [],
        differences: differencesBetween(core.requirePolicy().policy, policy),
        verdict: { ...verdict, ms },
        reach: reachOf(policy),
      };
    },

    'policy.what-if': ({ document }) => {
      const text = textOf(document);
      if (isRefusal(text)) return text;
      const policy = policyOf(document);
      return isRefusal(policy) ? policy : whatIf(core, policy);
    },

    'policy.save-draft': ({ document }, session) => {
      const text = textOf(document);
      if (isRefusal(text)) return text;
      const savedAt = core.now().toISOString();
      savePolicyDraft(core.db, operatorOf(session).operatorId, { document: text, savedAt });
      return { seq: core.journal.head() };
    },

    'policy.discard-draft': (_input, session) => {
      forgetPolicyDraft(core.db, operatorOf(session).operatorId);
      return { seq: core.journal.head() };
    },

    ...publishingAnswers(core),
  };
}
