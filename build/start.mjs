// `npm start`: everything after `--` goes to the application.
import { executable } from './electron-runtime.mjs';
import { electronArguments, ensureReady, onScreen, runForeground } from './launch.mjs';
import { asScript } from './narrate.mjs';
import { application } from './targets.mjs';

await asScript(import.meta.url, async (args) => {
  await ensureReady(application);
  return runForeground(...onScreen(executable, [...electronArguments(), ...args]));
});
