// Gets everything ready to run, and runs programs in the foreground.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { isRoot } from './apt.mjs';
import { ensureBuilt } from './bundle.mjs';
import { ensureRuntime } from './electron-runtime.mjs';
import { ensureNativeBuild, nativeBuildMissing } from './native-build.mjs';
import { root } from './places.mjs';
import { ensureSystemLibraries, hasDisplay } from './system-libraries.mjs';

/** A runtime, its system libraries, SQLite, and up-to-date bundles of the named targets. */
export async function ensureReady(targets) {
  await ensureRuntime();
  ensureSystemLibraries();
  await ensureReadyForNode(targets);
}

/** The same without a window: for what runs in plain Node. */
export async function ensureReadyForNode(targets) {
  if (nativeBuildMissing()) await ensureNativeBuild();
  await ensureBuilt(targets);
}

/** Arguments that Electron needs on this computer, before the application's own. */
export const electronArguments = () => [
  root,
  '--log-level=3',
  // Chromium refuses to start as root with its sandbox on.
  ...(process.platform === 'linux' && isRoot ? ['--no-sandbox'] : []),
];

/** The command line as it is, or inside a virtual screen where there is none; the `nth` of several at once. */
export function onScreen(command, args, nth = 0) {
  if (hasDisplay()) return [command, args];
  const firstTried = String(99 + 100 * nth);
  return ['xvfb-run', ['-a', '-n', firstTried, '-s', '-screen 0 1600x1000x24', command, ...args]];
}

/** Runs to the end, passing signals on; resolves to the exit code. */
export function runForeground(command, args, { env = {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: 'inherit',
      // Ctrl-C reaches every process of the terminal's group, and a virtual screen that ends
      // together with the program on it takes away its orderly end.
      detached: process.platform !== 'win32',
    });
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    const pass = (signal) => {
      for (const pid of programs(child, command)) process.kill(pid, signal);
    };
    for (const signal of signals) process.on(signal, pass);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      for (const each of signals) process.off(each, pass);
      resolve(code ?? 128 + constants.signals[signal]);
    });
  });
}

/** Whom a signal is for: xvfb-run passes none on, so the program is looked up among its children. */
function programs(child, command) {
  if (command !== 'xvfb-run') return [child.pid];
  const children = readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8');
  const ids = children.trim().split(' ').filter(Boolean).map(Number);
  return ids.filter((pid) => readFileSync(`/proc/${pid}/comm`, 'utf8').trim() !== 'Xvfb');
}
