import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  changedPolicy,
  changes,
  fullPolicy,
  problemsAfter,
  problemsOf,
  type Loose,
} from '../support/changed-policy.ts';
import shipped from '#shared/policy/default-policy.json' with { type: 'json' };
import { readPolicy } from '#shared/policy/document/policy-document.ts';

test('the shipped policy is a policy, and stays the very document it was', () => {
  const read = readPolicy(shipped);
  expect(problemsOf(shipped)).toEqual([]);
  expect('policy' in read && read.policy).toBe(shipped);
});

test('a policy that uses every optional member is one too', () => {
  const policy = fullPolicy();
  expect(readPolicy(policy)).toEqual({ policy: fullPolicy() });
});

const broken: readonly (readonly [string, (policy: Loose) => void, string, RegExp])[] = [
  ['a missing member', (p) => delete p.facts[2].label, '$.facts[2].label', /“label” is missing/],
  [
    'an unknown member',
    (p) => (p.facts[0].colour = 'red'),
    '$.facts[0].colour',
    /“colour” is no member of a fact/,
  ],
  ['an unknown member of the whole', (p) => (p.owner = 1), '$.owner', /no member of a policy/],
  ['a member with spaces', (p) => (p['a b'] = 1), '$["a b"]', /“a b”/],
  [
    'text for a number',
    (p) => (p.promises.answerSeconds = '15'),
    '$.promises.answerSeconds',
    /must be a number, and is “15”/,
  ],
  [
    'a fraction',
    (p) => (p.responses[0].promiseMinutes = 1.5),
    '$.responses[0].promiseMinutes',
    /whole number, and is 1.5/,
  ],
  [
    'a promise of nothing',
    (p) => (p.responses[0].promiseMinutes = 0),
    '$.responses[0].promiseMinutes',
    /at least 1, and is 0/,
  ],
  [
    'a priority of 10',
    (p) => (p.callTypes[0].priority = 10),
    '$.callTypes[0].priority',
    /at most 9, and is 10/,
  ],
  [
    'an unknown level',
    (p) => (p.gates[0].level = 'L5'),
    '$.gates[0].level',
    /may be “L4”, .*“L0”, and is “L5”/,
  ],
  [
    'an unknown answer',
    (p) => (p.gates[0].rules[0].when[0].is = ['maybe']),
    '$.gates[0].rules[0].when[0].is[0]',
    /The entry may be “yes”.*“maybe”/,
  ],
  [
    'an empty text',
    (p) => (p.facts[0].question = '  '),
    '$.facts[0].question',
    /“question” is empty/,
  ],
  ['a line break', (p) => (p.facts[0].question = 'a\nb'), '$.facts[0].question', /line break/],
  [
    'a long text',
    (p) => (p.facts[0].label = 'x'.repeat(81)),
    '$.facts[0].label',
    /81 characters, at most 80/,
  ],
  [
    'capitals in an id',
    (p) => (p.areas[0].id = 'Uptown'),
    '$.areas[0].id',
    /may not be written “Uptown”/,
  ],
  [
    'an id every object has',
    (p) => (p.facts[0].id = 'constructor'),
    '$.facts[0].id',
    /may not be written “constructor”/,
  ],
  [
    'a call type in small letters',
    (p) => (p.callTypes[0].code = 'mhdist'),
    '$.callTypes[0].code',
    /“mhdist”/,
  ],
  [
    'no 30th of February',
    (p) => (p.teamTypes[1].effectiveFrom = '2026-02-30'),
    '$.teamTypes[1].effectiveFrom',
    /no day of the calendar: “2026-02-30”/,
  ],
  [
    'an eighth day',
    (p) => (p.teamTypes[1].hours[0].days = [7]),
    '$.teamTypes[1].hours[0].days[0]',
    /at most 6/,
  ],
  [
    'a team without a role',
    (p) => (p.teamTypes[1].requiredRoles = []),
    '$.teamTypes[1].requiredRoles',
    /needs at least 1/,
  ],
  [
    'a member set to undefined',
    (p) => (p.facts[0].atLeast = undefined),
    '$.facts[0].atLeast',
    /none that JSON can hold/,
  ],
];

test.each(broken)('%s is refused, with its place and a remedy', (_, edit, path, message) => {
  const found = problemsAfter(edit).find((problem) => problem.path === path);
  expect(found, `of ${JSON.stringify(problemsAfter(edit))}`).toBeDefined();
  expect(found?.message).toMatch(message);
  expect(found?.remedy).toMatch(/\w{3}.*\.$/);
});

test('fifty problems are told, and how many more there are', () => {
  const found = problemsAfter((p) => {
    for (const fact of p.facts) [fact.id, fact.label, fact.why] = [1, 2, 3];
  });
  expect(found).toHaveLength(51);
  expect(found[50]).toMatchObject({ path: '$', message: 'There are 37 more problems.' });
});

test.each([33, 1000, 1_000_000])('%i lists inside each other are refused at once', (depth) => {
  let nested: unknown = [];
  for (let at = 1; at < depth; at += 1) nested = [nested];
  const [problem, ...others] = problemsOf({ facts: nested });
  expect(others).toEqual([]);
  expect(problem?.path).toBe('$.facts[0][0]');
  expect(problem?.message).toContain('more than 32 deep');
});

test('a cycle, a huge list and a wide tangle are refused like any other document', () => {
  const cycle: Record<string, unknown> = {};
  cycle['facts'] = cycle;
  expect(problemsOf(cycle)[0]?.message).toContain('more than 32 deep');
  expect(problemsOf({ facts: Object.assign([], { length: 4_000_000_000 }) })[0]?.message).toContain(
    '4000000000 entries',
  );
  let tangle: unknown = 1;
  for (let at = 0; at < 30; at += 1) tangle = [tangle, tangle];
  expect(problemsOf(tangle)[0]?.message).toContain('larger than a policy');
});

test('a document that is wrong everywhere is told within a second or two', () => {
  const many = (count: number) => Array.from({ length: count }, (_, at) => at);
  const member = (at: number) => `${'x'.repeat(50)}-${at}`;
  const strange = Object.fromEntries(many(100).map((at) => [member(at), at]));
  const begun = performance.now();
  expect(problemsOf({ facts: many(400).map(() => strange) })).toHaveLength(51);
  const found = problemsAfter((p) => {
    p.facts = many(400).map((at) => ({ ...p.facts[0], id: member(at) }));
    p.gates[0].rules = many(120).map((at) => ({
      ...p.gates[0].rules[0],
      id: `R${at}`,
      when: many(400).map((fact) => ({ fact: member(fact + 400), is: ['yes'] })),
    }));
  });
  expect(found).toHaveLength(51);
  expect(problemsOf(Object.fromEntries(many(100_000).map((at) => [member(at), at])))).toMatchObject(
    [{ path: '$', message: 'The object has 100000 members.' }],
  );
  expect(performance.now() - begun).toBeLessThan(4000);
});

test('members that only a prototype has do not count, and “__proto__” is refused by its path', () => {
  expect(problemsOf(Object.create(shipped))).toHaveLength(1);
  const text = JSON.stringify(shipped).replace('"id":', '"__proto__":{"id":"x"},"id":');
  expect(problemsOf(JSON.parse(text))[0]).toMatchObject({
    path: '$.__proto__',
    message: '“__proto__” is no member of a policy.',
  });
});

test('whatever is given, it is a policy or has problems, and nothing is thrown', () => {
  const anything = fc.oneof(
    { weight: 4, arbitrary: changes(4).map((list) => changedPolicy(list)) },
    fc.jsonValue(),
    fc.anything({
      withBigInt: true,
      withMap: true,
      withSparseArray: true,
      withNullPrototype: true,
    }),
  );
  let policies = 0;
  fc.assert(
    fc.property(anything, (document) => {
      const read = readPolicy(document);
      if ('policy' in read) {
        policies += 1;
        expect(read.policy).toBe(document);
        return;
      }
      expect(read.problems.length).toBeGreaterThan(0);
      for (const { path, message, remedy } of read.problems) {
        expect(path).toMatch(/^\$/);
        expect(message.length).toBeGreaterThan(5);
        expect(remedy.length).toBeGreaterThan(5);
        // What is quoted comes from the document, whatever that is.
        const own = `${message} ${remedy}`.replace(/“[^]*?”/g, '');
        expect(own).not.toMatch(/undefined|\[object|Invalid input/);
      }
    }),
    { numRuns: 400 },
  );
  expect(policies, 'some of them must be policies').toBeGreaterThan(10);
});
