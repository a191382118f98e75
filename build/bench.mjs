// `npm run --silent bench -- …`: measures the built application; stdout is the answer, JSON.
import { ensureReady, onScreen, runForeground } from './launch.mjs';
import { asScript } from './narrate.mjs';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { here } from './places.mjs';
import { application, targets } from './targets.mjs';

// Windows of the benchmark's own; node_modules/.cache, because nothing here belongs into a package.
const windows = {
  sources: here('tests/bench/bare-window'),
  output: here('node_modules/.cache/caredesk-bench/windows'),
  programs: {
    main: here('tests/bench/bare-window/main.ts'),
    preload: here('tests/bench/bare-window/preload.ts'),
    probe: here('tests/bench/window/probe.ts'),
  },
  pages: [
    here('tests/bench/bare-window/static.html'),
    here('tests/bench/bare-window/round-trip.html'),
    here('tests/bench/bare-window/pushed.html'),
  ],
};

/** The bare window to measure beside, and the probe: half a second, so they are never stale. */
async function buildWindows() {
  const { build } = await import('vite');
  const { default: react } = await import('@vitejs/plugin-react');
  const shared = { configFile: false, logLevel: 'warn', mode: 'production' };
  await build({
    ...shared,
    root: here(),
    build: {
      ssr: true,
      outDir: windows.output,
      emptyOutDir: true,
      rolldownOptions: {
        input: windows.programs,
        external: ['electron', /^node:/],
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  });
  await build({
    ...shared,
    root: windows.sources,
    base: './',
    plugins: [react()],
    build: {
      outDir: `${windows.output}/pages`,
      emptyOutDir: true,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: windows.pages },
    },
  });
}

/**
 * An engine to measure beside. Its native package is one for each platform, and npm writes a lock file
 * that `npm ci` refuses where a registry mirrors only some of them; so it is not in ours.
 */
function fetchRivalEngine() {
  const folder = here('node_modules/.cache/caredesk-bench/engines');
  if (existsSync(`${folder}/node_modules/@gorules/zen-engine`)) return;
  mkdirSync(folder, { recursive: true });
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const install = ['install', '--prefix', folder, '--no-package-lock', '--ignore-scripts'];
  // Standard output is the answer, and npm writes there.
  spawnSync(npm[0], [...npm.slice(1), ...install, '@gorules/zen-engine@0.54.0'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

await asScript(import.meta.url, async (args) => {
  await ensureReady([...application, 'desk', 'bench']);
  fetchRivalEngine();
  await buildWindows();
  return runForeground(...onScreen(process.execPath, [here(targets.bench.output), ...args]));
});
