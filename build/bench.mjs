// `npm run --silent bench -- …`: measures the built application; stdout is the answer, JSON.
import { ensureReady, onScreen, runForeground } from './launch.mjs';
import { asScript } from './narrate.mjs';
import { here } from './places.mjs';
import { application, targets } from './targets.mjs';

await asScript(import.meta.url, async (args) => {
  await ensureReady([...application, 'bench']);
  return runForeground(...onScreen(process.execPath, [here(targets.bench.output), ...args]));
});
