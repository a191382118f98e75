// `npm run --silent torture -- …`: every fault, against the built desk; stdout is the answer, JSON.
import { ensureReady, onScreen, runForeground } from './launch.mjs';
import { asScript } from './narrate.mjs';
import { here } from './places.mjs';
import { application, targets } from './targets.mjs';

await asScript(import.meta.url, async (args) => {
  await ensureReady([...application, 'torture']);
  return runForeground(...onScreen(process.execPath, [here(targets.torture.output), ...args]));
});
