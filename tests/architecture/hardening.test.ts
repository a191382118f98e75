import { expect, test } from 'vitest';
import { FORBIDDEN } from '../support/forbidden-code.ts';
import { moduleOf, sourceModules } from '../support/source-modules.ts';

const modules = sourceModules(['shared', 'db', 'main', 'renderer']);

test.each(FORBIDDEN)('$never', ({ pattern, but = [] }) => {
  const found = modules.filter(({ code }) => pattern.test(code)).map(({ path }) => path);
  // A place that is allowed and no longer needed would hide the next one.
  expect(found.filter((path) => !but.some((allowed) => path.startsWith(allowed)))).toEqual([]);
  for (const allowed of but)
    expect(
      found.some((path) => path.startsWith(allowed)),
      `${allowed} does not need it any more`,
    ).toBe(true);
});

test.each(
  FORBIDDEN.flatMap(({ never, pattern, offence }) =>
    offence.map((code) => [never, code, pattern] as const),
  ),
)('that %s is seen in: %s', (_never, code, pattern) => {
  expect(pattern.test(moduleOf('main/invented.ts', code).code)).toBe(true);
});

test('every window is given what every page of ours may do, and nothing instead of it', () => {
  const windows = modules.flatMap(({ path, code }) =>
    [...code.matchAll(/new BrowserWindow\(\{[^]*?\n\s*\}\)/g)].map(([text]) => ({ path, text })),
  );
  expect(windows.length).toBeGreaterThanOrEqual(3);
  for (const { path, text } of windows) {
    expect(text, path).toMatch(/webPreferences: (safePage\(|\{\s*\.\.\.safePage\()/);
    // What follows the spread could take a lock off again.
    const own = [...text.matchAll(/^\s+(\w+):/gm)].map(([, name]) => name ?? '');
    expect(
      own.filter((name) => LOCKS.includes(name)),
      path,
    ).toEqual([]);
  }
});

const LOCKS = [
  'preload',
  'sandbox',
  'contextIsolation',
  'nodeIntegration',
  'webviewTag',
  'spellcheck',
  'webSecurity',
  'allowRunningInsecureContent',
  'experimentalFeatures',
  'enableBlinkFeatures',
  'nodeIntegrationInWorker',
  'nodeIntegrationInSubFrames',
  'partition',
  'session',
];
