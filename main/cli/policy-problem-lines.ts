import type { Terminal } from './outcome.ts';
import type { PolicyProblem } from '#shared/policy/document/policy-problems.ts';

/** Tells people what keeps a file from being a policy, one line for each problem. */
export function tellProblems(
  terminal: Terminal,
  file: string,
  problems: readonly PolicyProblem[],
): void {
  for (const { path, message, remedy } of problems)
    terminal.err.write(`${file}: ${path}: ${message} ${remedy}\n`);
}
