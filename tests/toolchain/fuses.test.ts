import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readFuses } from '../support/fuse-wire.ts';
import { onFallback } from '../../build/electron-runtime.mjs';
import { ROOT } from '../support/source-modules.ts';

const wire = (version: number, length: number, states: string) =>
  Buffer.concat([
    Buffer.from('program dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
    Buffer.from([version, length]),
    Buffer.from(`${states} more program`),
  ]);

test('fuses are read from where an executable keeps them', () => {
  expect(readFuses(wire(1, 8, '0100110r'))).toEqual({
    runAsNode: 'off',
    enableCookieEncryption: 'on',
    enableNodeOptionsEnvironmentVariable: 'off',
    enableNodeCliInspectArguments: 'off',
    enableEmbeddedAsarIntegrityValidation: 'on',
    onlyLoadAppFromAsar: 'on',
    loadBrowserProcessSpecificV8Snapshot: 'off',
    grantFileProtocolExtraPrivileges: 'removed',
  });
});

test.each([
  ['no wire', Buffer.from('a program')],
  ['another version', wire(2, 8, '01001100')],
  ['a wire too short', wire(1, 4, '0100')],
  ['a state that is none', wire(1, 8, '0100x100')],
])('%s is said', (_what, executable) => {
  expect(() => readFuses(executable)).toThrow(/fuse/);
});

test('a release sets every fuse there is, each to the safe side', () => {
  const settings = readFileSync(join(ROOT, 'electron-builder.yml'), 'utf8');
  const [, block = ''] = /^electronFuses:\n((?: {2}\w+: \w+\n)+)/m.exec(settings) ?? [];
  const set = Object.fromEntries(
    [...block.matchAll(/^ {2}(\w+): (true|false)$/gm)].map(([, k, v]) => [k, v]),
  );
  expect(set).toEqual({
    runAsNode: 'false',
    enableCookieEncryption: 'true',
    enableNodeOptionsEnvironmentVariable: 'false',
    enableNodeCliInspectArguments: 'false',
    enableEmbeddedAsarIntegrityValidation: 'true',
    onlyLoadAppFromAsar: 'true',
    loadBrowserProcessSpecificV8Snapshot: 'false',
    grantFileProtocolExtraPrivileges: 'false',
  });
  expect(Object.keys(set).sort()).toEqual(Object.keys(readFuses(wire(1, 8, '01001100'))).sort());
});

// Where the pinned one is installed it would build for minutes.
test.skipIf(!onFallback())('a release is refused on any runtime but the pinned one', () => {
  const script = join(ROOT, 'build/package.mjs');
  const run = spawnSync(process.execPath, [script, '--release'], { encoding: 'utf8' });
  expect(run.status).not.toBe(0);
  expect(run.stderr).toMatch(/A release needs Electron \d+\.\d+\.\d+/);
  expect(run.stdout).toBe('');
});
