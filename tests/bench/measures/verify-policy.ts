import { newPair, type Bench, type Measure } from '../measure.ts';
import { inventedPolicy } from '../policy/invented-policy.ts';
import { SeededChance } from '../policy/seeded-chance.ts';
import type { ReadingRecord } from '../policy/routing-engine.ts';
import type { Weave } from '../policy/situation-rules.ts';
import { median, rounded } from '../statistics.ts';
import { shippedPolicy } from '#main/desk/shipped-policy.ts';
import type { Policy } from '#shared/policy/policy.ts';
import { READINGS } from '#shared/facts/fact.ts';
import { PolicyFunction } from '#shared/policy/proof/policy-function.ts';
import { verifyPolicy } from '#shared/policy/proof/verify-policy.ts';
import { evaluate } from '#shared/routing/evaluate.ts';

const SAMPLES = 15;
const WARM_UP = 5;
const TRIED = 100_000;
/** Different combinations of answers among those tried. */
const DRAWN = 5_000;

const WEAVES: readonly Weave[] = ['chapters', 'entangled'];
const SIZES = [10, 25, 50, 100, 200];
/** Different policies of one size. */
const SEEDS = [1, 2, 3];

const YEAR_MS = 365.25 * 24 * 3_600_000;

/**
 * Proving the shipped policy for every combination of answers and free teams, beside evaluating a
 * hundred thousand combinations drawn by chance, which proves nothing. Trying every one is reckoned from
 * the same evaluations. And how the proof grows with the policy.
 */
export const measure: Measure = {
  name: 'verify-policy',
  unit: 'ms',
  better: 'smaller',
  budget: 0.25,
  take: async (bench) => {
    const { policy } = shippedPolicy();
    const combinations = drawn(policy);
    const shipped = newPair();
    for (let sample = -WARM_UP; sample < SAMPLES; sample += 1) {
      const value = timed(() => proved(policy));
      const baseline = timed(() => {
        for (let tried = 0; tried < TRIED; tried += 1) {
          const readings = combinations[tried % DRAWN] as ReadingRecord;
          evaluate(policy, (fact) => readings[fact] ?? 'not-asked');
        }
      });
      if (sample < 0) continue;
      shipped.value.push(value);
      shipped.baseline.push(baseline);
    }
    const each = median(shipped.baseline) / TRIED;
    const facts: Record<string, string | number> = {
      nodes: new PolicyFunction(policy).diagrams.nodes,
      combinationsOfAnswers: `${READINGS.length}^${policy.facts.length}`,
      yearsToTryAll: Math.round((each * READINGS.length ** policy.facts.length) / YEAR_MS),
    };
    for (const weave of WEAVES) Object.assign(facts, grownBy(weave, bench));
    return { ...shipped, facts };
  },
};

function drawn(policy: Policy): ReadingRecord[] {
  const chance = new SeededChance(29);
  return Array.from({ length: DRAWN }, () =>
    Object.fromEntries(policy.facts.map(({ id }) => [id, chance.oneOf(READINGS)])),
  );
}

/** @throws when the policy is not proved: finding a counter-example is another, shorter work. */
function proved(policy: Policy): void {
  const [first] = verifyPolicy(policy).violations;
  if (first !== undefined) throw new Error(`${policy.id} is not proved. ${first.says}`);
}

/** Milliseconds and nodes by number of rules, and the power of that number they grow with. */
function grownBy(weave: Weave, bench: Bench): Record<string, number> {
  const facts: Record<string, number> = {};
  const times: number[] = [];
  const nodes: number[] = [];
  const policies = SIZES.map((rules) => SEEDS.map((seed) => inventedPolicy(rules, weave, seed)));
  // The first proofs of a program run before its compilers know them.
  for (const policy of policies.slice(0, -1).flat()) proved(policy);
  for (const [at, rules] of SIZES.entries()) {
    const ofSize = policies[at] ?? [];
    const time = median(ofSize.map((policy) => timed(() => proved(policy))));
    const count = median(ofSize.map((policy) => new PolicyFunction(policy).diagrams.nodes));
    times.push(time);
    nodes.push(count);
    facts[`${weave}${rules}Ms`] = rounded(time);
    facts[`${weave}${rules}Nodes`] = count;
    bench.say(`${rules} rules, ${weave}: ${time.toFixed(0)} ms, ${count} nodes`);
  }
  facts[`${weave}TimeExponent`] = rounded(exponentOf(SIZES, times));
  facts[`${weave}NodesExponent`] = rounded(exponentOf(SIZES, nodes));
  return facts;
}

/** The slope of the line through the logarithms, by least squares. */
function exponentOf(sizes: readonly number[], grown: readonly number[]): number {
  const x = sizes.map(Math.log);
  const y = grown.map(Math.log);
  const mean = (of: readonly number[]) => of.reduce((sum, each) => sum + each, 0) / of.length;
  const [middleX, middleY] = [mean(x), mean(y)];
  const together = x.map((each, at) => (each - middleX) * ((y[at] as number) - middleY));
  return mean(together) / mean(x.map((each) => (each - middleX) ** 2));
}

function timed(work: () => void): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}
