import type { Condition, Policy, Rule, TeamType } from '#shared/policy/policy.ts';
import { ALL_LEVELS, ALL_READINGS } from './naive-policy.ts';
import type { Level } from '#shared/routing/level.ts';

/** A policy with one thing changed, and the facts that the changed rules read before or after. */
export interface Mutant {
  readonly kind: string;
  readonly name: string;
  readonly policy: Policy;
  readonly touched: readonly string[];
}

/** The rules gate by gate, the medical gate last. */
type Shelves = readonly (readonly Rule[])[];
type Place = readonly [gate: number, at: number];

const shelvesOf = ({ gates, medical }: Policy): Shelves =>
  [...gates, medical].map(({ rules }) => rules);

function withShelves(policy: Policy, shelves: Shelves): Policy {
  return {
    ...policy,
    gates: policy.gates.map((gate, at) => ({ ...gate, rules: shelves[at]! })),
    medical: { ...policy.medical, rules: shelves[policy.gates.length]! },
  };
}

const placesIn = (shelves: Shelves): Place[] =>
  shelves.flatMap((rules, gate) => rules.map((_, at): Place => [gate, at]));

const factsOf = (...rules: readonly Rule[]) => [
  ...new Set(rules.flatMap(({ when }) => when.map(({ fact }) => fact))),
];

/** Puts rules, or nothing, in the place of one. */
const replaced = (shelves: Shelves, [gate, at]: Place, ...by: readonly Rule[]): Shelves =>
  shelves.map((rules, each) => (each === gate ? rules.toSpliced(at, 1, ...by) : rules));

/** Every rule exchanged with every rule of every other gate; each keeps its own response. */
export function* exchanges(policy: Policy): Generator<Mutant> {
  const shelves = shelvesOf(policy);
  for (const one of placesIn(shelves))
    for (const two of placesIn(shelves)) {
      if (one[0] >= two[0]) continue;
      const [a, b] = [shelves[one[0]]![one[1]]!, shelves[two[0]]![two[1]]!];
      yield {
        kind: 'exchanged with a rule of another gate',
        name: `${a.id} ⇄ ${b.id}`,
        policy: withShelves(policy, replaced(replaced(shelves, one, b), two, a)),
        touched: factsOf(a, b),
      };
    }
}

/** One rule deleted, moved, loosened, tightened or answered otherwise; two of a gate swapped. */
export function* ruleMutants(policy: Policy): Generator<Mutant> {
  const shelves = shelvesOf(policy);
  for (const place of placesIn(shelves)) {
    const [gate, at] = place;
    const rule = shelves[gate]![at]!;
    const made = (kind: string, name: string, to: Shelves, ...others: Rule[]): Mutant => ({
      kind,
      name: `${rule.id} ${name}`,
      policy: withShelves(policy, to),
      touched: factsOf(rule, ...others),
    });
    yield made('deleted', 'deleted', replaced(shelves, place));
    for (const to of shelves.keys())
      if (to !== gate) {
        const without = replaced(shelves, place);
        const moved = without.map((rules, each) => (each === to ? [...rules, rule] : rules));
        yield made('moved to another gate', `to gate ${to + 1}`, moved);
      }
    for (const [other, with_] of shelves[gate]!.entries()) {
      if (other <= at) continue;
      if (other === at + 1) {
        const swapped = replaced(replaced(shelves, place, with_), [gate, other], rule);
        yield made('order swapped with its neighbour', `⇄ ${with_.id}`, swapped, with_);
      }
      const conditions = replaced(
        replaced(shelves, place, { ...rule, when: with_.when }),
        [gate, other],
        { ...with_, when: rule.when },
      );
      yield made('conditions swapped', `conditions ⇄ ${with_.id}`, conditions, with_);
    }
    // A rule of the medical gate has no response of its own.
    const own = rule.response ?? policy.gates[gate]?.response;
    for (const { id } of own === undefined ? [] : policy.responses)
      if (id !== own)
        yield made(
          'response changed',
          `answers ${id}`,
          replaced(shelves, place, { ...rule, response: id }),
        );
    for (const { kind, name, when } of changedConditions(rule))
      yield made(kind, name, replaced(shelves, place, { ...rule, when }));
  }
}

function* changedConditions({ when }: Rule) {
  for (const [at, { fact, is }] of when.entries()) {
    yield { kind: 'condition dropped', name: `without ${fact}`, when: when.toSpliced(at, 1) };
    for (const reading of ALL_READINGS) {
      const has = is.includes(reading);
      const now = has ? is.filter((each) => each !== reading) : [...is, reading];
      const condition: Condition = { fact, is: now };
      yield {
        kind: has ? 'reading removed' : 'reading added',
        name: `${fact} ${has ? 'without' : 'or'} ${reading}`,
        when: when.toSpliced(at, 1, condition),
      };
    }
  }
}

/** One member of the document changed that the rules are proved with. */
export function* documentMutants(policy: Policy): Generator<Mutant> {
  const made = (kind: string, name: string, changes: Partial<Policy>): Mutant => ({
    kind,
    name,
    policy: { ...policy, ...changes },
    touched: [],
  });
  for (const [at, response] of policy.responses.entries()) {
    const as = (name: string, changes: Partial<typeof response>) =>
      made('response defined otherwise', `${response.id} ${name}`, {
        responses: policy.responses.with(at, { ...response, ...changes }),
      });
    yield as(`unarmed ${!response.unarmedOnly}`, { unarmedOnly: !response.unarmedOnly });
    for (const level of otherLevels(response.level)) yield as(`at ${level}`, { level });
    for (const team of new Set(policy.teamTypes.map(({ id }) => id)))
      if (!response.teamTypes.includes(team))
        yield as(`also ${team}`, { teamTypes: [...response.teamTypes, team] });
    for (const [each, team] of response.teamTypes.entries())
      yield as(`without ${team}`, { teamTypes: response.teamTypes.toSpliced(each, 1) });
    yield as('sends otherwise', {
      sends: response.sends === 'one-of' ? 'one-of-each' : 'one-of',
    });
    yield as('falls back on all', {
      fallbacks: policy.responses.map(({ id }) => id).filter((id) => id !== response.id),
    });
  }
  for (const [at, team] of policy.teamTypes.entries()) {
    const as = (name: string, changes: Partial<TeamType>) =>
      made('team type staffed otherwise', `${team.id} ${name}`, {
        teamTypes: policy.teamTypes.with(at, { ...team, ...changes }),
      });
    for (const level of otherLevels(team.riskCeiling))
      yield as(`up to ${level}`, { riskCeiling: level });
    yield as('by day', { hours: [{ days: [0, 1, 2, 3, 4, 5, 6], from: 480, to: 1200 }] });
    yield as('on weekdays', { hours: [{ days: [1, 2, 3, 4, 5], from: 0, to: 1440 }] });
    yield as('uptown only', { areas: ['uptown'] });
    yield as('for one call type', { callTypes: ['WELBNG'] });
    yield as('until 2027', { effectiveTo: '2027-01-01' });
  }
  for (const [at, gate] of policy.gates.entries())
    for (const { id } of policy.responses)
      if (id !== gate.response)
        yield made('gate answers otherwise', `${gate.id} answers ${id}`, {
          gates: policy.gates.with(at, { ...gate, response: id }),
        });
  for (const { id } of policy.responses)
    if (id !== policy.medical.response)
      yield made('gate answers otherwise', `medical answers ${id}`, {
        medical: { ...policy.medical, response: id },
      });
}

/** The claims themselves changed: the document asks more, or less, of its rules. */
export function* claimMutants(policy: Policy): Generator<Mutant> {
  const made = (kind: string, name: string, changes: Partial<Policy>): Mutant => ({
    kind,
    name,
    policy: { ...policy, ...changes },
    touched: [],
  });
  for (const [at, fact] of policy.facts.entries()) {
    const { atLeast, ...withoutFloor } = fact;
    const { hearsayNo, ...countsHearsay } = fact;
    const as = (kind: string, name: string, changed: typeof fact) =>
      made(kind, `${fact.id} ${name}`, { facts: policy.facts.with(at, changed) });
    const more = fact.mandatory ? 'claims less' : 'claims more';
    yield as(more, `mandatory ${!fact.mandatory}`, { ...fact, mandatory: !fact.mandatory });
    if (hearsayNo !== undefined) yield as('claims less', 'counts hearsay', countsHearsay);
    if (atLeast !== undefined) yield as('claims less', 'without a floor', withoutFloor);
    for (const level of otherLevels(atLeast ?? 'L0')) {
      const less = ALL_LEVELS.indexOf(level) < ALL_LEVELS.indexOf(atLeast ?? 'L0');
      yield as(less ? 'claims less' : 'claims more', `at least ${level}`, {
        ...fact,
        atLeast: level,
      });
    }
    if (fact.topic !== 'context')
      yield as('claims more', 'is context', { ...fact, topic: 'context' });
    if (fact.topic !== 'medical')
      yield as('claims more', 'is medical', { ...fact, topic: 'medical' });
  }
  yield made('claims less', 'the screen is empty', { screen: [] });
  for (const fact of policy.screen ?? [])
    yield made('claims less', `the screen without ${fact}`, {
      screen: (policy.screen ?? []).filter((each) => each !== fact),
    });
  for (const [at, { needs, ...response }] of policy.responses.entries())
    if (needs !== undefined)
      yield made('claims less', `${response.id} needs nothing`, {
        responses: policy.responses.with(at, response),
      });
}

const otherLevels = (level: Level) => (ALL_LEVELS as Level[]).filter((each) => each !== level);
