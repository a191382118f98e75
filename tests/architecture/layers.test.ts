import { expect, test } from 'vitest';
import { bannedWordIn, carries, IMPURE, LAYER_RULES } from '../support/layer-rules.ts';
import { moduleOf, sourceModules, type SourceModule } from '../support/source-modules.ts';

const modules = sourceModules(['shared', 'db', 'main', 'renderer']);
const byPath = new Map(modules.map((module) => [module.path, module]));
const inLayer = (layer: string) => modules.filter(({ path }) => path.startsWith(`${layer}/`));

test('the sources were really read', () => {
  expect(modules.length).toBeGreaterThanOrEqual(80);
  expect(modules.flatMap((module) => module.imports).length).toBeGreaterThan(modules.length);
});

test('every import of our own leads to a file that was read', () => {
  // An import the parser misreads would otherwise pass every rule below unseen.
  const lost = modules.flatMap(({ path, imports }) =>
    imports
      .filter(({ to, ours }) => ours && /\.tsx?$/.test(to) && !byPath.has(to))
      .map(({ to }) => `${path} → ${to}`),
  );
  expect(lost).toEqual([]);
  const unnamed = modules.flatMap(({ path, imports }) =>
    imports.filter(({ to, ours }) => ours && !/\.\w+$/.test(to)).map(({ to }) => `${path} → ${to}`),
  );
  expect(unnamed, 'imports of our own files name their extension').toEqual([]);
});

test.each(LAYER_RULES)('$layer imports only what stands below it', ({ layer, deny }) => {
  const seen = inLayer(layer).flatMap((from) => from.imports.map((to) => ({ from, to })));
  expect(seen.length, `the rule for ${layer} saw no import`).toBeGreaterThan(0);
  expect(seen.map(({ from, to }) => deny(from, to)).filter((said) => said !== null)).toEqual([]);
});

test('every source file belongs to a layer with a rule', () => {
  const homeless = modules.filter(
    ({ path }) => !LAYER_RULES.some(({ layer }) => path.startsWith(`${layer}/`)),
  );
  expect(homeless.map(({ path }) => path)).toEqual([]);
});

const offences: readonly (readonly [layer: string, offence: string])[] = [
  ['shared', "import { readFile } from 'node:fs';"],
  ['shared', "import type { Database } from '#db/open-database.ts';"],
  ['db', "import { app } from 'electron';"],
  ['db', "import type { Desk } from '#main/desk/desk.ts';"],
  ['main/desk', "const { app } = await import('electron');"],
  ['main/desk', "import BetterSqlite3 from 'better-sqlite3';"],
  ['main/desk', "import { openWindow } from '../electron/window.ts';"],
  ['main/desk', "import { keepLines } from '#main/intake/keep-lines.ts';"],
  ['main/intake', "import { openDatabase } from '#db/open-database.ts';"],
  ['main/intake', "import { openWindow } from '../electron/window.ts';"],
  ['main/cli', "import { app } from 'electron';"],
  ['main/electron', "import { openDatabase } from '#db/open-database.ts';"],
  ['main/preload', "import { join } from 'node:path';"],
  ['renderer', "import {\n  openDatabase,\n  statement,\n} from '#db/open-database.ts';"],
  ['renderer', "export * from 'node:path';"],
  ['renderer', "import 'electron';"],
];

test.each(offences)('the rule for %s catches: %s', (layer, offence) => {
  const module = moduleOf(`${layer}/invented.ts`, `${offence}\nexport const one = 1;\n`);
  const { deny } = LAYER_RULES.find((rule) => rule.layer === layer)!;
  expect(module.imports).toHaveLength(1);
  expect(deny(module, module.imports[0]!)).toContain('may not');
});

test('a forbidden import is told in words a newcomer understands', () => {
  const module = moduleOf('renderer/queue/queue.tsx', "import { findCall } from '#db/board/x.ts';");
  const { deny } = LAYER_RULES.find((rule) => rule.layer === 'renderer')!;
  expect(deny(module, module.imports[0]!)).toMatch(
    /^renderer\/queue may not reach db; ask main through shared\/contract/,
  );
});

test('shared takes time, chance and settings as arguments', () => {
  const found = inLayer('shared').flatMap(({ path, code }) =>
    IMPURE.filter(([pattern]) => pattern.test(code)).map(([, why]) => `${path}: ${why}`),
  );
  expect(found).toEqual([]);
});

test.each([
  'const at = Date.now();',
  'const at = new Date( );',
  'const id = Math.random();',
  'const id = crypto.randomUUID();',
  'const zone = process.env.TZ;',
])('impure code in shared is seen: %s', (code) => {
  const module = moduleOf('shared/invented.ts', code);
  expect(IMPURE.some(([pattern]) => pattern.test(module.code))).toBe(true);
});

test('a date made from a given instant, and a comment about the clock, are not impure', () => {
  const code = '// Date.now() is for main\nconst at = new Date(Date.parse(now)).toISOString();';
  const module = moduleOf('shared/invented.ts', code);
  expect(IMPURE.filter(([pattern]) => pattern.test(module.code))).toEqual([]);
});

test('zod never reaches the window: the renderer imports the contract as types only', () => {
  const carrying = modules.filter((module) => carries(module, 'zod', byPath) !== null);
  expect(
    carrying.map(({ path }) => path),
    'the rule saw no module with zod',
  ).toContain('shared/contract/console-contract.ts');
  const chains = inLayer('renderer')
    .map((module) => carries(module, 'zod', byPath))
    .filter((chain) => chain !== null);
  expect(chains.map((chain) => chain.join(' → '))).toEqual([]);
});

test('zod is noticed through two files, and not through a type', () => {
  const invented: readonly SourceModule[] = [
    moduleOf('renderer/a.ts', "import { b } from '#shared/b.ts';"),
    moduleOf('renderer/t.ts', "import type { B } from '#shared/b.ts';"),
    moduleOf('shared/b.ts', "export { c } from './c.ts';"),
    moduleOf('shared/c.ts', "import { z } from 'zod';"),
  ];
  const all = new Map(invented.map((module) => [module.path, module]));
  expect(carries(invented[0]!, 'zod', all)).toEqual([
    'renderer/a.ts',
    'shared/b.ts',
    'shared/c.ts',
    'zod',
  ]);
  expect(carries(invented[1]!, 'zod', all)).toBeNull();
});

test('no source file is longer than 300 lines', () => {
  const long = modules.filter(({ lines }) => lines > 300);
  expect(long.map(({ path, lines }) => `${path}: ${lines}`)).toEqual([]);
});

test('no file is named with a word that says nothing', () => {
  expect(modules.map(({ path }) => path).filter((path) => bannedWordIn(path) !== null)).toEqual([]);
  expect(bannedWordIn('renderer/queue/queue-helpers.ts')).toBe('helpers');
  expect(bannedWordIn('shared/lib/database-row.ts')).toBeNull();
});

test('nothing is exported without a name', () => {
  // Configurations are read by tools that insist on a default export; none lives in these folders.
  const nameless = modules.filter(({ code }) => /^export default\b|\bas default\b/m.test(code));
  expect(nameless.map(({ path }) => path)).toEqual([]);
  expect(/^export default\b/m.test('export default function queue() {}')).toBe(true);
});
