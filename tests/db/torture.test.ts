import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build } from 'vite';
import { ROOT } from '../support/source-modules.ts';

let bundle: string;

// Node 20 cannot run our sources, and the bundle has to stand where the native package is found.
beforeAll(async () => {
  const cache = join(ROOT, 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  bundle = mkdtempSync(join(cache, 'torture-'));
  const { NODE_ENV } = process.env;
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    ssr: {
      target: 'node',
      noExternal: true,
      external: ['better-sqlite3', '@playwright/test', 'electron'],
    },
    build: {
      ssr: join(import.meta.dirname, '../torture/torture.ts'),
      target: 'node20.18',
      outDir: bundle,
      minify: false,
      rolldownOptions: { output: { format: 'es', entryFileNames: 'torture.mjs' } },
    },
  });
  // The build leaves NODE_ENV at "production" for whoever runs after it.
  if (NODE_ENV === undefined) delete process.env['NODE_ENV'];
  else process.env['NODE_ENV'] = NODE_ENV;
});

afterAll(() => rmSync(bundle, { recursive: true, force: true }));

// The long form is `npm run torture`; both are one program.
test('killed at random moments under load, a desk loses nothing it acknowledged and does nothing by half', () => {
  const args = [join(bundle, 'torture.mjs'), '--short', '--kills', '10', '--seconds', '60'];
  const ran = spawnSync(process.execPath, args, { encoding: 'utf8', cwd: ROOT });
  const { faults } = JSON.parse(ran.stdout) as {
    faults: readonly {
      fault: string;
      runs: number;
      acknowledged: number;
      lost: number;
      halfApplied: number;
      notes: string[];
    }[];
  };
  for (const { fault, runs, lost, halfApplied, notes } of faults) {
    expect(runs, fault).toBeGreaterThan(0);
    expect({ lost, halfApplied }, `${fault}: ${notes.join('; ')}`).toEqual({
      lost: 0,
      halfApplied: 0,
    });
  }
  expect(faults[0]?.acknowledged).toBeGreaterThan(50);
  expect(ran.status, ran.stderr).toBe(0);
});

test('what it does not understand it says, and does nothing', () => {
  const ran = spawnSync(process.execPath, [join(bundle, 'torture.mjs'), '--kills', 'many']);
  expect(ran.status).toBe(2);
});
