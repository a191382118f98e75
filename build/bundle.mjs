// Builds what is stale: `npm run build`, or `npm run build -- main desk`.
import { existsSync } from 'node:fs';
import { asScript, Refusal, say, seconds } from './narrate.mjs';
import { here, root } from './places.mjs';
import { fingerprint, isStale, stampBuilt } from './staleness.mjs';
import { targets } from './targets.mjs';

// A new bundler or other settings make other bundles of the same sources.
const settings = ['package.json', 'package-lock.json', 'build/targets.mjs'];

/** Whether there is anything to build the target from: a checkout may have no benchmark. */
export const isWritten = (name) => existsSync(here(targets[name].entry));

/** Builds those of the named targets whose sources changed since they were built. */
export async function ensureBuilt(names) {
  const prints = names.map((name) => fingerprint(root, [...targets[name].inputs, ...settings]));
  const stale = names.filter((name, i) => isStale(here(targets[name].output), prints[i]));
  if (stale.length === 0) return;
  for (const name of stale) {
    if (isWritten(name)) continue;
    throw new Refusal(`Cannot build "${name}": ${targets[name].entry} does not exist.`);
  }
  const started = performance.now();
  await inProduction(() =>
    Promise.all(
      stale.map(async (name) => {
        await bundle(name);
        stampBuilt(here(targets[name].output), prints[names.indexOf(name)]);
      }),
    ),
  );
  say(`built ${stale.join(', ')} in ${seconds(started)}`);
}

async function bundle(name) {
  const { build } = await import('vite');
  const target = targets[name];
  try {
    await build(await target.config(target));
  } catch (error) {
    throw new Refusal(`"${name}" could not be built: ${error.message}`);
  }
}

/** Vite leaves NODE_ENV at "production", with which tests started from here would find no React.act. */
async function inProduction(work) {
  const { NODE_ENV } = process.env;
  process.env.NODE_ENV = 'production';
  try {
    await work();
  } finally {
    if (NODE_ENV === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = NODE_ENV;
  }
}

await asScript(import.meta.url, async (args) => {
  const unknown = args.filter((name) => !Object.hasOwn(targets, name));
  if (unknown.length > 0) {
    const known = Object.keys(targets).join(', ');
    throw new Refusal(
      `There is no build target "${unknown.join('", "')}". There are: ${known}.`,
      2,
    );
  }
  await ensureBuilt(args.length > 0 ? args : Object.keys(targets).filter(isWritten));
});
