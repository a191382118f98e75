import type * as JsonRules from 'json-rules-engine';
import { createRequire } from 'node:module';
import {
  placedRules,
  routingFrom,
  type PlacedRule,
  type ReadingRecord,
  type Routing,
} from './routing-engine.ts';
import type { Condition, Policy } from '#shared/policy/policy.ts';

const require = createRequire(import.meta.url);

/**
 * A policy for json-rules-engine, one rule for each of ours, and the way to route a call by it. Set up
 * for speed as its documentation has it: rules added once, gates by priority, and stopped at the gate
 * that decides. The call is one fact read by path; a fact for each answer takes it longer.
 */
export function jsonRulesEngine(policy: Policy): (call: ReadingRecord) => Promise<Routing> {
  // As somebody would use it, and not bundled into the benchmark.
  const { Engine } = require('json-rules-engine') as typeof JsonRules;
  const engine = new Engine([], {
    pathResolver: (call, fact) => (call as ReadingRecord)[fact],
  });
  const rules = placedRules(policy);
  for (const { rule, gate, order } of rules)
    engine.addRule({
      name: rule.id,
      // The medical gate runs with the highest one: what it finds stops nothing.
      priority: policy.gates.length - (gate ?? 0),
      conditions: { all: rule.when.map(conditionOf) },
      event: { type: gate === null ? 'sends' : 'decides', params: { order } },
    });
  engine.on('decides', () => void engine.stop());
  return async (call) => {
    const { events } = await engine.run({ call });
    // Rules of one priority report as they finish.
    const fired = events
      .map(({ params }) => rules[params?.['order'] as number] as PlacedRule)
      .sort((a, b) => a.order - b.order);
    return routingFrom(policy, fired);
  };
}

function conditionOf({ fact, is }: Condition) {
  const read = { fact: 'call', path: fact };
  return is.length === 1
    ? { ...read, operator: 'equal', value: is[0] }
    : { ...read, operator: 'in', value: is };
}
