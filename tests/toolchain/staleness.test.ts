import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fingerprint, isStale, stampBuilt } from '../../build/staleness.mjs';

let root: string;
let output: string;
const print = () => fingerprint(root, ['shared', 'package.json', 'not-written-yet']);
const stale = () => isStale(output, print());

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'caredesk-staleness-'));
  output = join(root, 'out/main/index.js');
  mkdirSync(join(root, 'shared/unit'), { recursive: true });
  mkdirSync(join(root, 'out/main'), { recursive: true });
  writeFileSync(join(root, 'shared/unit/crew.ts'), 'export const crew = 2;');
  writeFileSync(join(root, 'package.json'), '{}');
  writeFileSync(output, 'built');
});

afterEach(() => rmSync(root, { recursive: true }));

test('what was never stamped is stale, even where a file lies', () => {
  expect(stale()).toBe(true);
});

test('what was just built is fresh', () => {
  stampBuilt(output, print());
  expect(stale()).toBe(false);
});

test('a checkout that only touches times builds nothing', () => {
  stampBuilt(output, print());
  utimesSync(join(root, 'shared/unit/crew.ts'), new Date(0), new Date(0));
  expect(stale()).toBe(false);
});

test.each([
  ['a changed source', () => writeFileSync(join(root, 'shared/unit/crew.ts'), 'export {};')],
  ['a new source', () => writeFileSync(join(root, 'shared/unit/shift.ts'), '')],
  ['a removed source', () => rmSync(join(root, 'shared/unit/crew.ts'))],
  [
    'a renamed source',
    () => renameSync(join(root, 'shared/unit/crew.ts'), join(root, 'shared/unit/team.ts')),
  ],
  ['a changed setting', () => writeFileSync(join(root, 'package.json'), '{ }')],
  ['a source that appears', () => writeFileSync(join(root, 'not-written-yet'), '')],
  ['a deleted output', () => rmSync(output)],
])('%s makes it stale', (_what, change) => {
  stampBuilt(output, print());
  change();
  expect(stale()).toBe(true);
});

test('moving text from one file to the next is a change', () => {
  const text = (a: string, b: string) => {
    writeFileSync(join(root, 'shared/a.ts'), a);
    writeFileSync(join(root, 'shared/b.ts'), b);
    return print();
  };
  expect(text('one', 'two')).not.toBe(text('onet', 'wo'));
});
