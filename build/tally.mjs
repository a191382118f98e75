// Adds up what the test runners report, for the closing line and the names of what failed above it.
import { stripVTControlCharacters } from 'node:util';

export const nothing = { passed: 0, failed: 0, skipped: 0, red: [] };

export function add(a, b) {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
    red: [...a.red, ...b.red],
  };
}

/** Vitest's JSON report. A file that cannot even be loaded holds no test, yet is a failure. */
export function vitestTally(report) {
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
    skipped: report.numPendingTests + report.numTodoTests,
    red: report.testResults.flatMap(redOfVitest),
  };
}

function redOfVitest({ name, status, message, assertionResults }) {
  if (status === 'failed' && assertionResults.length === 0) return [line(name, message)];
  return assertionResults
    .filter((each) => each.status === 'failed')
    .map(({ fullName, failureMessages }) => line(`${name}: ${fullName}`, failureMessages?.[0]));
}

/** Playwright's JSON report. Its errors outside tests (a file that does not load) are failures. */
export function playwrightTally({ stats, errors, suites = [] }) {
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
    red: [
      ...suites.flatMap(redOfSuite),
      ...errors.map(({ message }) => line('outside tests', message)),
    ],
  };
}

function redOfSuite({ suites = [], specs = [] }) {
  const red = specs
    .filter(({ ok }) => !ok)
    .map(({ file, title, tests }) =>
      line(
        `${file}: ${title}`,
        tests?.flatMap(({ results }) => results).find(({ error }) => error)?.error.message,
      ),
    );
  return [...red, ...suites.flatMap(redOfSuite)];
}

/** One line: what failed, and the first line of why. */
function line(what, why) {
  const first = stripVTControlCharacters(why ?? '')
    .trim()
    .split('\n')[0]
    .slice(0, 300);
  return first === '' ? what : `${what}: ${first}`;
}

/** What a run counts for: a runner that failed without saying why still counts as a failure. */
export function runTally(exitCode, tally = nothing) {
  if (exitCode === 0 || tally.failed > 0) return tally;
  const red = [`a test runner ended with ${exitCode} though no test failed: see its errors above`];
  return { ...tally, failed: 1, red };
}

export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** A run in which nothing was tested proves nothing, so it is not a success. */
export const succeeded = ({ passed, failed }) => failed === 0 && passed > 0;
