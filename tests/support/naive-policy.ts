import type { Reading } from '#shared/facts/fact.ts';
import type { Condition, Policy, ResponseDefinition, Rule } from '#shared/policy/policy.ts';
import type { Reason, Recommendation } from '#shared/routing/recommendation.ts';

/**
 * A second reading of a policy, written from the words of `policy.ts` alone and as plainly as possible,
 * so that the evaluator and the proofs can be held against something that shares no code with them.
 */

export const ALL_READINGS: readonly Reading[] = ['yes', 'no', 'unknown', 'not-asked'];
export const ALL_LEVELS = ['L0', 'L1', 'L2', 'L3', 'L4'];

/** A reading for each fact in policy order, as its place in `ALL_READINGS`. */
export type Point = Uint8Array;

export interface Decided {
  /** Null where no rule speaks. */
  readonly rule: Rule | null;
  readonly level: number;
  readonly response: ResponseDefinition;
  /** The first medical rule that fires. */
  readonly medical: Rule | null;
}

type Made = Omit<Decided, 'medical'>;
export type Line = readonly [Decided, Decided, Decided, Decided];
export type Test = readonly [fact: number, satisfied: readonly boolean[]];

export class NaivePolicy {
  readonly policy: Policy;
  readonly facts: readonly string[];
  readonly #lines: readonly { readonly tests: readonly Test[]; readonly made: Made }[];
  readonly #medical: readonly { readonly tests: readonly Test[]; readonly rule: Rule }[];
  readonly #gap: Made;

  constructor(policy: Policy) {
    this.policy = policy;
    this.facts = policy.facts.map(({ id }) => id);
    this.#lines = policy.gates.flatMap((gate) =>
      gate.rules.map((rule) => ({
        tests: this.tests(rule.when),
        made: {
          rule,
          level: ALL_LEVELS.indexOf(gate.level),
          response: responseOf(policy, rule.response ?? gate.response),
        },
      })),
    );
    this.#medical = policy.medical.rules.map((rule) => ({ tests: this.tests(rule.when), rule }));
    const highest = policy.gates[0]!;
    this.#gap = {
      rule: null,
      level: ALL_LEVELS.indexOf(highest.level),
      response: responseOf(policy, highest.response),
    };
  }

  tests(when: readonly Condition[]): Test[] {
    return when.map(({ fact, is }) => [
      this.facts.indexOf(fact),
      ALL_READINGS.map((reading) => is.includes(reading)),
    ]);
  }

  at(point: Point): Decided {
    const { rule, level, response } =
      this.#lines.find(({ tests }) => holdAt(tests, point))?.made ?? this.#gap;
    const medical = this.#medical.find(({ tests }) => holdAt(tests, point))?.rule ?? null;
    return { rule, level, response, medical };
  }

  /** What it decides with one fact read in each of the four ways. */
  along(point: Point, fact: number): Line {
    const there = Uint8Array.from(point);
    const at = (reading: number) => {
      there[fact] = reading;
      return this.at(there);
    };
    return [at(0), at(1), at(2), at(3)];
  }

  point(readings: Readonly<Record<string, Reading>>): Point {
    return Uint8Array.from(this.facts, (fact) =>
      ALL_READINGS.indexOf(readings[fact] ?? 'not-asked'),
    );
  }

  readings(point: Point): Record<string, Reading> {
    return Object.fromEntries(this.facts.map((fact, at) => [fact, ALL_READINGS[point[at]!]!]));
  }
}

export function holdAt(tests: readonly Test[], point: Point): boolean {
  for (const [fact, satisfied] of tests) if (!satisfied[point[fact]!]) return false;
  return true;
}

export function responseOf(policy: Policy, id: string): ResponseDefinition {
  return policy.responses.find((each) => each.id === id)!;
}

/** The whole recommendation, with its reasons in the order of the document. */
export function naiveRecommendation(
  policy: Policy,
  read: (fact: string) => Reading,
): Recommendation {
  const fires = ({ when }: Rule) => when.every(({ fact, is }) => is.includes(read(fact)));
  const said = (gate: string, { id, because, source, when }: Rule): Reason => ({
    rule: id,
    gate,
    because,
    source,
    readings: when.map(({ fact }) => ({ fact, reading: read(fact) })),
  });
  const unasked = policy.facts
    .filter(({ id, mandatory }) => mandatory && read(id) === 'not-asked')
    .map(({ id }) => id);
  const urgent = policy.medical.rules.filter(fires);
  const gate = policy.gates.find(({ rules }) => rules.some(fires));
  const fired = gate?.rules.filter(fires) ?? [];
  const highest = policy.gates[0]!;
  const response = fired[0]?.response ?? (gate ?? highest).response;
  const onlyWaits = (rule: Rule) =>
    rule.when.length > 0 && rule.when.every(({ is }) => [...new Set(is)].join() === 'not-asked');
  return {
    level: (gate ?? highest).level,
    response,
    alongside:
      urgent.length > 0 && policy.medical.response !== response ? [policy.medical.response] : [],
    reasons: [
      ...urgent.map((rule) => said(policy.medical.id, rule)),
      ...fired.map((rule) => said(gate!.id, rule)),
      ...(gate === undefined
        ? [
            {
              rule: 'NO-RULE',
              gate: highest.id,
              because:
                'No rule of the policy covers these answers, so the highest response stands.',
              source: `policy ${policy.version}`,
              readings: [],
            },
          ]
        : []),
    ],
    unasked,
    provisional: gate !== undefined && unasked.length > 0 && fired.every(onlyWaits),
  };
}

/** Every combination of readings of all facts; meant for a handful of facts. */
export function* everyPoint(facts: number): Generator<Point> {
  for (let number = 0; number < 4 ** facts; number += 1)
    yield Uint8Array.from({ length: facts }, (_, at) => Math.floor(number / 4 ** at) % 4);
}
