import { createRequire } from 'node:module';
import { cacheFolder } from '../cache-folder.ts';
import {
  placedRules,
  routingFrom,
  type PlacedRule,
  type ReadingRecord,
  type Routing,
} from './routing-engine.ts';
import type { Condition, Policy } from '#shared/policy/policy.ts';

/** What is used of @gorules/zen-engine, which `npm run bench` fetches for itself. */
interface Zen {
  ZenEngine: new () => {
    createDecision(content: object): { evaluate(input: object): Promise<{ result: unknown }> };
    dispose(): void;
  };
  ZenDecisionContent: new (model: object) => object;
}

type Fired = readonly { readonly rule: number }[];

/** A policy as a compiled ZEN decision. */
export interface ZenPolicy {
  /** One call, awaited, as when a person has answered a question. */
  route(call: ZenCall): Promise<Routing>;
  /** Many calls handed over at once: one crossing into the engine instead of one for each. */
  routeAll(calls: readonly ZenCall[]): Promise<Routing[]>;
  close(): void;
}

/** Its expressions read a hyphen as a minus, so facts go by other names there. */
export type ZenCall = Readonly<Record<string, string>>;

export function zenCall(readings: ReadingRecord): ZenCall {
  return Object.fromEntries(
    Object.entries(readings).map(([fact, reading]) => [nameOf(fact), reading]),
  );
}

/**
 * A decision table that collects the rules that fire, one row for each of ours with all its conditions
 * in one cell: of the shapes tried the one with the highest throughput. Traces stay off.
 */
export function zenPolicy(policy: Policy): ZenPolicy {
  const { ZenEngine, ZenDecisionContent } = fetchedEngine();
  const engine = new ZenEngine();
  const rules = placedRules(policy);
  const one = engine.createDecision(new ZenDecisionContent(modelOf(rules, {})));
  const loop = { inputField: 'calls', outputPath: 'fired', executionMode: 'loop' };
  const all = engine.createDecision(new ZenDecisionContent(modelOf(rules, loop)));
  const routing = (fired: Fired) =>
    routingFrom(
      policy,
      fired.map(({ rule }) => rules[rule] as PlacedRule),
    );
  return {
    route: async (call) => routing((await one.evaluate(call)).result as Fired),
    routeAll: async (calls) => {
      const { result } = await all.evaluate({ calls });
      return (result as { fired: readonly Fired[] }).fired.map(routing);
    },
    close: () => engine.dispose(),
  };
}

function fetchedEngine(): Zen {
  const fetched = createRequire(cacheFolder('engines', 'package.json'));
  try {
    return fetched('@gorules/zen-engine') as Zen;
  } catch (error) {
    throw new Error(
      'The engine to measure beside is not here: run npm run bench once where npm can fetch it.',
      { cause: error },
    );
  }
}

function modelOf(rules: readonly PlacedRule[], execution: object): object {
  const table = {
    hitPolicy: 'collect',
    inputs: [{ id: 'when', name: 'When', field: '' }],
    outputs: [{ id: 'rule', name: 'Rule', field: 'rule' }],
    rules: rules.map(({ rule, order }) => ({
      _id: rule.id,
      when: rule.when.map(expressionOf).join(' and '),
      rule: String(order),
    })),
    ...execution,
  };
  return {
    nodes: [
      nodeOf('request', 'inputNode', {}),
      nodeOf('rules', 'decisionTableNode', table),
      nodeOf('response', 'outputNode', {}),
    ],
    edges: [edgeOf('request', 'rules'), edgeOf('rules', 'response')],
  };
}

function nodeOf(id: string, type: string, content: object) {
  return { id, name: id, type, position: { x: 0, y: 0 }, content };
}

function edgeOf(sourceId: string, targetId: string) {
  return { id: `${sourceId}-${targetId}`, type: 'edge', sourceId, targetId };
}

function expressionOf({ fact, is }: Condition): string {
  const readings = is.map((reading) => `"${reading}"`);
  return is.length === 1
    ? `${nameOf(fact)} == ${readings[0]}`
    : `${nameOf(fact)} in [${readings.join(', ')}]`;
}

function nameOf(fact: string): string {
  return fact.replaceAll('-', '_');
}
