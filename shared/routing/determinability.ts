import type { Reading } from '#shared/facts/fact.ts';
import type { Condition, Gate, Policy, Rule } from '#shared/policy/policy.ts';
import type { Readings } from '#shared/routing/evaluate.ts';

/** Whether the answers nobody gave could still change where a call goes. */
export interface Determinability {
  /** Level and response are the same however every fact that was not asked is answered. */
  readonly determinable: boolean;
  /** The facts on which it depends, in policy order: each can tip it under some answers to the rest. */
  readonly dependsOn: readonly string[];
}

/** What a fact may turn out to be once it is asked. */
const ANSWERS: readonly Reading[] = ['yes', 'no', 'unknown'];

/** One line of the policy read as an ordered list: the first line that holds decides. */
interface Line {
  readonly when: readonly Condition[];
  readonly outcome: string;
}

/** A node of the decision diagram: an outcome, or a fact with one branch for each answer. */
type Node =
  | { readonly id: number; readonly outcome: string }
  | { readonly id: number; readonly fact: string; readonly branches: readonly Node[] };

/**
 * Decides it exactly, for every combination of answers, without listing them. Asking the open facts in
 * a fixed order turns the policy into a decision diagram in which equal nodes are one node and a fact
 * whose answers lead to the same node leaves none. The facts still in it are those that matter.
 */
export function determinability(policy: Policy, read: Readings): Determinability {
  const known = (fact: string) => (read(fact) === 'not-asked' ? null : read(fact));
  const start = rest(decisionList(policy), known);
  const mattering = factsIn(diagramOf(start));
  return {
    determinable: mattering.size === 0,
    dependsOn: policy.facts.map(({ id }) => id).filter((id) => mattering.has(id)),
  };
}

/** A gate answers with the first fired rule's own response, else with the gate's for any fired rule. */
function decisionList(policy: Policy): Line[] {
  const lines = policy.gates.flatMap((gate) => {
    const own = gate.rules.filter((rule) => rule.response !== undefined);
    const plain = gate.rules.filter((rule) => rule.response === undefined);
    return [...own, ...plain].map((rule) => lineOf(gate, rule));
  });
  // Where no rule speaks, the highest gate does: as in `evaluate`.
  const highest = policy.gates[0];
  if (highest !== undefined) lines.push({ when: [], outcome: outcomeOf(highest) });
  return lines;
}

function lineOf(gate: Gate, rule: Rule): Line {
  return { when: rule.when, outcome: outcomeOf(gate, rule) };
}

function outcomeOf(gate: Gate, rule?: Rule): string {
  return `${gate.level} ${rule?.response ?? gate.response}`;
}

/**
 * What is left of the list when `known` facts are settled (null: still open): lines that can no longer
 * hold are gone, and so is everything after a line that certainly holds.
 */
function rest(lines: readonly Line[], known: (fact: string) => Reading | null): Line[] {
  const left: Line[] = [];
  for (const { when, outcome } of lines) {
    if (!when.every(({ fact, is }) => canHold(is, known(fact)))) continue;
    const open = when.filter(({ fact, is }) => known(fact) === null && !alwaysHolds(is));
    left.push({ when: open, outcome });
    if (open.length === 0) break;
  }
  return left;
}

function canHold(is: readonly Reading[], reading: Reading | null): boolean {
  return reading === null ? ANSWERS.some((answer) => is.includes(answer)) : is.includes(reading);
}

function alwaysHolds(is: readonly Reading[]): boolean {
  return ANSWERS.every((answer) => is.includes(answer));
}

function diagramOf(start: readonly Line[]): Node {
  const order = [...new Set(start.flatMap((line) => line.when.map(({ fact }) => fact)))];
  const nodes = new Map<string, Node>();
  const byRest = new Map<string, Node>();

  const share = (spelled: string, make: (id: number) => Node): Node => {
    const node = nodes.get(spelled) ?? make(nodes.size);
    nodes.set(spelled, node);
    return node;
  };

  const nodeOf = (lines: readonly Line[]): Node => {
    const outcome = lines[0]?.outcome ?? '';
    if (lines.every((line) => line.outcome === outcome))
      return share(`=${outcome}`, (id) => ({ id, outcome }));
    const spelled = JSON.stringify(lines);
    const seen = byRest.get(spelled);
    if (seen !== undefined) return seen;
    const used = new Set(lines.flatMap((line) => line.when.map(({ fact }) => fact)));
    const fact = order.find((candidate) => used.has(candidate)) ?? '';
    const branches = ANSWERS.map((answer) =>
      nodeOf(rest(lines, (asked) => (asked === fact ? answer : null))),
    );
    const ids = branches.map(({ id }) => id);
    const node =
      branches.find(() => ids.every((id) => id === ids[0])) ??
      share(`?${fact} ${ids.join()}`, (id) => ({ id, fact, branches }));
    byRest.set(spelled, node);
    return node;
  };
  return nodeOf(start);
}

function factsIn(root: Node): Set<string> {
  const facts = new Set<string>();
  const seen = new Set<number>();
  const visit = (node: Node): void => {
    if (seen.has(node.id) || 'outcome' in node) return;
    seen.add(node.id);
    facts.add(node.fact);
    node.branches.forEach(visit);
  };
  visit(root);
  return facts;
}
