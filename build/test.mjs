// `npm test`: everything. `-- --unit` or `-- --e2e` for one part, `-- --packaged` to drive the
// packaged application too through the stories that packing could break,
// `-- WORD` for the test files whose path contains the word.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { isWritten } from './bundle.mjs';
import { ensureReady, ensureReadyForNode, onScreen, runForeground } from './launch.mjs';
import { asScript, Refusal, say } from './narrate.mjs';
import { buildUnpacked } from './package.mjs';
import { here, readJson, root } from './places.mjs';
import {
  add,
  closingLine,
  nothing,
  playwrightTally,
  runTally,
  succeeded,
  vitestTally,
} from './tally.mjs';
import { hasDisplay } from './system-libraries.mjs';
import { application } from './targets.mjs';

const options = ['--unit', '--e2e', '--packaged'];

/**
 * What works from the source tree and may not from an archive: the native module, further pages and their
 * print, workers, the policy and areas that ship, the sandbox, two processes on one folder. The other
 * stories would only drive the same compiled code twice.
 */
const brokenByPacking = [
  'copies',
  'dispatcher',
  'first-run',
  'intake-lines',
  'map',
  'outage',
  'power-cut',
  'trust',
  'wall-board',
  'what-if',
];

await asScript(import.meta.url, async (args) => {
  const unknown = args.filter((arg) => arg.startsWith('-') && !options.includes(arg));
  if (unknown.length > 0) {
    throw new Refusal(`npm test knows ${options.join(', ')} and words; not ${unknown[0]}.`, 2);
  }
  const words = args.filter((arg) => !arg.startsWith('-'));
  const reports = mkdtempSync(join(tmpdir(), 'caredesk-test-'));
  // Centers that tests and stories set up go with it.
  process.env.TMPDIR = reports;
  try {
    const total = await runAll(new Set(args), words, reports);
    if (total.passed + total.failed === 0) say('no test ran, so nothing is proved');
    for (const red of total.red) say(`failed: ${red}`);
    process.stdout.write(`${closingLine(total)}\n`);
    return succeeded(total) ? 0 : 1;
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
});

async function runAll(asked, words, reports) {
  const stories = asked.has('--unit') ? [] : storyFiles(words);
  // Without stories no window opens, so half an application is enough to test its parts.
  if (stories.length > 0) await ensureReady([...application, 'desk']);
  else await ensureReadyForNode(['desk', 'listener', 'reader', 'copies'].filter(isWritten));

  let total = nothing;
  if (!asked.has('--e2e')) total = add(total, await runVitest(words, join(reports, 'unit.json')));
  if (stories.length > 0) {
    say('driving the built application');
    total = add(total, await runPlaywright(stories, join(reports, 'e2e')));
  }
  if (stories.length > 0 && asked.has('--packaged')) {
    const { executable } = await buildUnpacked({ drivable: true });
    say(`driving the packaged application, ${relative(root, executable)}`);
    const env = { CAREDESK_PACKAGED: executable };
    const packaged = stories.filter((path) => brokenByPacking.includes(basename(path, '.test.ts')));
    if (packaged.length > 0)
      total = add(total, await runPlaywright(packaged, join(reports, 'packaged'), env));
  }
  return total;
}

function storyFiles(words) {
  if (!existsSync(here('tests/e2e'))) return [];
  return readdirSync(here('tests/e2e'), { recursive: true })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => `tests/e2e/${name}`)
    .filter((path) => words.length === 0 || words.some((word) => path.includes(word)));
}

async function runVitest(words, report) {
  const code = await runForeground(process.execPath, [
    here('node_modules/vitest/vitest.mjs'),
    ...['run', '--config', 'tests/vitest.config.ts', '--passWithNoTests', ...words],
    ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
  ]);
  return runTally(code, existsSync(report) ? vitestTally(readJson(report)) : undefined);
}

/** Stories mostly wait: where screens are virtual, two run at once, each at a screen and keyboard of its own. */
async function runPlaywright(files, reports, env = {}) {
  const shares = hasDisplay() || files.length === 1 ? 1 : 2;
  const tallies = await Promise.all(
    Array.from({ length: shares }, (_, nth) =>
      runShare(files, `${nth + 1}/${shares}`, nth, join(reports, `${nth}.json`), env),
    ),
  );
  return tallies.reduce(add);
}

async function runShare(files, shard, nth, report, env) {
  mkdirSync(dirname(report), { recursive: true });
  const command = [
    here('node_modules/@playwright/test/cli.js'),
    ...['test', '--config', 'tests/e2e/playwright.config.ts', `--shard=${shard}`, ...files],
  ];
  const code = await runForeground(...onScreen(process.execPath, command, nth), {
    env: {
      ...env,
      CAREDESK_TEST_REPORT: report,
      CAREDESK_TEST_RESULTS: here(`test-results/${nth}`),
    },
  });
  return runTally(code, existsSync(report) ? playwrightTally(readJson(report)) : undefined);
}
