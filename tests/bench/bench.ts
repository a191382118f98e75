// `npm run --silent bench [-- NAME …]`: measures, and prints one JSON document.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from './cache-folder.ts';
import { machineFacts } from './machine.ts';
import type { Bench, Measure } from './measure.ts';
import { quitAll } from './window/electron-window.ts';
import { failedResult, resultOf, type Result } from './results.ts';

// The bundler fills this in, so that a new measure is one new file.
const found = import.meta.glob<Measure>('./measures/*.ts', { eager: true, import: 'measure' });
const measures = Object.values(found);

/** Longer than any run takes. */
const ABANDONED_MS = 3_600_000;

function say(line: string): void {
  process.stderr.write(`bench: ${line}\n`);
}

async function main(names: readonly string[]): Promise<number> {
  const unknown = names.filter((name) => !measures.some((measure) => measure.name === name));
  if (unknown.length > 0) {
    say(`There is no measure "${unknown.join('", "')}". There are:`);
    for (const { name } of measures) say(`  ${name}`);
    return 2;
  }
  const wanted = measures.filter(({ name }) => names.length === 0 || names.includes(name));
  const work = workFolder();
  const results: Result[] = [];
  for (const measure of wanted) results.push(await taken(measure, join(work, measure.name)));
  console.log(JSON.stringify({ results, machine: machineFacts() }, null, 2));
  return results.some((result) => result.error !== undefined) ? 1 : 0;
}

async function taken(measure: Measure, work: string): Promise<Result> {
  const started = performance.now();
  const bench: Bench = {
    folder: (name) => {
      const folder = join(work, name);
      mkdirSync(folder, { recursive: true });
      return folder;
    },
    say: (line) => say(`  ${line}`),
  };
  say(`${measure.name} …`);
  try {
    const result = resultOf(measure, await measure.take(bench));
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    say(
      `${measure.name}: ${result.value} ${result.unit} beside ${result.baseline}, ` +
        `${result.ratio} times (budget ${result.budget}), ${seconds} s`,
    );
    return result;
  } catch (error) {
    say(`${measure.name} could not be measured: ${error instanceof Error ? error.stack : error}`);
    return failedResult(measure, error);
  } finally {
    await quitAll();
  }
}

/**
 * Removed at the very end: helpers of a window that just closed still write into its profile. What a
 * killed run left behind goes with a later one.
 */
function workFolder(): string {
  const works = cacheFolder('work');
  mkdirSync(works, { recursive: true });
  for (const left of readdirSync(works)) {
    const folder = join(works, left);
    if (Date.now() - statSync(folder).mtimeMs > ABANDONED_MS) remove(folder);
  }
  const work = mkdtempSync(join(works, 'run-'));
  process.once('exit', () => remove(work));
  return work;
}

function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

process.exitCode = await main(process.argv.slice(2));
