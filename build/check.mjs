// `npm run check`: what can be told without running the application.
import { runForeground } from './launch.mjs';
import { asScript, say, seconds } from './narrate.mjs';
import { here } from './places.mjs';

const tool = (path, ...args) => [process.execPath, [here('node_modules', path), ...args]];

// oxlint is not in the lock file: registries that mirror only one platform lack the binaries of
// the others, and npm then writes a lock file that `npm ci` refuses.
const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];
const oxlint = ['exec', '--yes', '--package=oxlint@1.94.0', '--', 'oxlint', '--quiet'];

const steps = {
  types: tool('typescript/bin/tsc', '-b'),
  lint: [npm[0], [...npm.slice(1), ...oxlint]],
  format: tool('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'),
  layers: tool(
    'vitest/vitest.mjs',
    ...['run', '--config', 'tests/vitest.config.ts', '--project', 'architecture'],
  ),
};

await asScript(import.meta.url, async () => {
  const failed = [];
  for (const [name, [command, args]] of Object.entries(steps)) {
    const started = performance.now();
    const code = await runForeground(command, args);
    say(`${name}: ${code === 0 ? 'ok' : 'FAILED'} in ${seconds(started)}`);
    if (code !== 0) failed.push(name);
  }
  return failed.length === 0 ? 0 : 1;
});
