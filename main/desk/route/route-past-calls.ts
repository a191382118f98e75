import type { PolicyInForce } from '../desk.ts';
import { determinability, type Determinability } from '#shared/routing/determinability.ts';
import type { CallType, Policy } from '#shared/policy/policy.ts';
import { evaluate, type Readings } from '#shared/routing/evaluate.ts';
import { LEVELS, type Level } from '#shared/routing/level.ts';
import type { Recommendation } from '#shared/routing/recommendation.ts';

export interface CallTypeCount {
  readonly callType: string;
  readonly calls: number;
}

/** How past calls would be routed by what their call type alone states. */
export interface RouteReport {
  /** calls = behavioral + notBehavioral. */
  readonly calls: number;
  /** Mental health or substance use by type, or a type that leaves it to the questions: routed below. */
  readonly behavioral: number;
  /** Ordinary dispatch: not routed here. */
  readonly notBehavioral: number;
  readonly byLevel: Readonly<Record<Level, number>>;
  readonly byResponse: Readonly<Record<string, number>>;
  /** Sent at once beside the response. */
  readonly alongside: Readonly<Record<string, number>>;
  /** The level stands only because something mandatory was not asked. */
  readonly provisional: number;
  /** Level and response are the same however the facts nobody asked would be answered. */
  readonly determinable: number;
  readonly notDeterminable: {
    readonly calls: number;
    /** The facts the outcome depends on, and for how many calls. One call can wait for many. */
    readonly why: readonly WhyNot[];
  };
  readonly byCallType: readonly RoutedType[];
  /** Call types the policy in force does not know: routed as if they stated nothing. */
  readonly unknownCallTypes: readonly CallTypeCount[];
  readonly policy: { readonly version: string; readonly hash: string };
}

export interface WhyNot {
  readonly fact: string;
  readonly label: string;
  readonly mandatory: boolean;
  readonly calls: number;
}

export interface RoutedType extends CallTypeCount {
  readonly label: string;
  readonly level: Level;
  readonly response: string;
  readonly provisional: boolean;
  readonly determinable: boolean;
}

interface Routed {
  readonly calls: number;
  readonly callType: CallType;
  readonly now: Recommendation;
  readonly open: Determinability;
}

/**
 * Routes past calls on paper. An import knows a call's type and nothing anybody answered, and facts
 * depend on the type alone, so each type is evaluated once.
 */
export function routePastCalls(
  counts: readonly CallTypeCount[],
  { policy, hash }: PolicyInForce,
): RouteReport {
  const all = counts.map((count) => ({ ...count, type: typeOf(policy, count.callType) }));
  const routed = all
    .filter(({ type }) => type.behavioral !== 'no')
    .map(({ type, calls }) => routeType(policy, type, calls));
  const undetermined = routed.filter(({ open }) => !open.determinable);
  const behavioral = sum(routed);
  return {
    calls: sum(all),
    behavioral,
    notBehavioral: sum(all) - behavioral,
    byLevel: levels(routed),
    byResponse: tally(routed, ({ now }) => [now.response]),
    alongside: tally(routed, ({ now }) => now.alongside),
    provisional: sum(routed.filter(({ now }) => now.provisional)),
    determinable: behavioral - sum(undetermined),
    notDeterminable: { calls: sum(undetermined), why: whyNot(policy, undetermined) },
    byCallType: routed
      .map(({ callType, calls, now, open }) => ({
        callType: callType.code,
        label: callType.label,
        calls,
        level: now.level,
        response: now.response,
        provisional: now.provisional,
        determinable: open.determinable,
      }))
      .sort((a, b) => b.calls - a.calls),
    unknownCallTypes: counts.filter(({ callType }) => !isKnown(policy, callType)),
    policy: { version: policy.version, hash },
  };
}

function routeType(policy: Policy, callType: CallType, calls: number): Routed {
  const read: Readings = (fact) =>
    callType.states.find((stated) => stated.fact === fact)?.answer ?? 'not-asked';
  return {
    calls,
    callType,
    now: evaluate(policy, read),
    open: determinability(policy, read),
  };
}

/** A type the policy no longer has states nothing; taking it for ordinary dispatch would hide it. */
function typeOf(policy: Policy, code: string): CallType {
  const known = policy.callTypes.find((type) => type.code === code);
  if (known !== undefined) return known;
  const nothing = { behavioral: 'ask' as const, states: [], source: 'import', verify: true };
  return { code, label: 'Not a call type of this policy', priority: 3, ...nothing };
}

function isKnown(policy: Policy, code: string): boolean {
  return policy.callTypes.some((type) => type.code === code);
}

function whyNot(policy: Policy, undetermined: readonly Routed[]): WhyNot[] {
  const counts = tally(undetermined, ({ open }) => open.dependsOn);
  return policy.facts
    .filter(({ id }) => counts[id] !== undefined)
    .map(({ id, label, mandatory }) => ({ fact: id, label, mandatory, calls: counts[id] ?? 0 }))
    .sort((a, b) => b.calls - a.calls);
}

function levels(routed: readonly Routed[]): Record<Level, number> {
  const none = Object.fromEntries(LEVELS.map((level) => [level, 0])) as Record<Level, number>;
  return { ...none, ...tally(routed, ({ now }) => [now.level]) };
}

function tally(
  routed: readonly Routed[],
  keysOf: (routed: Routed) => readonly string[],
): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const each of routed)
    for (const key of keysOf(each)) counts[key] = (counts[key] ?? 0) + each.calls;
  return counts;
}

function sum(counts: readonly { readonly calls: number }[]): number {
  return counts.reduce((total, { calls }) => total + calls, 0);
}
