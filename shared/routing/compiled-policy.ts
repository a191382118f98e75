import type { Reading } from '../facts/fact.ts';
import type { Condition, Gate, MedicalGate, Policy, Rule } from '../policy/policy.ts';

/** One bit for each reading, so that a condition is one comparison. */
export const READING_BIT: Readonly<Record<Reading, number>> = {
  yes: 1,
  no: 2,
  unknown: 4,
  'not-asked': 8,
};

export interface CompiledRule {
  readonly rule: Rule;
  /** Index of a fact and the mask of its readings, one pair for each condition. */
  readonly facts: Uint16Array;
  readonly masks: Uint8Array;
  /** It fires on "not asked" and on nothing else: it holds a place until somebody asks. */
  readonly waits: boolean;
}

export interface CompiledGate {
  readonly gate: Gate;
  readonly rules: readonly CompiledRule[];
}

/** The policy as the evaluator walks it: facts by number, conditions as bit masks. */
export interface CompiledPolicy {
  readonly policy: Policy;
  readonly facts: readonly string[];
  /** Numbers of the facts that have to be asked, in policy order. */
  readonly mandatory: readonly number[];
  readonly medical: { readonly gate: MedicalGate; readonly rules: readonly CompiledRule[] };
  readonly gates: readonly CompiledGate[];
}

const compiled = new WeakMap<Policy, CompiledPolicy>();

/**
 * The compiled form of a policy, made once for each document. A policy is never edited in place, so a
 * document that was compiled stays what it was.
 * @throws Error when a rule reads a fact the policy does not define.
 */
export function compiledPolicy(policy: Policy): CompiledPolicy {
  const known = compiled.get(policy);
  if (known !== undefined) return known;
  const made = compile(policy);
  compiled.set(policy, made);
  return made;
}

function compile(policy: Policy): CompiledPolicy {
  const facts = policy.facts.map(({ id }) => id);
  const numbers = new Map(facts.map((id, number) => [id, number]));
  const rules = (list: readonly Rule[]) => list.map((rule) => compileRule(rule, numbers));
  return {
    policy,
    facts,
    mandatory: policy.facts.flatMap((fact, number) => (fact.mandatory ? [number] : [])),
    medical: { gate: policy.medical, rules: rules(policy.medical.rules) },
    gates: policy.gates.map((gate) => ({ gate, rules: rules(gate.rules) })),
  };
}

function compileRule(rule: Rule, numbers: ReadonlyMap<string, number>): CompiledRule {
  const { when } = rule;
  return {
    rule,
    facts: Uint16Array.from(when, ({ fact }) => numberOf(rule, fact, numbers)),
    masks: Uint8Array.from(when, maskOf),
    waits: when.length > 0 && when.every((each) => maskOf(each) === READING_BIT['not-asked']),
  };
}

function numberOf(rule: Rule, fact: string, numbers: ReadonlyMap<string, number>): number {
  const number = numbers.get(fact);
  if (number === undefined)
    throw new Error(`Rule ${rule.id} reads “${fact}”, which the policy does not define.`);
  return number;
}

export function maskOf({ is }: Condition): number {
  return is.reduce((mask, reading) => mask | READING_BIT[reading], 0);
}

/** Whether a rule holds for `bits`, one reading bit for each fact of the policy. */
export function holds({ facts, masks }: CompiledRule, bits: Uint8Array): boolean {
  for (let at = 0; at < facts.length; at += 1)
    if (((bits[facts[at] as number] as number) & (masks[at] as number)) === 0) return false;
  return true;
}
