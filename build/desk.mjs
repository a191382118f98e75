// `npm run --silent desk -- SUBCOMMAND`: the command line tools, built first where they are stale.
import { pathToFileURL } from 'node:url';
import { ensureReadyForNode } from './launch.mjs';
import { asScript } from './narrate.mjs';
import { here } from './places.mjs';
import { targets } from './targets.mjs';

let ready = false;
await asScript(import.meta.url, async () => {
  await ensureReadyForNode(['desk', 'reader']);
  ready = true;
});

// In this very process: signals, stdin and the exit code are the tool's own, and it starts sooner.
if (ready) {
  const program = here(targets.desk.output);
  process.argv[1] = program;
  process.exitCode = undefined;
  await import(pathToFileURL(program).href);
}
