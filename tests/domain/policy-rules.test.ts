import { expect, test } from 'vitest';
import { policy } from '../support/given.ts';
import { FACTS, MANDATORY, recommend, type Known } from '../support/readings.ts';
import { canonicalJson } from '#shared/lib/canonical-json.ts';
import { findFact, findResponse } from '#shared/policy/policy.ts';
import { evaluate, type Readings } from '#shared/routing/evaluate.ts';
import { LEVELS } from '#shared/routing/level.ts';
import { openQuestions } from '#shared/routing/determinability.ts';
import { nextQuestion, whatWouldChange } from '#shared/routing/questions.ts';
import { isUnarmedOnly, unarmedBar } from '#shared/routing/unarmed.ts';

const barFor = (read: Readings) => unarmedBar(policy, evaluate(policy, read));

const gates = [...policy.gates, policy.medical];
const rules = gates.flatMap((gate) => gate.rules.map((rule) => ({ gate, rule })));
const calm: Known = Object.fromEntries(FACTS.map((fact) => [fact, 'no' as const]));

/** The calmest readings that fire a rule: everything no, but what the rule itself wants. */
function readingsFor(when: (typeof rules)[number]['rule']['when']): Known {
  const wanted = when.map(({ fact, is }) => [fact, is.includes('no') ? 'no' : is[0]!] as const);
  const able = { 'can-talk': 'yes', willing: 'yes', 'safe-place': 'yes' } as const;
  return { ...calm, behavioral: 'yes', ...able, ...Object.fromEntries(wanted) };
}

test.each(rules.map(({ gate, rule }) => [rule.id, gate, rule] as const))(
  'the rule %s fires in its own readings and is named',
  (id, gate, rule) => {
    const now = recommend(readingsFor(rule.when));
    const reason = now.reasons.find((each) => each.rule === id);
    expect(reason).toMatchObject({ gate: gate.id, because: rule.because, source: rule.source });
    expect(reason?.readings.map(({ fact }) => fact)).toEqual(rule.when.map(({ fact }) => fact));
    if ('level' in gate) expect(now.level).toBe(gate.level);
  },
);

test('every name in the policy leads somewhere, and none stands twice', () => {
  const unique = (list: readonly string[]) => expect(new Set(list).size).toBe(list.length);
  unique(FACTS);
  unique(rules.map(({ rule }) => rule.id));
  unique(policy.responses.map(({ id }) => id));
  unique(policy.callTypes.map(({ code }) => code));
  for (const { rule, gate } of rules) {
    for (const { fact, is } of rule.when) {
      expect(FACTS).toContain(fact);
      expect(is.length).toBeGreaterThan(0);
    }
    findResponse(policy, rule.response ?? gate.response);
    expect(rule.because).toMatch(/[.]$/);
    expect(rule.source.trim()).not.toBe('');
  }
  const teams = policy.teamTypes.map(({ id }) => id);
  for (const { teamTypes, fallbacks } of policy.responses) {
    for (const team of teamTypes) expect(teams).toContain(team);
    for (const id of fallbacks) findResponse(policy, id);
  }
  expect(teams).toContain(policy.services.police);
  expect(teams).toContain(policy.services.ems);
  expect(FACTS).toContain(policy.inPersonFact);
  for (const { states } of policy.callTypes)
    for (const { fact } of states) expect(FACTS).toContain(fact);
  const areas = policy.areas.map(({ id }) => id);
  for (const { areas: served } of policy.teamTypes)
    for (const id of served ?? []) expect(areas).toContain(id);
});

test('the gates stand in order of their level, highest first', () => {
  expect(policy.gates.map(({ level }) => level)).toEqual([...LEVELS].reverse());
});

test('a response without police says so, and only such a one', () => {
  for (const { id, teamTypes, unarmedOnly } of policy.responses) {
    const unarmed = teamTypes.every(
      (team) => policy.teamTypes.find((each) => each.id === team)?.unarmed,
    );
    expect(unarmedOnly, id).toBe(unarmed);
    expect(isUnarmedOnly(policy, id)).toBe(unarmedOnly);
  }
});

test('with nothing asked the level holds a place until somebody asks', () => {
  const now = recommend({});
  expect(now).toMatchObject({
    level: 'L3',
    response: 'co-response',
    provisional: true,
    unasked: MANDATORY,
  });
  expect(recommend({ ...calm, threats: 'not-asked' }).provisional).toBe(true);
  expect(recommend({ ...calm, threats: 'not-asked', 'domestic-violence': 'yes' }).provisional).toBe(
    false,
  );
});

test('readings no rule covers get the highest response, and say so', () => {
  const gates = policy.gates.slice(0, 1);
  const now = evaluate({ ...policy, gates }, () => 'no');
  expect(now).toMatchObject({ level: 'L4', response: 'police-ems', provisional: false });
  expect(now.reasons.map(({ rule }) => rule)).toEqual(['NO-RULE']);
});

test('EMS is not sent beside itself', () => {
  const gates = policy.gates.map((gate) => ({ ...gate, response: 'ems' }));
  expect(evaluate({ ...policy, gates }, () => 'yes')).toMatchObject({
    response: 'ems',
    alongside: [],
  });
});

test('the bar to an unarmed response names the danger or the question, or is not there', () => {
  expect(barFor((fact) => calm[fact]!)).toBeNull();
  expect(barFor((fact) => (fact === 'ledge' ? 'yes' : 'no'))).toMatch(
    /^An unarmed team may not go/,
  );
  for (const fact of MANDATORY) {
    const label = findFact(policy, fact)!.label;
    expect(barFor((each) => (each === fact ? 'not-asked' : 'no'))).toContain(`“${label}”`);
  }
});

function askNext(read: Readings): string | null {
  const now = evaluate(policy, read);
  return nextQuestion(now, whatWouldChange(policy, read, now), openQuestions(policy, read));
}

test('mandatory questions come first, in the order of the policy; then what matters most', () => {
  const asked: Record<string, 'no'> = {};
  for (const fact of MANDATORY) {
    expect(askNext((each) => asked[each] ?? 'not-asked')).toBe(fact);
    asked[fact] = 'no';
  }
  const next = askNext((each) => asked[each] ?? 'not-asked')!;
  const [best] = whatWouldChange(policy, (each) => asked[each] ?? 'not-asked', recommend(asked));
  expect(best?.level).toBe('L4');
  expect(recommend({ ...asked, [next]: 'yes' }).level).toBe('L4');
});

test('when nothing can change any more, nothing is asked', () => {
  const done: Known = { ...calm, behavioral: 'yes' };
  expect(whatWouldChange(policy, (fact) => done[fact]!, recommend(done))).toEqual([]);
  expect(askNext((fact) => done[fact]!)).toBeNull();
});

test('what would change tells the truth about every answer it names', () => {
  for (const asked of [
    {},
    Object.fromEntries(MANDATORY.map((fact) => [fact, 'no' as const])),
  ] as Known[]) {
    const now = recommend(asked);
    const changes = whatWouldChange(policy, (fact) => asked[fact] ?? 'not-asked', now);
    for (const { fact, answer, level, response } of changes) {
      expect(recommend({ ...asked, [fact]: answer })).toMatchObject({ level, response });
      expect([level, response]).not.toEqual([now.level, now.response]);
    }
  }
});

test('equal values have one canonical text, whatever the order of their members', () => {
  expect(canonicalJson({ b: [1, { d: null, c: 'ü' }], a: undefined })).toBe(
    '{"b":[1,{"c":"ü","d":null}]}',
  );
  expect(canonicalJson({ a: 1, b: 2 })).toBe(canonicalJson({ b: 2, a: 1 }));
  expect(canonicalJson([2, 1])).not.toBe(canonicalJson([1, 2]));
  expect(JSON.parse(canonicalJson(policy))).toEqual(policy);
});
