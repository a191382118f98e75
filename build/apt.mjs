// Debian and Ubuntu: what is missing is installed when we may, and named when we may not.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Refusal, say } from './narrate.mjs';

export const isRoot = process.getuid?.() === 0;

export function onPath(command) {
  return (process.env.PATH ?? '').split(delimiter).some((dir) => existsSync(join(dir, command)));
}

/** Installs the packages as root; as anyone else, refuses with the command to type. */
export function installPackages(wanted, purpose) {
  if (!onPath('apt-get')) {
    throw new Refusal(
      `${purpose} needs what Debian calls ${wanted.join(', ')}. ` +
        'Install the same from your system’s packages, then try again.',
      2,
    );
  }
  if (isRoot) aptGet(['update', '-q'], purpose);
  const names = wanted.map((name) => nameHere(name, hasCandidate));
  const list = names.join(' ');
  if (!isRoot) {
    throw new Refusal(
      `${purpose} needs ${list}. Run this, then try again:\n` +
        `  sudo apt-get install -y --no-install-recommends ${list}`,
      2,
    );
  }
  say(`${purpose} needs ${list}: installing with apt-get…`);
  aptGet(['install', '-y', '-q', '--no-install-recommends', ...names], purpose);
}

/** Newer Debian and Ubuntu add "t64" to the names of libraries that hold 64-bit times. */
export function nameHere(name, isKnown) {
  return !isKnown(name) && isKnown(`${name}t64`) ? `${name}t64` : name;
}

function hasCandidate(name) {
  const run = spawnSync('apt-cache', ['policy', name], {
    env: { ...process.env, LC_ALL: 'C' },
    encoding: 'utf8',
  });
  return /^\s*Candidate: (?!\(none\))/m.test(run.stdout ?? '');
}

function aptGet(args, purpose) {
  const run = spawnSync('apt-get', args, {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    encoding: 'utf8',
    maxBuffer: 64 << 20,
    timeout: 900_000,
  });
  if (run.status === 0) return;
  process.stderr.write(run.stdout + run.stderr);
  throw new Refusal(
    `"apt-get ${args.join(' ')}" failed, as above, and ${purpose} needs it. ` +
      'Check that this computer reaches its package mirror, then try again.',
    2,
  );
}
