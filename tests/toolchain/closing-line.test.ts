import { expect, test } from 'vitest';
import {
  add,
  closingLine,
  playwrightTally,
  runTally,
  succeeded,
  vitestTally,
} from '../../build/tally.mjs';

const tally = (passed: number, failed: number, skipped = 0) => ({ passed, failed, skipped });
const vitest = { numPassedTests: 3, numFailedTests: 1, numPendingTests: 1, numTodoTests: 1 };
const loaded = { status: 'failed', assertionResults: [{ status: 'failed' }] };
const broken = { status: 'failed', assertionResults: [] };

test('runs add up', () => {
  expect(add(tally(1, 2, 3), tally(10, 20, 30))).toEqual(tally(11, 22, 33));
});

test('the line names skipped tests only where there are some', () => {
  expect(closingLine(tally(12, 0))).toBe('12 passed, 0 failed');
  expect(closingLine(tally(12, 1, 4))).toBe('12 passed, 1 failed, 4 skipped');
});

test('vitest: a failing test counts once', () => {
  expect(vitestTally({ ...vitest, testResults: [loaded] })).toEqual(tally(3, 1, 2));
});

test('vitest: a file that cannot be loaded is a failure of its own', () => {
  expect(vitestTally({ ...vitest, testResults: [loaded, broken] })).toEqual(tally(3, 2, 2));
});

test('playwright: errors outside any test are failures', () => {
  const stats = { expected: 4, flaky: 1, unexpected: 2, skipped: 1 };
  expect(playwrightTally({ stats, errors: [] })).toEqual(tally(5, 2, 1));
  expect(playwrightTally({ stats, errors: [{}] })).toEqual(tally(5, 3, 1));
});

test('a runner that crashed is a failure, with or without a report', () => {
  expect(runTally(1, undefined)).toEqual(tally(0, 1));
  expect(runTally(1, tally(5, 0))).toEqual(tally(5, 1));
  expect(runTally(1, tally(5, 2))).toEqual(tally(5, 2));
  expect(runTally(0, tally(5, 0))).toEqual(tally(5, 0));
});

test('only a run that tested something, and failed nothing, succeeds', () => {
  expect(succeeded(tally(1, 0))).toBe(true);
  expect(succeeded(tally(1, 1))).toBe(false);
  expect(succeeded(tally(0, 0, 7))).toBe(false);
});
