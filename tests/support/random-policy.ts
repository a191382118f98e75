import fc from 'fast-check';
import { ALL_READINGS } from './naive-policy.ts';
import type { Reading } from '#shared/facts/fact.ts';
import type {
  Condition,
  FactDefinition,
  Gate,
  Policy,
  ResponseDefinition,
  Rule,
  TeamType,
} from '#shared/policy/policy.ts';
import { LEVELS, type Level } from '#shared/routing/level.ts';

const sourced = { source: 'made up', verify: true };
const FACTS = ['f0', 'f1', 'f2', 'f3', 'f4'];
const RESPONSES = ['r0', 'r1', 'r2', 'r3'];
const TEAMS = ['t0', 't1', 't2'];
const HIGHEST_FIRST = [...LEVELS].reverse();
const ALL_DAY = [{ days: [0, 1, 2, 3, 4, 5, 6], from: 0, to: 1440 }];

const level = fc.constantFrom(...LEVELS);
const topic = fc.constantFrom(
  ...(['medical', 'weapon', 'violence', 'suicide', 'situation', 'phone', 'context'] as const),
);
const sometimes = <Value>(value: fc.Arbitrary<Value>) =>
  fc.option(value, { nil: undefined, freq: 2 });

const fact = (id: string): fc.Arbitrary<FactDefinition> =>
  fc
    .record({
      topic,
      mandatory: fc.boolean(),
      atLeast: sometimes(fc.oneof(fc.constantFrom('L4' as const, 'L3' as const), level)),
      hearsayNo: sometimes(fc.constant('unknown' as const)),
    })
    .map(({ topic: about, mandatory, atLeast, hearsayNo }) => ({
      id,
      topic: about,
      mandatory,
      ...(atLeast === undefined ? {} : { atLeast }),
      ...(hearsayNo === undefined ? {} : { hearsayNo }),
      question: '',
      label: id,
      why: '',
      agesAfterMinutes: null,
      ...sourced,
    }));

/** May be empty, so that it never holds, and may stand beside another one on the same fact. */
const condition = (facts: readonly string[]): fc.Arbitrary<Condition> =>
  fc.record({
    fact: fc.constantFrom(...facts),
    is: fc.oneof(
      { weight: 20, arbitrary: fc.subarray([...ALL_READINGS] as Reading[], { minLength: 1 }) },
      { weight: 1, arbitrary: fc.constant([]) },
    ),
  });

const conditions = (facts: readonly string[]) => fc.array(condition(facts), { maxLength: 3 });

interface LooseRule {
  readonly gate: number;
  readonly when: readonly Condition[];
  readonly response: string | undefined;
}

/** Gate 5 is the medical one. */
const looseRule = (facts: readonly string[]): fc.Arbitrary<LooseRule> =>
  fc.record({
    gate: fc.integer({ min: 0, max: 5 }),
    when: conditions(facts),
    response: sometimes(fc.constantFrom(...RESPONSES)),
  });

const team = (id: string): fc.Arbitrary<TeamType[]> =>
  fc
    .record({
      unarmed: fc.boolean(),
      ceilings: fc.array(fc.oneof(fc.constant<Level>('L4'), level), {
        minLength: 1,
        maxLength: 2,
      }),
    })
    .map(({ unarmed, ceilings }) =>
      ceilings.map((riskCeiling, at) => ({
        id,
        label: id,
        short: id,
        requiredRoles: [unarmed ? 'paramedic' : 'officer'],
        unarmed,
        riskCeiling,
        areas: null,
        hours: ALL_DAY,
        effectiveFrom: `202${at}-01-01`,
        effectiveTo: at === ceilings.length - 1 ? null : `202${at + 1}-01-01`,
        ...sourced,
      })),
    );

const response = (
  id: string,
  facts: readonly string[],
  teams: readonly string[],
): fc.Arbitrary<ResponseDefinition> =>
  fc.record({
    id: fc.constant(id),
    label: fc.constant(id),
    who: fc.constant(''),
    level,
    unarmedOnly: fc.boolean(),
    byPhone: fc.boolean(),
    teamTypes: fc.subarray([...teams]),
    sends: fc.constantFrom('one-of' as const, 'one-of-each' as const),
    promiseMinutes: fc.constant(20),
    fallbacks: fc.subarray(RESPONSES.filter((other) => other !== id)),
    needs: fc.oneof(fc.constant([]), fc.array(condition(facts), { maxLength: 2 })),
    source: fc.constant('made up'),
    verify: fc.constant(true),
  });

/** What a policy with these facts has to say to keep most claims; then a few rules are broken again. */
function carefulRules(facts: readonly FactDefinition[], screen: readonly string[]): LooseRule[] {
  const rules: LooseRule[] = [];
  const say = (gate: number, ...when: Condition[]) =>
    rules.push({ gate, when, response: undefined });
  for (const { id, atLeast, topic: about, mandatory } of facts) {
    if (about === 'medical') say(5, { fact: id, is: ['yes'] });
    if (atLeast !== undefined) say(HIGHEST_FIRST.indexOf(atLeast), { fact: id, is: ['yes'] });
    if (mandatory) say(1, { fact: id, is: ['not-asked'] });
    if (screen.includes(id)) say(2, { fact: id, is: ['unknown', 'not-asked'] });
  }
  return [...rules, { gate: 2, when: [], response: undefined }];
}

function assemble(
  facts: readonly FactDefinition[],
  rules: readonly LooseRule[],
  responses: readonly ResponseDefinition[],
  of: readonly string[],
  teamTypes: readonly TeamType[],
  screen: readonly string[],
): Policy {
  const inGate = (gate: number): Rule[] =>
    rules.flatMap((rule, number) =>
      rule.gate !== gate
        ? []
        : [
            {
              id: `R${number}`,
              when: rule.when,
              because: `R${number}.`,
              ...(rule.response === undefined ? {} : { response: rule.response }),
              ...sourced,
            },
          ],
    );
  const gates = HIGHEST_FIRST.map((each, at): Gate => ({
    id: `g${at}`,
    level: each,
    title: each,
    response: of[at]!,
    rules: inGate(at),
  }));
  return {
    id: 'small',
    version: '1',
    title: 'Small',
    verify: '',
    facts,
    responses,
    services: { police: 't0', ems: 't0' },
    inPersonFact: 'f0',
    gates,
    screen,
    policeRoles: ['officer'],
    medical: { id: 'medical', title: 'Medical', response: of[5]!, rules: inGate(5) },
    teamTypes,
    areas: [],
    callTypes: [],
    promises: {
      answerSeconds: 15,
      decideSeconds: 60,
      clinicianMinutes: 2,
      recontactMinutes: 10,
      ...sourced,
    },
  };
}

/** Two to five facts, a few rules in any gate, up to three teams: small enough to list all of it. */
export const smallPolicies: fc.Arbitrary<Policy> = fc
  .record({ facts: fc.integer({ min: 2, max: 5 }), teams: fc.integer({ min: 1, max: 3 }) })
  .chain(({ facts, teams }) => {
    const ids = FACTS.slice(0, facts);
    const teamIds = TEAMS.slice(0, teams);
    return fc.record({
      facts: fc.tuple(...ids.map(fact)),
      screen: fc.shuffledSubarray(ids, { maxLength: Math.min(3, facts) }),
      teams: fc.tuple(...teamIds.map(team)),
      responses: fc.tuple(...RESPONSES.map((id) => response(id, ids, teamIds))),
      of: fc.array(fc.constantFrom(...RESPONSES), { minLength: 6, maxLength: 6 }),
      careful: fc.boolean(),
      dropped: fc.array(fc.nat({ max: 12 }), { maxLength: 2 }),
      added: fc.array(looseRule(ids), { minLength: 2, maxLength: 8 }),
      few: fc.integer({ min: 0, max: 2 }),
    });
  })
  .map(({ facts, screen, teams, responses, of, careful, dropped, added, few }) => {
    const rules = careful
      ? [
          ...added.slice(0, few),
          ...carefulRules(facts, screen).filter((_, at) => !dropped.includes(at)),
        ]
      : added;
    if (!careful) return assemble(facts, rules, responses, of, teams.flat(), screen);
    const [highest, middle, ...others] = responses as [
      ResponseDefinition,
      ResponseDefinition,
      ...ResponseDefinition[],
    ];
    const able = [
      { ...highest, unarmedOnly: false, teamTypes: [], needs: [] },
      { ...middle, teamTypes: [], needs: [] },
      ...others,
    ];
    return assemble(facts, rules, able, ['r0', 'r0', 'r1', ...of.slice(3)], teams.flat(), screen);
  });

/** Any readings of the facts of a policy. */
export function anyReadingsOf(policy: Policy): fc.Arbitrary<Readonly<Record<string, Reading>>> {
  return fc.record(
    Object.fromEntries(policy.facts.map(({ id }) => [id, fc.constantFrom(...ALL_READINGS)])),
  );
}
