import { NaiveClaims } from './naive-claims.ts';
import { ALL_READINGS, NaivePolicy, type Point } from './naive-policy.ts';
import type { Mutant } from './mutants.ts';
import type { Reading } from '#shared/facts/fact.ts';
import type { Policy, Rule } from '#shared/policy/policy.ts';
import type { Claim } from '#shared/policy/proof/verdict.ts';

type Known = Readonly<Record<string, Reading>>;

/** Where calls of the shipped policy are usually found; everything else reads as `others`. */
const SITUATIONS: readonly { readonly others: Reading; readonly known: Known }[] = [
  { others: 'no', known: {} },
  { others: 'unknown', known: {} },
  { others: 'not-asked', known: {} },
  { others: 'no', known: { behavioral: 'yes', ...able('yes') } },
  { others: 'no', known: { behavioral: 'yes', ...able('yes'), thoughts: 'yes' } },
  { others: 'no', known: { behavioral: 'yes', ...able('yes'), overdose: 'yes' } },
  { others: 'no', known: { behavioral: 'yes', 'information-only': 'yes' } },
  { others: 'no', known: { 'information-only': 'yes', ...able('yes') } },
  { others: 'no', known: { behavioral: 'yes', 'in-person-need': 'yes', substance: 'yes' } },
  { others: 'no', known: { behavioral: 'yes', 'minor-offence': 'yes', ...able('no') } },
];

function able(reading: Reading): Known {
  return { 'can-talk': reading, willing: reading, 'safe-place': reading };
}

/** Further than this the claims of one mutant are not looked at; spread over all that were found. */
const MOST_LOOKED_AT = 40;

/**
 * Looks for broken claims of a mutant without the diagrams: the answers its changed rules read are all
 * tried in every usual situation, and wherever it decides otherwise than the original every claim is
 * looked at, there and along each single fact. Whether a rule can decide is searched exactly.
 */
export class BreakFinder {
  readonly #original: NaivePolicy;
  readonly #situations: readonly Point[];
  readonly #near: readonly Point[];

  constructor(policy: Policy) {
    this.#original = new NaivePolicy(policy);
    const { facts } = this.#original;
    this.#situations = SITUATIONS.map(({ others, known }) =>
      this.#original.point({
        ...Object.fromEntries(facts.map((fact) => [fact, others])),
        ...known,
      }),
    );
    const calm = this.#situations.filter((_, at) => SITUATIONS[at]!.others === 'no');
    const single = deviations(
      facts.map((_, at) => at),
      1,
    );
    this.#near = calm.flatMap((base) => single.map((change) => change(base)));
  }

  find({ policy, touched }: Mutant): Set<Claim> {
    const claims = new NaiveClaims(policy);
    const { naive } = claims;
    const broken = new Set<Claim>();
    const numbers = touched.map((fact) => naive.facts.indexOf(fact));
    const points = touched.length === 0 ? this.#near : this.#differing(naive, numbers);
    for (const point of points) for (const claim of claims.brokenAt(point)) broken.add(claim);
    for (const point of spread(points, MOST_LOOKED_AT))
      for (const fact of naive.facts.keys()) {
        for (const claim of claims.brokenAlong(fact, naive.along(point, fact))) broken.add(claim);
        for (const reading of ALL_READINGS.keys())
          for (const claim of claims.brokenAt(point.with(fact, reading))) broken.add(claim);
      }
    const { gates, medical } = policy;
    for (const rules of [gates.flatMap((gate) => gate.rules), medical.rules])
      if (rules.some((_, at) => !canDecide(rules, at))) broken.add('reachable');
    return broken;
  }

  /** Points of every situation at which the mutant decides otherwise than the original. */
  #differing(naive: NaivePolicy, facts: readonly number[]): Point[] {
    const changes = facts.length <= 4 ? everyAssignment(facts) : deviations(facts, 3);
    return this.#situations.flatMap((base) =>
      changes
        .map((change) => change(base))
        .filter((point) => {
          const [was, is] = [this.#original.at(point), naive.at(point)];
          return (
            was.level !== is.level ||
            was.response !== is.response ||
            was.rule?.id !== is.rule?.id ||
            (was.medical === null) !== (is.medical === null)
          );
        }),
    );
  }
}

type Change = (point: Point) => Point;

const same: Change = (point) => point;

function everyAssignment(facts: readonly number[]): Change[] {
  return facts.reduce<Change[]>(
    (changes, fact) =>
      changes.flatMap((change) =>
        ALL_READINGS.map((_, reading) => (point: Point) => change(point).with(fact, reading)),
      ),
    [same],
  );
}

/** Every change of up to so many of the facts. */
function deviations(facts: readonly number[], most: number): Change[] {
  if (most === 0) return [same];
  const [first, ...rest] = facts;
  if (first === undefined) return [same];
  return [
    ...deviations(rest, most),
    ...deviations(rest, most - 1).flatMap((change) =>
      ALL_READINGS.map((_, reading) => (point: Point) => change(point).with(first, reading)),
    ),
  ];
}

function spread<Thing>(things: readonly Thing[], most: number): Thing[] {
  const step = Math.max(1, things.length / most);
  return Array.from(
    { length: Math.min(most, things.length) },
    (_, at) => things[Math.floor(at * step)]!,
  );
}

/**
 * Whether some answers fire this rule and none before it: a search over what each fact may still read,
 * one earlier rule after the other.
 */
export function canDecide(rules: readonly Rule[], which: number): boolean {
  const may = new Map<string, readonly Reading[]>();
  const left = (fact: string) => may.get(fact) ?? ALL_READINGS;
  for (const { fact, is } of rules[which]!.when)
    may.set(
      fact,
      left(fact).filter((reading) => is.includes(reading)),
    );
  if ([...may.values()].some((readings) => readings.length === 0)) return false;
  // Rules with the fewest conditions first: they leave the least choice.
  const before = rules.slice(0, which).sort((a, b) => a.when.length - b.when.length);
  const silence = (at: number): boolean => {
    const rule = before[at];
    if (rule === undefined) return true;
    if (rule.when.some(({ fact, is }) => !left(fact).some((reading) => is.includes(reading))))
      return silence(at + 1);
    return rule.when.some(({ fact, is }) => {
      const known = left(fact);
      const against = known.filter((reading) => !is.includes(reading));
      if (against.length === 0) return false;
      may.set(fact, against);
      const silent = silence(at + 1);
      may.set(fact, known);
      return silent;
    });
  };
  return silence(0);
}
