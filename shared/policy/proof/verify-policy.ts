import {
  absenceNeverLowers,
  anOpenScreenIsNeverLow,
  contextChangesNothing,
  dangerKeepsItsFloor,
  dangerNeverLowers,
  everyCombinationHasOneLevel,
  everyRuleIsReachable,
  medicalSendsEms,
  noUnarmedIntoDanger,
  responsesHaveWhatTheyNeed,
} from './answer-claims.ts';
import { whoStepsInMayGo } from './availability-claims.ts';
import { TooEntangled } from './diagram.ts';
import { claimsOnTheDocument } from './document-claims.ts';
import { PolicyFunction } from './policy-function.ts';
import { violation } from './say.ts';
import type { Verdict, Violation } from './verdict.ts';
import { READINGS } from '../../facts/fact.ts';
import type { Policy } from '../policy.ts';

const CLAIMS_ON_ANSWERS = [
  everyCombinationHasOneLevel,
  everyRuleIsReachable,
  dangerKeepsItsFloor,
  dangerNeverLowers,
  noUnarmedIntoDanger,
  absenceNeverLowers,
  contextChangesNothing,
  medicalSendsEms,
  anOpenScreenIsNeverLow,
  responsesHaveWhatTheyNeed,
  whoStepsInMayGo,
];

/**
 * Proves a policy, for every combination of answers and of free teams, or says how it fails. Exact: the
 * policy becomes one decision diagram over its finite facts, and each claim is a question to it; nothing
 * is sampled. The document has to be a policy already (see `readPolicy`).
 */
export function verifyPolicy(policy: Policy): Verdict {
  const violations = [...claimsOnTheDocument(policy), ...onAnswers(policy)];
  const teams = new Set(policy.teamTypes.map(({ id }) => id)).size;
  const rules = [policy.medical, ...policy.gates].flatMap((gate) => gate.rules);
  return {
    proved: violations.length === 0,
    combinations: String((BigInt(READINGS.length) ** BigInt(policy.facts.length)) << BigInt(teams)),
    rules: rules.length,
    violations,
  };
}

function onAnswers(policy: Policy): Violation[] {
  try {
    const asFunction = new PolicyFunction(policy);
    return CLAIMS_ON_ANSWERS.flatMap((claim) => [...claim(asFunction)]);
  } catch (error) {
    if (!(error instanceof TooEntangled)) throw error;
    const says = `The rules are too entangled to be proved: ${error.message}. Let each rule read fewer facts.`;
    return [violation('one-level', says, { path: '$.gates' })];
  }
}
