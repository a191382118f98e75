// After `npm ci`: an Electron that runs, and a SQLite that both it and Node can load.
import { ensureRuntime } from './electron-runtime.mjs';
import { asScript, Refusal, say, UNTRUSTED } from './narrate.mjs';
import { ensureNativeBuild } from './native-build.mjs';

await asScript(import.meta.url, async () => {
  for (const step of [() => ensureRuntime({ thorough: true }), ensureNativeBuild]) {
    try {
      await step();
    } catch (error) {
      if (!(error instanceof Refusal) || error.exitCode === UNTRUSTED) throw error;
      // The packages themselves are in place, and `npm start` and `npm test` try this step again:
      // failing here would make npm undo the whole installation of an offline computer.
      say(error.message);
    }
  }
});
