import type { Reading } from '#shared/facts/fact.ts';
import type { Policy, Rule } from '#shared/policy/policy.ts';
import type { Recommendation } from '#shared/routing/recommendation.ts';

/** Readings of all facts of a policy, as an engine that asks no function wants them. */
export type ReadingRecord = Readonly<Record<string, Reading>>;

/** What every engine has to say of a call. Ours says more: why, from which readings, and what to ask. */
export interface Routing extends Pick<Recommendation, 'level' | 'response' | 'alongside'> {
  /** Fired rules of the medical gate and of the deciding one, in policy order. */
  readonly rules: readonly string[];
}

/** A rule with the place its policy gives it. */
export interface PlacedRule {
  readonly rule: Rule;
  /** Place among all rules: the medical gate first, then gate by gate. */
  readonly order: number;
  /** Place among the gates; null for the medical gate. */
  readonly gate: number | null;
}

export function placedRules({ medical, gates }: Policy): PlacedRule[] {
  const placed = [
    ...medical.rules.map((rule) => ({ rule, gate: null })),
    ...gates.flatMap(({ rules }, gate) => rules.map((rule) => ({ rule, gate }))),
  ];
  return placed.map((each, order) => ({ ...each, order }));
}

/**
 * Reads the fired rules, in policy order, as a routing: the first of the gates decides, and rules of
 * gates below it are none of its reasons.
 * @throws when no rule of a gate fired: the policies compared here leave no answers without one.
 */
export function routingFrom(policy: Policy, fired: readonly PlacedRule[]): Routing {
  const first = fired.find(({ gate }) => gate !== null);
  const gate = policy.gates[first?.gate ?? -1];
  if (first === undefined || gate === undefined) throw new Error('No rule of a gate fired.');
  const response = first.rule.response ?? gate.response;
  const { response: ems } = policy.medical;
  const urgent = fired[0]?.gate === null;
  return {
    level: gate.level,
    response,
    alongside: urgent && response !== ems ? [ems] : [],
    rules: fired
      .filter((each) => each.gate === null || each.gate === first.gate)
      .map(({ rule }) => rule.id),
  };
}
