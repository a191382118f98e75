import { Diagrams, TooEntangled, type Diagram, type Path } from './diagram.ts';
import type { CounterExample } from './verdict.ts';
import { READINGS, type Reading } from '../../facts/fact.ts';
import { maskOf, READING_BIT } from '../../routing/compiled-policy.ts';
import { levelRank, type Level } from '../../routing/level.ts';
import type { Condition, FactDefinition, Policy, ResponseDefinition, Rule } from '../policy.ts';

/**
 * A policy of 200 rules over 140 facts takes some 16,000 nodes. Far above that the rules hang together so
 * closely that no person could say what they do either, and the proof would hold everything else up.
 */
const MOST_NODES = 300_000;

/** A counter-example is easiest to read when nearly everything in it is a plain no. */
const COST = READINGS.map((reading) => (reading === 'no' ? 0 : reading === 'yes' ? 1.1 : 1));

/** What one deciding rule leads to. */
export interface Outcome {
  /** Null where no rule speaks and the highest gate stands in. */
  readonly rule: Rule | null;
  readonly path: string;
  readonly level: Level;
  readonly response: ResponseDefinition;
}

/**
 * A policy as functions over all combinations of answers, each a diagram. `decides` and `medical` give
 * the number of the first rule that fires: of the gates and of the medical gate.
 */
export class PolicyFunction {
  readonly policy: Policy;
  readonly diagrams = new Diagrams(MOST_NODES);
  readonly outcomes: readonly Outcome[];
  readonly decides: Diagram;
  readonly medical: Diagram;
  /** Rank of the level. */
  readonly level: Diagram;
  /** Number of the response in the policy. */
  readonly response: Diagram;
  /** 1 where a medical rule sends EMS at once. */
  readonly ems: Diagram;
  /** The level, or that of EMS where it goes and is higher: how urgent all that is sent is. */
  readonly urgency: Diagram;
  readonly #order: readonly string[];
  readonly #variables: ReadonlyMap<string, number>;

  constructor(policy: Policy) {
    this.policy = policy;
    this.#order = askingOrder(policy);
    this.#variables = new Map(this.#order.map((fact, variable) => [fact, variable]));
    this.outcomes = outcomesOf(policy);
    const rules = this.outcomes.flatMap(({ rule }) => rule ?? []);
    const { diagrams } = this;
    this.decides = this.#firstOf(rules);
    this.medical = this.#firstOf(policy.medical.rules);
    this.level = diagrams.map(this.decides, (at) => levelRank(this.outcome(at).level));
    this.response = diagrams.map(this.decides, (at) =>
      policy.responses.indexOf(this.outcome(at).response),
    );
    this.ems = diagrams.map(this.medical, (at) => (at < policy.medical.rules.length ? 1 : 0));
    const ems = policy.responses.find(({ id }) => id === policy.medical.response);
    const rank = levelRank(ems?.level ?? 'L0');
    this.urgency = diagrams.apply(this.level, this.ems, (level, sent) =>
      sent === 1 ? Math.max(level, rank) : level,
    );
  }

  outcome(number: number): Outcome {
    return this.outcomes[number] as Outcome;
  }

  /** Number of the first rule that fires; the length of the list where none does. */
  #firstOf(rules: readonly Rule[]): Diagram {
    let first = this.diagrams.constant(rules.length);
    for (let at = rules.length - 1; at >= 0; at -= 1)
      first = this.#where((rules[at] as Rule).when, this.diagrams.constant(at), first);
    return first;
  }

  /** `then` where all conditions hold, and `otherwise` elsewhere. */
  #where(conditions: readonly Condition[], then: Diagram, otherwise: Diagram): Diagram {
    const { diagrams } = this;
    const masks = new Map<number, number>();
    for (const condition of conditions) {
      const variable = this.variable(condition.fact);
      masks.set(variable, (masks.get(variable) ?? ANY) & maskOf(condition));
    }
    const asked = [...masks]
      .map(([variable, mask]) => ({ variable, mask }))
      .sort((a, b) => a.variable - b.variable);
    const known = new Map<number, Diagram>();
    const walk = (at: number, f: Diagram): Diagram => {
      const next = asked[at];
      if (next === undefined) return then;
      const key = f * (asked.length + 1) + at;
      const seen = known.get(key);
      if (seen !== undefined) return seen;
      const variable = Math.min(next.variable, diagrams.top(f));
      const branch = (reading: number): Diagram => {
        const left = diagrams.branch(f, variable, reading);
        if (variable < next.variable) return walk(at, left);
        const holds = next.mask & READING_BIT[READINGS[reading] as Reading];
        return holds === 0 ? left : walk(at + 1, left);
      };
      const made = diagrams.node(variable, branch(0), branch(1), branch(2), branch(3));
      known.set(key, made);
      return made;
    };
    return walk(0, otherwise);
  }

  /** 1 where all conditions hold, 0 elsewhere. */
  all(conditions: readonly Condition[]): Diagram {
    return this.#where(conditions, this.diagrams.constant(1), this.diagrams.constant(0));
  }

  /** 1 where one of them holds. */
  any(conditions: readonly Condition[]): Diagram {
    let any = this.diagrams.constant(0);
    for (const condition of conditions)
      any = this.#where([condition], this.diagrams.constant(1), any);
    return any;
  }

  /**
   * Facts that read "not asked" and still matter, in policy order. For `asking`: to level, response or
   * EMS, as against leaving them unasked. For `answers`: to level or response, once all of them are
   * asked.
   */
  openTo(what: 'asking' | 'answers', read: (fact: string) => Reading): string[] {
    const notAsked = READINGS.indexOf('not-asked');
    const reading = (variable: number): number | null => {
      const known = READINGS.indexOf(read(this.#order[variable] as string));
      return known === notAsked ? null : known;
    };
    const open =
      what === 'asking'
        ? this.diagrams.leftOpen(this.#sent(), reading, null)
        : this.diagrams.leftOpen(this.#route(), reading, notAsked);
    return this.policy.facts.map(({ id }) => id).filter((id) => open.has(this.variable(id)));
  }

  #routed: Diagram | null = null;
  #everything: Diagram | null = null;

  /** A number for each level and response. */
  #route(): Diagram {
    const routes = this.outcomes.map(({ level, response }) => `${level} ${response.id}`);
    this.#routed ??= this.diagrams.map(this.decides, (at) => routes.indexOf(routes[at] as string));
    return this.#routed;
  }

  #sent(): Diagram {
    this.#everything ??= this.diagrams.apply(this.#route(), this.ems, (to, ems) => to * 2 + ems);
    return this.#everything;
  }

  /** The function where a fact reads so. */
  given(diagram: Diagram, fact: string, reading: Reading): Diagram {
    return this.diagrams.restrict(diagram, this.variable(fact), READINGS.indexOf(reading));
  }

  /** @throws Error when the policy has no such fact: the document was not checked. */
  variable(fact: string): number {
    const variable = this.#variables.get(fact);
    if (variable === undefined) throw new Error(`The policy has no fact “${fact}”.`);
    return variable;
  }

  /** The simplest answers with a wanted value, or null. `fixed` readings are laid over what is found. */
  find(
    diagram: Diagram,
    isWanted: (value: number) => boolean,
    fixed: Readonly<Record<string, Reading>> = {},
  ): CounterExample | null {
    const path = this.diagrams.find(diagram, isWanted, COST);
    return path === null ? null : this.example(path, fixed);
  }

  example(path: Path, fixed: Readonly<Record<string, Reading>> = {}): CounterExample {
    const facts: Record<string, Reading> = {};
    for (const { id } of this.policy.facts)
      facts[id] = fixed[id] ?? READINGS[path.get(this.variable(id)) ?? NO] ?? 'no';
    const turnsOn = this.policy.facts
      .map(({ id }) => id)
      .filter((id) => fixed[id] !== undefined || path.has(this.variable(id)));
    const { level, response } = this.at(facts);
    return { facts, turnsOn, level, response: response.id };
  }

  /** What the policy says to complete answers. */
  at(facts: Readonly<Record<string, Reading>>): Outcome {
    let f = this.decides;
    while (f >= 0) {
      const variable = this.diagrams.top(f);
      const reading = facts[this.#order[variable] as string] ?? 'no';
      f = this.diagrams.branch(f, variable, READINGS.indexOf(reading));
    }
    return this.outcome(~f);
  }
}

const functions = new WeakMap<Policy, PolicyFunction | null>();

/** The functions of a policy, made once for each document; null when they are too entangled. */
export function policyFunction(policy: Policy): PolicyFunction | null {
  const known = functions.get(policy);
  if (known !== undefined) return known;
  const made = functionOrNull(policy);
  functions.set(policy, made);
  return made;
}

function functionOrNull(policy: Policy): PolicyFunction | null {
  try {
    return new PolicyFunction(policy);
  } catch (error) {
    if (error instanceof TooEntangled) return null;
    throw error;
  }
}

const NO = READINGS.indexOf('no');
const ANY = 0b1111;

/** As the rules first read them: related facts stay together, which keeps the diagrams small. */
function askingOrder(policy: Policy): string[] {
  const gates = [...policy.gates, policy.medical];
  const read = gates.flatMap(({ rules }) => rules.flatMap(({ when }) => when));
  return [...new Set([...read.map(({ fact }) => fact), ...policy.facts.map(({ id }) => id)])];
}

function outcomesOf(policy: Policy): Outcome[] {
  const response = (id: string) =>
    policy.responses.find((each) => each.id === id) as ResponseDefinition;
  const outcomes: Outcome[] = policy.gates.flatMap((gate, at) =>
    gate.rules.map((rule, number) => ({
      rule,
      path: `$.gates[${at}].rules[${number}]`,
      level: gate.level,
      response: response(rule.response ?? gate.response),
    })),
  );
  const highest = policy.gates[0];
  if (highest !== undefined)
    outcomes.push({
      rule: null,
      path: '$.gates',
      level: highest.level,
      response: response(highest.response),
    });
  return outcomes;
}

export function isDangerous({ topic, atLeast }: FactDefinition): boolean {
  return atLeast !== undefined || ['medical', 'weapon', 'violence'].includes(topic);
}
