import { inventedFact, SOURCED } from './invented-fact.ts';
import { SeededChance } from './seeded-chance.ts';
import { situationFacts, situationRules, type Weave } from './situation-rules.ts';
import { shippedPolicy } from '#main/desk/shipped-policy.ts';
import type { Reading } from '#shared/facts/fact.ts';
import { readPolicy } from '#shared/policy/document/policy-document.ts';
import type {
  Condition,
  FactDefinition,
  FactTopic,
  Gate,
  Policy,
  Rule,
} from '#shared/policy/policy.ts';
import type { Level } from '#shared/routing/level.ts';

/** With fewer rules a policy cannot name what the proof wants named. */
const LEAST_RULES = 10;

/** Of the rules beyond those, about as in the shipped policy. The rest are rules about the situation. */
const SHARES = { medical: 0.1, emergent: 0.15, high: 0.12, unknown: 0.12, unasked: 0.16 };
/** Facts for each rule. */
const FACTS = 0.7;
const SITUATION_FACTS = 0.2;

/**
 * An invented policy with this many rules that keeps every claim it can be proved against: dangers with
 * a rule each, mandatory questions that hold the level while nobody asked them, and below them rules
 * that weigh several answers to the situation, woven together as asked for. The same for one seed.
 * @throws when it is not a policy, with the first problem: then this generator is wrong.
 */
export function inventedPolicy(rules: number, weave: Weave, seed: number): Policy {
  const chance = new SeededChance(seed);
  const beyond = rules - LEAST_RULES;
  const share = (of: number) => Math.round(of * beyond);
  const count = {
    medical: 1 + share(SHARES.medical),
    emergent: 3 + share(SHARES.emergent),
    high: share(SHARES.high),
    unknown: share(SHARES.unknown),
    unasked: 3 + share(SHARES.unasked),
  };
  // One for L1 and one for L0.
  const situation = rules - 2 - Object.values(count).reduce((sum, each) => sum + each, 0);

  const medical = facts(count.medical, 'medical', ['medical']);
  const emergent = facts(count.emergent, 'emergent', ['weapon', 'violence', 'suicide'], 'L4');
  const high = facts(count.high, 'high', ['violence', 'weapon'], 'L3');
  const dangers = [...medical, ...emergent, ...high];
  // Weapon, violence and medical questions have to be asked; which others is the center's choice.
  const first = [medical[0], emergent[0], emergent[1]] as FactDefinition[];
  const others = chance.someOf(
    dangers.filter((fact) => !first.includes(fact)),
    count.unasked - first.length,
  );
  const mandatory = new Set([...first, ...others]);
  const asked = dangers.map((fact) => ({ ...fact, mandatory: mandatory.has(fact) }));

  const about = situationFacts(SITUATION_FACTS * beyond, weave);
  const named = [...asked, THOUGHTS, IN_PERSON, INFORMATION, ...about];
  const context = facts(Math.max(0, Math.round(FACTS * rules) - named.length), 'context', [
    'context',
  ]);
  const shell = shellOf(shippedPolicy().policy);
  return checked({
    ...shell,
    facts: [...named, ...context],
    medical: { ...shell.medical, rules: rulesOf('G0', medical.map(reading('yes'))) },
    gates: gatesWith({
      L4: emergent.map(reading('yes')),
      L3: [
        ...high.map(reading('yes')),
        ...chance.someOf(emergent, count.unknown).map(reading('unknown')),
        ...asked.filter((fact) => fact.mandatory).map(reading('not-asked')),
      ],
      L2: [
        reading('unknown')(THOUGHTS),
        reading('yes', 'unknown', 'not-asked')(IN_PERSON),
        ...situationRules(about, Math.max(0, situation - 2), weave, chance),
      ].slice(0, situation),
      L1: [reading('no', 'unknown', 'not-asked')(INFORMATION)],
      L0: [reading('yes')(INFORMATION)],
    }),
  });
}

function facts(
  count: number,
  name: string,
  topics: readonly FactTopic[],
  atLeast?: 'L3' | 'L4',
): FactDefinition[] {
  return Array.from({ length: count }, (_, at) =>
    inventedFact(
      `${name}-${at + 1}`,
      topics[at % topics.length] as FactTopic,
      atLeast && { atLeast },
    ),
  );
}

const THOUGHTS = inventedFact('thoughts', 'suicide', { hearsayNo: 'unknown' });
const IN_PERSON = inventedFact('in-person-need', 'situation');
const INFORMATION = inventedFact('information-only', 'situation');

function rulesOf(prefix: string, conditions: readonly (readonly Condition[])[]): Rule[] {
  return conditions.map((when, at) => {
    return { id: `${prefix}-${at + 1}`, when, because: 'Invented for measuring.', ...SOURCED };
  });
}

function reading(...is: Reading[]): (fact: FactDefinition) => Condition[] {
  return ({ id }) => [{ fact: id, is }];
}

/** Teams, responses and areas of the shipped policy, without what hangs on its facts. */
function shellOf(policy: Policy): Policy {
  const responses = policy.responses.map((response) => ({ ...response, needs: [] }));
  const callTypes = policy.callTypes.map((type) => ({ ...type, states: [] }));
  return {
    ...policy,
    id: 'invented',
    responses,
    callTypes,
    inPersonFact: IN_PERSON.id,
    screen: [THOUGHTS.id],
  };
}

function gatesWith(conditions: Readonly<Record<Level, readonly Condition[][]>>): Gate[] {
  const { gates } = shippedPolicy().policy;
  return gates.map((gate) => ({ ...gate, rules: rulesOf(gate.level, conditions[gate.level]) }));
}

function checked(document: Policy): Policy {
  const read = readPolicy(document);
  if ('policy' in read) return read.policy;
  const [first] = read.problems;
  throw new Error(`The invented policy is none: ${first?.path} ${first?.message}`);
}
