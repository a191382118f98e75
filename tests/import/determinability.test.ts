import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shippedPolicy } from '#main/desk/shipped-policy.ts';
import type { Answer, Reading } from '#shared/facts/fact.ts';
import { determinability } from '#shared/routing/determinability.ts';
import type { Gate, Policy, Rule } from '#shared/policy/policy.ts';
import { evaluate } from '#shared/routing/evaluate.ts';

const { policy } = shippedPolicy();
const ANSWERS: readonly Answer[] = ['yes', 'no', 'unknown'];

function stated(states: Readonly<Record<string, Answer>>) {
  return (fact: string): Reading => states[fact] ?? 'not-asked';
}

describe('under the shipped policy', () => {
  test('an attempt under way is police and EMS whatever else is true', () => {
    const open = determinability(policy, stated({ 'attempt-now': 'yes' }));
    expect(open).toEqual({ determinable: true, dependsOn: [] });
  });

  test('a type that says nothing depends on every fact a rule reads, and on no other', () => {
    const { determinable, dependsOn } = determinability(policy, stated({}));
    expect(determinable).toBe(false);
    expect(dependsOn).toContain('weapon-in-hand');
    expect(dependsOn).toContain('can-talk');
    // Medical facts send EMS beside the response; context never routes (invariant 5).
    for (const fact of ['overdose', 'diagnosis', 'unhoused', 'called-before'])
      expect(dependsOn).not.toContain(fact);
  });

  test('threats leave only what would raise the level', () => {
    const { dependsOn } = determinability(policy, stated({ behavioral: 'yes', threats: 'yes' }));
    expect(dependsOn).toEqual([
      'weapon-in-hand',
      'assault-now',
      'hostage',
      'violent-felony',
      'attempt-now',
      'ledge',
    ]);
  });

  test('with every fact answered nothing is open', () => {
    const all = Object.fromEntries(policy.facts.map(({ id }) => [id, 'no' as const]));
    expect(determinability(policy, stated(all)).determinable).toBe(true);
  });
});

test('agrees with trying every combination of answers, for any small policy', () => {
  const facts = ['f0', 'f1', 'f2', 'f3'];
  const condition = fc.record({
    fact: fc.constantFrom(...facts),
    is: fc.uniqueArray(fc.constantFrom<Reading>('yes', 'no', 'unknown', 'not-asked'), {
      minLength: 1,
    }),
  });
  const rule = fc
    .record({
      when: fc.array(condition, { maxLength: 3 }),
      own: fc.option(fc.constantFrom('r1', 'r2')),
    })
    .map(({ when, own }): Rule => ({
      id: 'R',
      when,
      because: '',
      source: '',
      verify: true,
      ...(own === null ? {} : { response: own }),
    }));
  const gate = fc
    .record({
      level: fc.constantFrom('L4' as const, 'L2' as const, 'L0' as const),
      response: fc.constantFrom('r1', 'r2', 'r3'),
      rules: fc.array(rule, { minLength: 1, maxLength: 4 }),
    })
    .map((made): Gate => ({ id: 'g', title: '', ...made }));
  const states = fc.dictionary(fc.constantFrom(...facts), fc.constantFrom<Answer>(...ANSWERS));

  fc.assert(
    fc.property(fc.array(gate, { minLength: 1, maxLength: 4 }), states, (gates, given) => {
      const small = smallPolicy(facts, gates);
      expect(determinability(small, stated(given))).toEqual(byTrying(small, given));
    }),
    { numRuns: 1_000 },
  );
});

function smallPolicy(facts: readonly string[], gates: readonly Gate[]): Policy {
  return {
    ...policy,
    facts: facts.map((id) => ({ ...policy.facts[0]!, id, mandatory: false })),
    responses: ['r1', 'r2', 'r3'].map((id) => ({ ...policy.responses[0]!, id })),
    medical: { ...policy.medical, rules: [] },
    gates,
  };
}

function byTrying(small: Policy, given: Readonly<Record<string, Answer>>) {
  const open = small.facts.map(({ id }) => id).filter((id) => given[id] === undefined);
  let ways: Record<string, Answer>[] = [given];
  for (const fact of open)
    ways = ways.flatMap((way) => ANSWERS.map((answer) => ({ ...way, [fact]: answer })));
  const outcome = (way: Readonly<Record<string, Answer>>) => {
    const { level, response } = evaluate(small, stated(way));
    return `${level} ${response}`;
  };
  const dependsOn = open.filter((fact) =>
    ways.some((way) =>
      ANSWERS.some((answer) => outcome(way) !== outcome({ ...way, [fact]: answer })),
    ),
  );
  return { determinable: dependsOn.length === 0, dependsOn };
}
