// How every script here speaks: progress and refusals on stderr, because stdout belongs to answers
// (the desk's JSON, the package's paths).
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * A failure whose message already tells a person what happened and what to do next.
 * Exit code 1: it did not work; 2: this computer or the arguments lack something; 3: what was
 * received cannot be trusted.
 */
export class Refusal extends Error {
  constructor(message, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

export const UNTRUSTED = 3;

export function say(line) {
  process.stderr.write(`caredesk: ${line}\n`);
}

export function seconds(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

/** Runs `work` when the module at `url` is what Node was asked to run; its result is the exit code. */
export async function asScript(url, work) {
  const asked = process.argv[1];
  if (!asked || realpathSync(asked) !== fileURLToPath(url)) return;
  try {
    process.exitCode = (await work(process.argv.slice(2))) ?? 0;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    say(error.message);
    process.exitCode = error.exitCode;
  }
}
