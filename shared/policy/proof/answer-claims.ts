import type { Diagram } from './diagram.ts';
import { isDangerous, type PolicyFunction } from './policy-function.ts';
import { labelOf, route, violation } from './say.ts';
import type { Violation } from './verdict.ts';
import type { Reading } from '../../facts/fact.ts';
import { levelRank } from '../../routing/level.ts';
import type { Condition, FactDefinition } from '../policy.ts';

const ABSENT: readonly Reading[] = ['unknown', 'not-asked'];
const NOT_YES: readonly Reading[] = ['no', ...ABSENT];

/**
 * What is sent, so that less of it can be seen: level and EMS side by side, neither making up for the
 * other. A medical fact alone may trade one for the other: its yes sends EMS in place of the level that
 * held the place until somebody asked, so there the more urgent of the two counts.
 */
function whatGoes(policy: PolicyFunction, fact: FactDefinition): Diagram {
  if (fact.topic === 'medical') return policy.diagrams.map(policy.urgency, (rank) => rank * 2);
  return policy.diagrams.apply(policy.level, policy.ems, (level, ems) => level * 2 + ems);
}

function isLess(sent: number, than: number): boolean {
  return sent >> 1 < than >> 1 || (sent & 1) < (than & 1);
}

function lesserOf(one: number, two: number): number {
  return Math.min(one >> 1, two >> 1) * 2 + (one & two & 1);
}

/** Every combination is answered by exactly one rule, and every rule answers one. */
export function* everyCombinationHasOneLevel(policy: PolicyFunction): Generator<Violation> {
  const gap = policy.find(policy.decides, (at) => policy.outcome(at).rule === null);
  if (gap !== null) yield violation('one-level', 'No rule speaks for these answers.', gap);
}

export function* everyRuleIsReachable(policy: PolicyFunction): Generator<Violation> {
  const { diagrams, policy: stated } = policy;
  const deciding = diagrams.values(policy.decides);
  for (const [at, { rule, path }] of policy.outcomes.entries())
    if (rule !== null && !deciding.has(at)) yield unreachable(policy, rule.id, rule.when, path);
  const sending = diagrams.values(policy.medical);
  for (const [at, rule] of stated.medical.rules.entries())
    if (!sending.has(at)) yield unreachable(policy, rule.id, rule.when, `$.medical.rules[${at}]`);
}

function unreachable(
  policy: PolicyFunction,
  rule: string,
  when: readonly Condition[],
  path: string,
): Violation {
  const where = policy.find(policy.all(when), (holds) => holds === 1);
  if (where === null) {
    const never = `${rule} never fires: its conditions contradict each other.`;
    return violation('reachable', never, { rule, path });
  }
  const instead = policy.at(where.facts ?? {}).rule?.id ?? 'no rule';
  const says = `${rule} never decides: wherever it fires a rule before it has answered, as ${instead} does here.`;
  return violation('reachable', says, { ...where, rule, path });
}

/** New facts raise the level by themselves (invariant 4): a dangerous yes never lowers what is sent. */
export function* dangerNeverLowers(policy: PolicyFunction): Generator<Violation> {
  const { diagrams } = policy;
  for (const fact of policy.policy.facts.filter(isDangerous)) {
    const sent = whatGoes(policy, fact);
    const then = policy.given(sent, fact.id, 'yes');
    for (const before of NOT_YES) {
      const falls = diagrams.apply(policy.given(sent, fact.id, before), then, (was, is) =>
        isLess(is, was) ? 1 : 0,
      );
      const found = policy.find(falls, (each) => each === 1, { [fact.id]: before });
      if (found === null) continue;
      const lower = policy.at({ ...found.facts, [fact.id]: 'yes' });
      const says = `${labelOf(fact)} from “${before}” to “yes” lowers the level to ${route(lower)}.`;
      const { level, response } = lower;
      const after = { fact: fact.id, answer: 'yes' as const, level, response: response.id };
      yield violation('monotone', says, { ...found, whereas: after });
      break;
    }
  }
}

/** A dangerous yes is never routed below the level its fact names. */
export function* dangerKeepsItsFloor(policy: PolicyFunction): Generator<Violation> {
  for (const fact of policy.policy.facts) {
    const { id, atLeast } = fact;
    if (atLeast === undefined) continue;
    const floor = levelRank(atLeast);
    const given = policy.given(policy.level, id, 'yes');
    const found = policy.find(given, (level) => level < floor, { [id]: 'yes' });
    if (found === null) continue;
    const at = policy.at(found.facts ?? {});
    const says = `${labelOf(fact)} is yes and the answer is ${route(at)}; it has to be at least ${atLeast}.`;
    yield violation('floor', says, found);
  }
}

/** What a response needs holds wherever it is recommended. */
export function* responsesHaveWhatTheyNeed(policy: PolicyFunction): Generator<Violation> {
  const { diagrams, policy: stated } = policy;
  for (const [at, { label, needs = [] }] of stated.responses.entries())
    for (const need of needs) {
      const missed = diagrams.apply(policy.response, policy.all([need]), (response, met) =>
        response === at && met === 0 ? 1 : 0,
      );
      const found = policy.find(missed, (each) => each === 1);
      if (found === null) continue;
      const fact = stated.facts.find(({ id }) => id === need.fact);
      const is = found.facts?.[need.fact] ?? 'not-asked';
      const says = `${label} is recommended while ${labelOf(fact)} is “${is}”; it needs “${need.is.join('” or “')}”.`;
      yield violation('needs', says, found);
    }
}

/** Invariant 2, over the answers: danger is any L4 fact and any mandatory question not asked. */
export function* noUnarmedIntoDanger(policy: PolicyFunction): Generator<Violation> {
  const { diagrams, policy: stated } = policy;
  const danger = stated.facts.flatMap(({ id, atLeast, mandatory }): Condition[] => [
    ...(atLeast === 'L4' ? [{ fact: id, is: ['yes'] as const }] : []),
    ...(mandatory ? [{ fact: id, is: ['not-asked'] as const }] : []),
  ]);
  const alone = diagrams.apply(policy.response, policy.any(danger), (response, danger) =>
    danger === 1 && stated.responses[response]?.unarmedOnly === true ? 1 : 0,
  );
  const found = policy.find(alone, (each) => each === 1);
  if (found === null) return;
  const at = policy.at(found.facts ?? {});
  const facts = stated.facts.filter((fact) => isInDanger(fact, found.facts?.[fact.id]));
  const why = facts.map((fact) => `${labelOf(fact)} is “${found.facts?.[fact.id]}”`).join(' and ');
  yield violation('2', `${route(at)} is unarmed, and ${why}.`, found);
}

function isInDanger({ atLeast, mandatory }: FactDefinition, reading?: Reading): boolean {
  return (atLeast === 'L4' && reading === 'yes') || (mandatory && reading === 'not-asked');
}

/** Invariant 3: not knowing is never answered lower than the calmer of the two answers. */
export function* absenceNeverLowers(policy: PolicyFunction): Generator<Violation> {
  const { diagrams } = policy;
  for (const fact of policy.policy.facts) {
    const sent = whatGoes(policy, fact);
    const lower = diagrams.apply(
      policy.given(sent, fact.id, 'yes'),
      policy.given(sent, fact.id, 'no'),
      lesserOf,
    );
    for (const absent of ABSENT) {
      const without = policy.given(sent, fact.id, absent);
      const falls = diagrams.apply(without, lower, (is, known) => (isLess(is, known) ? 1 : 0));
      const found = policy.find(falls, (each) => each === 1, { [fact.id]: absent });
      if (found === null) continue;
      const at = policy.at(found.facts ?? {});
      const says = `With ${labelOf(fact)} “${absent}” the answer is ${route(at)}, lower than with yes and with no.`;
      yield violation('3', says, found);
      break;
    }
  }
}

/** Invariants 5 and 17: what a person is, has or did before changes neither level nor police. */
export function* contextChangesNothing(policy: PolicyFunction): Generator<Violation> {
  const { diagrams, policy: stated } = policy;
  const both = diagrams.apply(policy.level, policy.ems, (level, ems) => level * 2 + ems);
  const armed = diagrams.apply(both, policy.response, (sent, response) => {
    return sent * 2 + (stated.responses[response]?.unarmedOnly === true ? 0 : 1);
  });
  for (const fact of stated.facts.filter(({ topic }) => topic === 'context')) {
    const calm = policy.given(armed, fact.id, 'no');
    for (const reading of ['yes', ...ABSENT] as const) {
      const other = policy.given(armed, fact.id, reading);
      // One function has one diagram, so the same number proves it for every combination.
      if (other === calm) continue;
      const differs = diagrams.apply(calm, other, (one, two) => (one === two ? 0 : 1));
      const found = policy.find(differs, (each) => each === 1, { [fact.id]: reading });
      if (found === null) continue;
      const plain = policy.at({ ...found.facts, [fact.id]: 'no' });
      const at = policy.at(found.facts ?? {});
      const says = `${labelOf(fact)} alone turns ${route(plain)} into ${route(at)}.`;
      const { level, response } = plain;
      const whereas = { fact: fact.id, answer: 'no' as const, level, response: response.id };
      yield violation('5', says, { ...found, whereas });
      break;
    }
  }
}

/** Invariant 6: EMS goes for a life-threatening medical yes, whatever else is answered. */
export function* medicalSendsEms(policy: PolicyFunction): Generator<Violation> {
  for (const fact of policy.policy.facts.filter(({ topic }) => topic === 'medical')) {
    const given = policy.given(policy.ems, fact.id, 'yes');
    const found = policy.find(given, (sent) => sent === 0, { [fact.id]: 'yes' });
    if (found !== null)
      yield violation('6', `${labelOf(fact)} is yes and no rule sends EMS.`, found);
  }
}

/** Invariant 16: refused, or begun and not finished, is never low. */
export function* anOpenScreenIsNeverLow(policy: PolicyFunction): Generator<Violation> {
  const [first, ...rest] = policy.policy.screen ?? [];
  if (first === undefined) return;
  const { diagrams } = policy;
  const refused = policy.any([first, ...rest].map((fact) => ({ fact, is: ['unknown'] })));
  const begun = policy.all([{ fact: first, is: ['yes'] }]);
  const open = policy.any(rest.map((fact) => ({ fact, is: ['not-asked'] })));
  const unfinished = diagrams.apply(
    refused,
    diagrams.apply(begun, open, (one, two) => one & two),
    (one, two) => one | two,
  );
  const low = diagrams.apply(policy.level, unfinished, (level, yes) =>
    yes === 1 && level < levelRank('L2') ? 1 : 0,
  );
  const found = policy.find(low, (each) => each === 1);
  if (found === null) return;
  const at = policy.at(found.facts ?? {});
  yield violation(
    '16',
    `The screen is refused or not finished, and the answer is ${route(at)}.`,
    found,
  );
}
