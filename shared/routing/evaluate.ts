import { readFact, type Facts, type Reading } from '../facts/fact.ts';
import type { Gate, MedicalGate, Policy, Rule } from '../policy/policy.ts';
import type { Reason, Recommendation } from './recommendation.ts';

/** How a rule learns what is known: by fact id, never by looking at the call itself. */
export type Readings = (factId: string) => Reading;

export function readingsOf(facts: Facts): Readings {
  return (factId) => readFact(facts, factId);
}

/**
 * Which response a set of readings gets under a policy. Total: a policy that leaves a set of readings
 * without a rule falls back to its highest gate, because silence must never send less (invariant 3).
 * No clock and no randomness: the same readings and policy give the same answer, bit for bit.
 */
export function evaluate(policy: Policy, read: Readings): Recommendation {
  const medical = firedIn(policy.medical, read);
  const gate = policy.gates.find((candidate) => candidate.rules.some((rule) => fires(rule, read)));
  const unasked = policy.facts
    .filter((fact) => fact.mandatory && read(fact.id) === 'not-asked')
    .map((fact) => fact.id);
  const alongside = medical.length > 0 ? [policy.medical.response] : [];
  if (gate === undefined) return ungoverned(policy, alongside, medical, unasked);

  const fired = gate.rules.filter((rule) => fires(rule, read));
  const response = fired.find((rule) => rule.response !== undefined)?.response ?? gate.response;
  return {
    level: gate.level,
    response,
    alongside: alongside.filter((id) => id !== response),
    reasons: [...medical, ...fired.map((rule) => reasonFor(rule, gate.id, read))],
    unasked,
    provisional: unasked.length > 0 && fired.every((rule) => waitsForAQuestion(rule)),
  };
}

function fires(rule: Rule, read: Readings): boolean {
  return rule.when.every((condition) => condition.is.includes(read(condition.fact)));
}

/** A rule that fires only on "not asked" holds a place until somebody asks. */
function waitsForAQuestion(rule: Rule): boolean {
  return (
    rule.when.length > 0 &&
    rule.when.every((condition) => condition.is.length === 1 && condition.is[0] === 'not-asked')
  );
}

function firedIn(gate: MedicalGate, read: Readings): Reason[] {
  return gate.rules
    .filter((rule) => fires(rule, read))
    .map((rule) => reasonFor(rule, gate.id, read));
}

function reasonFor(rule: Rule, gate: string, read: Readings): Reason {
  return {
    rule: rule.id,
    gate,
    because: rule.because,
    source: rule.source,
    readings: rule.when.map(({ fact }) => ({ fact, reading: read(fact) })),
  };
}

function ungoverned(
  policy: Policy,
  alongside: readonly string[],
  medical: readonly Reason[],
  unasked: readonly string[],
): Recommendation {
  const highest = policy.gates[0] as Gate;
  const gap: Reason = {
    rule: 'NO-RULE',
    gate: highest.id,
    because: 'No rule of the policy covers these answers, so the highest response stands.',
    source: `policy ${policy.version}`,
    readings: [],
  };
  return {
    level: highest.level,
    response: highest.response,
    alongside: alongside.filter((id) => id !== highest.response),
    reasons: [...medical, gap],
    unasked,
    provisional: false,
  };
}
