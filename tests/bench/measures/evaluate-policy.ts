import { newPair, type Bench, type Measure } from '../measure.ts';
import { inventedAnswers } from '../policy/invented-answers.ts';
import { jsonRulesEngine } from '../policy/json-rules-engine.ts';
import type { ReadingRecord, Routing } from '../policy/routing-engine.ts';
import { zenCall, zenPolicy, type ZenCall, type ZenPolicy } from '../policy/zen-engine.ts';
import { quantileOf, rounded } from '../statistics.ts';
import { shippedPolicy } from '#main/desk/shipped-policy.ts';
import type { Facts } from '#shared/facts/fact.ts';
import type { Policy } from '#shared/policy/policy.ts';
import { evaluate, readingsOf } from '#shared/routing/evaluate.ts';
import type { Recommendation } from '#shared/routing/recommendation.ts';

const CALLS = 4_000;
const SEED = 911;
const BATCH = 500;
const ROUNDS = 5;
/** Evaluations that are timed one by one. */
const SINGLE = 20_000;

/** One frame of a screen with 60 Hz, in microseconds. */
const FRAME = 1_000_000 / 60;

interface Call {
  readonly facts: Facts;
  readonly readings: ReadingRecord;
  readonly zen: ZenCall;
}

/**
 * Evaluations per second of the shipped policy on the same readings of the same invented calls, beside
 * two rule engines that were given the same rules. Ours also says why; theirs say which rules fired.
 */
export const measure: Measure = {
  name: 'evaluate-policy',
  unit: 'per s',
  better: 'larger',
  budget: 1 / 3,
  take: async (bench) => {
    const { policy } = shippedPolicy();
    const calls = inventedAnswers(policy, CALLS, SEED).map((facts) => callOf(policy, facts));
    const jsonRules = jsonRulesEngine(policy);
    const zen = zenPolicy(policy);
    try {
      const levels = await sameFromAll(policy, calls, jsonRules, zen);
      bench.say(`all engines agree on ${CALLS} calls (${levels})`);
      const besideZen = newPair();
      const besideJsonRules = newPair();
      const besideZenInBulk = newPair();
      for (let round = 0; round < ROUNDS; round += 1)
        for (let at = 0; at < CALLS; at += BATCH) {
          const batch = calls.slice(at, at + BATCH);
          const ours = () => {
            let reasons = 0;
            for (const { readings } of batch)
              reasons += evaluate(policy, (fact) => readings[fact] ?? 'not-asked').reasons.length;
            // Somebody looks at them, so that none of it can be compiled away.
            if (reasons < BATCH) throw new Error('A call was routed without a reason.');
          };
          besideZen.value.push(rate(ours));
          besideZen.baseline.push(
            await rateOf(async () => {
              for (const call of batch) await zen.route(call.zen);
            }),
          );
          besideJsonRules.value.push(rate(ours));
          besideJsonRules.baseline.push(
            await rateOf(async () => {
              for (const { readings } of batch) await jsonRules(readings);
            }),
          );
          const all = batch.map((call) => call.zen);
          besideZenInBulk.value.push(rate(ours));
          besideZenInBulk.baseline.push(await rateOf(() => zen.routeAll(all)));
        }
      return {
        ...besideZen,
        also: {
          besideJsonRulesEngine: { ...besideJsonRules, budget: 1 / 20 },
          besideZenInBulk,
        },
        facts: { calls: CALLS, levels, ...single(policy, calls, bench) },
      };
    } finally {
      zen.close();
    }
  },
};

function callOf(policy: Policy, facts: Facts): Call {
  const read = readingsOf(facts, policy);
  const readings = Object.fromEntries(policy.facts.map(({ id }) => [id, read(id)]));
  return { facts, readings, zen: zenCall(readings) };
}

/**
 * Also warms all of them up.
 * @throws when two say something different of a call: then the figures would compare two policies.
 */
async function sameFromAll(
  policy: Policy,
  calls: readonly Call[],
  jsonRules: (call: ReadingRecord) => Promise<Routing>,
  zen: ZenPolicy,
): Promise<string> {
  const counts = new Map<string, number>();
  const inBulk = await zen.routeAll(calls.map((call) => call.zen));
  for (const [at, call] of calls.entries()) {
    const now = routingOf(evaluate(policy, readingsOf(call.facts, policy)));
    counts.set(now.level, (counts.get(now.level) ?? 0) + 1);
    const others = {
      'json-rules-engine': await jsonRules(call.readings),
      'zen-engine': await zen.route(call.zen),
      'zen-engine in bulk': inBulk[at],
    };
    const ours = JSON.stringify(now);
    for (const [name, other] of Object.entries(others))
      if (JSON.stringify(other) !== ours)
        throw new Error(
          `On call ${at} ${name} says ${JSON.stringify(other)} and CareDesk ${ours}.`,
        );
  }
  return [...counts]
    .sort()
    .map(([level, count]) => `${level} ${count}`)
    .join(', ');
}

function routingOf({ level, response, alongside, reasons }: Recommendation): Routing {
  return { level, response, alongside, rules: reasons.map(({ rule }) => rule) };
}

function rate(work: () => void): number {
  const started = performance.now();
  work();
  return (BATCH * 1_000) / (performance.now() - started);
}

async function rateOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (BATCH * 1_000) / (performance.now() - started);
}

/** How long one evaluation takes somebody who waits for it, from the answers as an incident keeps them. */
function single(policy: Policy, calls: readonly Call[], bench: Bench): Record<string, number> {
  const taken: number[] = [];
  for (let at = 0; at < SINGLE; at += 1) {
    const { facts } = calls[at % calls.length] as Call;
    const started = performance.now();
    evaluate(policy, readingsOf(facts, policy));
    taken.push((performance.now() - started) * 1_000);
  }
  const p50Microseconds = rounded(quantileOf(taken, 0.5));
  const p99Microseconds = rounded(quantileOf(taken, 0.99));
  bench.say(`one evaluation: p50 ${p50Microseconds} µs, p99 ${p99Microseconds} µs`);
  return { p50Microseconds, p99Microseconds, p99ShareOfFrame: rounded(p99Microseconds / FRAME) };
}
