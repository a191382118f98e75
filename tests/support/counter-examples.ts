import { NaiveClaims } from './naive-claims.ts';
import { ALL_LEVELS, responseOf, type NaivePolicy, type Point } from './naive-policy.ts';
import type { Policy } from '#shared/policy/policy.ts';
import type { Claim, Violation } from '#shared/policy/proof/verdict.ts';
import { evaluate } from '#shared/routing/evaluate.ts';

const ALONG: readonly Claim[] = ['monotone', '3', '5'];

/**
 * What is wrong with the answers a violation shows, or null: that the policy does not say there what the
 * violation tells, that the claim holds there after all, or that it holds again when a fact changes that
 * it is said not to turn on. A violation of the document alone shows no answers.
 */
export function wrongExample(
  policy: Policy,
  { invariant, counterExample }: Violation,
): string | null {
  const { facts, turnsOn = [], level, response, whereas, rule, availability } = counterExample;
  const claims = new NaiveClaims(policy);
  const { naive } = claims;
  if (facts === undefined) {
    if (invariant !== '9' || level === undefined || response === undefined) return null;
    const at = { level: ALL_LEVELS.indexOf(level), response: responseOf(policy, response) };
    return claims.isAboveCeiling(at) ? null : 'no team is above its ceiling';
  }
  if (Object.keys(facts).sort().join() !== [...naive.facts].sort().join())
    return 'the answers are not complete';
  const now = evaluate(policy, (fact) => facts[fact] ?? 'not-asked');
  if (now.level !== level) return `the level is ${now.level}, not ${level}`;
  if (availability === undefined && now.response !== response)
    return `the response is ${now.response}, not ${response}`;
  if (whereas !== undefined) {
    const after = evaluate(policy, (fact) =>
      fact === whereas.fact ? whereas.answer : facts[fact]!,
    );
    if (after.level !== whereas.level || after.response !== whereas.response)
      return `afterwards it is ${after.level} ${after.response}`;
  }
  if (availability !== undefined) return null;
  const point = naive.point(facts);
  if (invariant === 'reachable') return whyReachable(naive, rule, point);
  if (!isBroken(claims, invariant, point, whereas?.fact)) return 'the claim holds there';
  for (const [at, fact] of naive.facts.entries())
    for (let reading = 0; reading < 4 && !turnsOn.includes(fact); reading += 1)
      if (!isBroken(claims, invariant, point.with(at, reading), whereas?.fact))
        return `it turns on ${fact} too`;
  return null;
}

function isBroken(claims: NaiveClaims, claim: Claim, point: Point, along?: string): boolean {
  const { naive } = claims;
  if (!ALONG.includes(claim)) return claims.brokenAt(point).includes(claim);
  return naive.facts.some(
    (fact, at) =>
      (along === undefined || along === fact) &&
      claims.brokenAlong(at, naive.along(point, at)).includes(claim),
  );
}

/** A rule that never decides is shown where it fires and another one has answered. */
function whyReachable(naive: NaivePolicy, id: string | undefined, point: Point): string | null {
  const readings = naive.readings(point);
  const { policy } = naive;
  const rules = [policy.medical, ...policy.gates].flatMap((gate) => gate.rules);
  const rule = rules.find((each) => each.id === id);
  if (rule === undefined) return 'it names no rule';
  if (!rule.when.every(({ fact, is }) => is.includes(readings[fact]!)))
    return `${rule.id} does not fire there`;
  const { rule: decides, medical } = naive.at(point);
  return decides?.id === rule.id || medical?.id === rule.id ? `${rule.id} decides there` : null;
}
