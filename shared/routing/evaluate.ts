import { compiledPolicy, holds, READING_BIT, type CompiledRule } from './compiled-policy.ts';
import type { Reason, Recommendation } from './recommendation.ts';
import { readAsGiven, readFact, type Facts, type Reading } from '../facts/fact.ts';
import type { Policy } from '../policy/policy.ts';

/** How a rule learns what is known: by fact id, never by looking at the call itself. */
export type Readings = (factId: string) => Reading;

/** What the rules may read of an incident's answers under a policy. */
export function readingsOf(facts: Facts, policy: Policy): Readings {
  const hearsay = hearsayFacts(policy);
  return (factId) => readFact(facts, factId, hearsay.has(factId));
}

/** The same, with every answer as it was given, however old. */
export function asGivenOf(facts: Facts, policy: Policy): Readings {
  const hearsay = hearsayFacts(policy);
  return (factId) => readAsGiven(facts, factId, hearsay.has(factId));
}

const hearsayOf = new WeakMap<Policy, ReadonlySet<string>>();

/** Facts of which a no counts only from somebody who saw it or lives it. */
function hearsayFacts(policy: Policy): ReadonlySet<string> {
  const known = hearsayOf.get(policy);
  if (known !== undefined) return known;
  const ids = policy.facts.filter((fact) => fact.hearsayNo === 'unknown').map(({ id }) => id);
  const made = new Set(ids);
  hearsayOf.set(policy, made);
  return made;
}

/**
 * Which response a set of readings gets under a policy. Gates in order; the first gate with a rule that
 * fires sets the level, and its first such rule the response. Total: a policy that leaves a set of
 * readings without a rule falls back to its highest gate, because silence must never send less
 * (invariant 3). No clock and no randomness: the same readings and policy give the same answer, bit
 * for bit.
 */
export function evaluate(policy: Policy, read: Readings): Recommendation {
  const { facts, mandatory, medical, gates } = compiledPolicy(policy);
  const bits = new Uint8Array(facts.length);
  for (let at = 0; at < facts.length; at += 1) bits[at] = READING_BIT[read(facts[at] as string)];

  const unasked: string[] = [];
  for (const at of mandatory)
    if (bits[at] === READING_BIT['not-asked']) unasked.push(facts[at] as string);

  const reasons: Reason[] = [];
  addFired(reasons, medical.rules, medical.gate.id, bits, read);
  const urgent = reasons.length > 0;

  for (const { gate, rules } of gates) {
    const first = rules.find((each) => holds(each, bits));
    if (first === undefined) continue;
    const waits = addFired(reasons, rules, gate.id, bits, read);
    const response = first.rule.response ?? gate.response;
    return {
      level: gate.level,
      response,
      alongside: urgent && response !== medical.gate.response ? [medical.gate.response] : [],
      reasons,
      unasked,
      provisional: unasked.length > 0 && waits,
    };
  }
  return ungoverned(policy, reasons, unasked);
}

/** Adds a reason for each rule that fires; true when all of them only wait for a question. */
function addFired(
  into: Reason[],
  rules: readonly CompiledRule[],
  gate: string,
  bits: Uint8Array,
  read: Readings,
): boolean {
  let waits = true;
  for (const each of rules) {
    if (!holds(each, bits)) continue;
    const { id, because, source, when } = each.rule;
    const readings = when.map(({ fact }) => ({ fact, reading: read(fact) }));
    into.push({ rule: id, gate, because, source, readings });
    waits &&= each.waits;
  }
  return waits;
}

function ungoverned(
  policy: Policy,
  medical: readonly Reason[],
  unasked: readonly string[],
): Recommendation {
  const highest = policy.gates[0];
  if (highest === undefined) throw new Error(`The policy ${policy.version} has no gates.`);
  const { response: ems } = policy.medical;
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
    alongside: medical.length > 0 && ems !== highest.response ? [ems] : [],
    reasons: [...medical, gap],
    unasked,
    provisional: false,
  };
}
