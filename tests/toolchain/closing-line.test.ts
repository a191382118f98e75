import { expect, test } from 'vitest';
import {
  add,
  closingLine,
  playwrightTally,
  runTally,
  succeeded,
  vitestTally,
} from '../../build/tally.mjs';

const tally = (passed: number, failed: number, skipped = 0, red: readonly string[] = []) => {
  return { passed, failed, skipped, red };
};
const vitest = { numPassedTests: 3, numFailedTests: 1, numPendingTests: 1, numTodoTests: 1 };
const failing = {
  status: 'failed',
  fullName: 'a unit is sent once',
  failureMessages: ['AssertionError: expected 2 to be 1\n    at unit.test.ts:3'],
};
const loaded = {
  name: 'unit.test.ts',
  status: 'failed',
  assertionResults: [{ status: 'passed', fullName: 'fine' }, failing],
};
const broken = {
  name: 'cut-off.test.ts',
  status: 'failed',
  message: 'SyntaxError: end of file',
  assertionResults: [],
};
const FAILED = 'unit.test.ts: a unit is sent once: AssertionError: expected 2 to be 1';

test('runs add up', () => {
  expect(add(tally(1, 2, 3), tally(10, 20, 30))).toEqual(tally(11, 22, 33));
  expect(add(tally(0, 1, 0, ['one']), tally(0, 1, 0, ['two'])).red).toEqual(['one', 'two']);
});

test('the line names skipped tests only where there are some', () => {
  expect(closingLine(tally(12, 0))).toBe('12 passed, 0 failed');
  expect(closingLine(tally(12, 1, 4))).toBe('12 passed, 1 failed, 4 skipped');
});

test('vitest: a failing test counts once', () => {
  expect(vitestTally({ ...vitest, testResults: [loaded] })).toEqual(tally(3, 1, 2, [FAILED]));
});

test('vitest: a file that cannot be loaded is a failure of its own', () => {
  const red = [FAILED, 'cut-off.test.ts: SyntaxError: end of file'];
  expect(vitestTally({ ...vitest, testResults: [loaded, broken] })).toEqual(tally(3, 2, 2, red));
});

test('playwright: errors outside any test are failures', () => {
  const stats = { expected: 4, flaky: 1, unexpected: 2, skipped: 1 };
  expect(playwrightTally({ stats, errors: [] })).toEqual(tally(5, 2, 1));
  const outside = tally(5, 3, 1, ['outside tests']);
  expect(playwrightTally({ stats, errors: [{}] })).toEqual(outside);
});

test('playwright: a story that failed is named wherever it stands, and why', () => {
  const spec = (title: string, ok: boolean) => {
    const error = { message: '\u001b[31mTimed out\u001b[39m\nCall log' };
    return { file: 'duress.test.ts', title, ok, tests: [{ results: [ok ? {} : { error }] }] };
  };
  const suites = [{ specs: [spec('fine', true)], suites: [{ specs: [spec('covers', false)] }] }];
  const stats = { expected: 1, flaky: 0, unexpected: 1, skipped: 0 };
  expect(playwrightTally({ stats, errors: [], suites }).red).toEqual([
    'duress.test.ts: covers: Timed out',
  ]);
});

test('a runner that crashed is a failure, with or without a report', () => {
  const crashed = ['a test runner ended with 1 though no test failed: see its errors above'];
  expect(runTally(1, undefined)).toEqual(tally(0, 1, 0, crashed));
  expect(runTally(1, tally(5, 0))).toEqual(tally(5, 1, 0, crashed));
  expect(runTally(1, tally(5, 2))).toEqual(tally(5, 2));
  expect(runTally(0, tally(5, 0))).toEqual(tally(5, 0));
});

test('only a run that tested something, and failed nothing, succeeds', () => {
  expect(succeeded(tally(1, 0))).toBe(true);
  expect(succeeded(tally(1, 1))).toBe(false);
  expect(succeeded(tally(0, 0, 7))).toBe(false);
});
