import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { desk, temporaryFolder } from '../import/import-folder.ts';
import { shippedPolicy } from '#main/desk/shipped-policy.ts';
import type { Gate, Policy } from '#shared/policy/policy.ts';
import type { Violation } from '#shared/policy/proof/verdict.ts';
import { evaluate } from '#shared/routing/evaluate.ts';

const shipped = shippedPolicy().policy;

function put(content: string | Buffer): string {
  const file = join(temporaryFolder(), 'policy.json');
  writeFileSync(file, content);
  return file;
}

function policyFile(change: (policy: Policy) => unknown): string {
  return put(JSON.stringify(change(shipped)));
}

function withGates(change: (gate: Gate) => Gate): (policy: Policy) => Policy {
  return (policy) => ({ ...policy, gates: policy.gates.map(change) });
}

const withoutWeapon = withGates((gate) => ({
  ...gate,
  rules: gate.rules.filter(({ id }) => id !== 'L4-WEAPON'),
}));

test('the shipped policy is proved, and the answer says for how much', async () => {
  const { code, out, err } = await desk(
    'verify-policy',
    policyFile((policy) => policy),
  );
  const answer = JSON.parse(out) as { combinations: string; rules: number; ms: number };
  expect(Object.keys(answer)).toEqual(['proved', 'combinations', 'rules', 'ms']);
  expect(answer).toMatchObject({ proved: true, combinations: expect.stringMatching(/^\d+$/) });
  // Four readings of every fact, at the least.
  expect(BigInt(answer.combinations)).toBeGreaterThanOrEqual(4n ** BigInt(shipped.facts.length));
  expect(answer.rules).toBeGreaterThan(30);
  expect([code, err]).toEqual([0, `Proved for ${answer.combinations} combinations.\n`]);
});

test('a policy that fails is shown with answers under which it really fails', async () => {
  const { code, out, err } = await desk('verify-policy', policyFile(withoutWeapon));
  const answer = JSON.parse(out) as { violations: Violation[] };
  expect(Object.keys(answer)).toEqual(['proved', 'violations', 'combinations', 'rules', 'ms']);
  expect(answer).toMatchObject({ proved: false });
  expect(code).toBe(1);
  const floor = answer.violations.find(({ invariant }) => invariant === 'floor');
  const { facts = {}, level } = floor?.counterExample ?? {};
  expect(facts['weapon-in-hand']).toBe('yes');
  const broken = withoutWeapon(shipped);
  expect(evaluate(broken, (fact) => facts[fact] ?? 'not-asked').level).toBe(level);
  expect(level).not.toBe('L4');
  const lines = err.trimEnd().split('\n');
  expect(lines).toEqual([expect.stringMatching(/^Not proved: ./)]);
  expect(lines[0]).toContain(answer.violations[0]?.says);
});

test('nothing is proved of a document that is no policy: each problem is a line', async () => {
  const file = policyFile(({ medical: _medical, ...rest }) => ({ ...rest, gates: [] }));
  const { code, out, err } = await desk('verify-policy', file);
  const { problems, ...answer } = JSON.parse(out) as {
    problems: { path: string; message: string; remedy: string }[];
  };
  expect(answer).toEqual({ proved: false, violations: [] });
  expect(code).toBe(1);
  expect(problems.map(({ path }) => path)).toEqual(expect.arrayContaining(['$.medical']));
  const told = problems.map(
    ({ path, message, remedy }) => `${file}: ${path}: ${message} ${remedy}`,
  );
  expect(err.trimEnd().split('\n')).toEqual([...told, expect.stringMatching(/^Not proved: ./)]);
});

describe('a file that cannot be used ends with 2 and prints nothing', () => {
  test.each<[string, string | Buffer, string]>([
    ['no JSON', '{ "id": }', 'line 1'],
    ['cut off', '{ "id": "a",\n "version":', 'line'],
    ['empty', '', 'the file is empty'],
    ['no text', Buffer.from([0xff, 0xfe, 0x41, 0x00]), 'UTF-16'],
    ['too large', `"${'x'.repeat(5_000_000)}"`, 'larger than'],
  ])('%s', async (_name, content, why) => {
    const file = put(content);
    const ran = await desk('verify-policy', file);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toContain(file);
    expect(ran.err).toContain(why);
    expect(ran.err.trimEnd().split('\n')).toHaveLength(1);
  });

  test.each<[string[], string]>([
    [[], 'FILE is missing. Usage: desk verify-policy FILE'],
    [['a.json', 'b.json'], '"b.json" is one argument too many'],
    [['/no/such/policy.json'], '/no/such/policy.json: there is no such file'],
    [['/'], 'not a file'],
  ])('%j', async (args, why) => {
    const ran = await desk('verify-policy', ...args);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toContain(why);
  });
});

test('JSON that is no object is a document with a problem, not a crash', async () => {
  for (const content of ['[]', '3', 'null', '"policy"', '{}']) {
    const { code, out } = await desk('verify-policy', put(content));
    const answer = JSON.parse(out) as { problems: unknown[] };
    expect(code, content).toBe(1);
    expect(answer.problems.length, content).toBeGreaterThan(0);
  }
});
