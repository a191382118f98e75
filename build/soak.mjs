// `npm run --silent soak -- …`: a simulated week through the real window; stdout is the answer, JSON.
import { ensureReady, onScreen, runForeground } from './launch.mjs';
import { asScript } from './narrate.mjs';
import { here } from './places.mjs';
import { application, targets } from './targets.mjs';

const probe = {
  sources: here('tests/soak/soak-probe.ts'),
  output: here('node_modules/.cache/caredesk-bench/soak'),
};

/** What Electron loads before the console; a blink, so it is never stale. */
async function buildProbe() {
  const { build } = await import('vite');
  await build({
    configFile: false,
    logLevel: 'warn',
    mode: 'production',
    root: here(),
    build: {
      ssr: true,
      minify: false,
      outDir: probe.output,
      emptyOutDir: true,
      rolldownOptions: {
        input: { 'soak-probe': probe.sources },
        external: ['electron', /^node:/],
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  });
}

await asScript(import.meta.url, async (args) => {
  await ensureReady([...application, 'soak']);
  await buildProbe();
  return runForeground(...onScreen(process.execPath, [here(targets.soak.output), ...args]));
});
