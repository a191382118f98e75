import { EXIT, printAnswer, type Terminal } from './outcome.ts';
import { tellProblems } from './policy-problem-lines.ts';
import { pathOf, readArguments, type Subcommand } from './subcommand.ts';
import { readPolicyFile } from '#main/desk/policy/policy-file.ts';
import { verifyPolicy } from '#shared/policy/proof/verify-policy.ts';
import type { Verdict } from '#shared/policy/proof/verdict.ts';

const usage = 'verify-policy FILE';

/** Proves a policy for every combination of answers and of free teams, or shows where it fails. */
export const verifyPolicyCommand: Subcommand = {
  usage,
  summary: 'prove that a routing policy is complete and safe, or show where it is not',
  run(args, terminal) {
    const given = readArguments(usage, args, { operands: ['FILE'], options: [], needed: [] });
    const file = pathOf(terminal, given.operands[0] ?? '');
    const read = readPolicyFile(file);
    if ('problems' in read) {
      const { problems } = read;
      printAnswer(terminal, { proved: false, violations: [], problems });
      tellProblems(terminal, file, problems);
      say(terminal, `Not proved: ${file} is no policy yet.`);
      return EXIT.bad;
    }
    const started = performance.now();
    const verdict = verifyPolicy(read.policy);
    const ms = performance.now() - started;
    printAnswer(terminal, answerOf(verdict, ms));
    say(terminal, closingLine(verdict));
    return verdict.proved ? EXIT.done : EXIT.bad;
  },
};

function answerOf({ proved, combinations, rules, violations }: Verdict, ms: number): unknown {
  return proved
    ? { proved, combinations, rules, ms }
    : { proved, violations, combinations, rules, ms };
}

function closingLine({ proved, combinations, violations: [first, ...others] }: Verdict): string {
  if (proved) return `Proved for ${combinations} combinations.`;
  const more = others.length === 0 ? '' : ` And ${others.length} more.`;
  return `Not proved: ${first?.says ?? ''}${more}`;
}

function say(terminal: Terminal, line: string): void {
  terminal.err.write(`${line}\n`);
}
