import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { appFileOf } from '#main/electron/app-file.ts';

const OUT = join('/opt', 'caredesk', 'out');

test.each([
  ['app://caredesk/index.html', ['renderer', 'index.html'], 'text/html; charset=utf-8'],
  [
    'app://caredesk/assets/a-1.js',
    ['renderer', 'assets', 'a-1.js'],
    'text/javascript; charset=utf-8',
  ],
  ['app://caredesk/pages/wall.html', ['pages', 'wall.html'], 'text/html; charset=utf-8'],
  ['app://caredesk/a/../index.html?x#y', ['renderer', 'index.html'], 'text/html; charset=utf-8'],
  ['app://caredesk/../main/a.js', ['renderer', 'main', 'a.js'], 'text/javascript; charset=utf-8'],
  [
    'app://caredesk/%2e%2e/main/a.js',
    ['renderer', 'main', 'a.js'],
    'text/javascript; charset=utf-8',
  ],
])('%s never leads out of its folder', (url, path, type) => {
  expect(appFileOf(url, OUT)).toEqual({ path: join(OUT, ...path), type });
});

test.each([
  'app://caredesk/',
  'app://caredesk/pages/',
  'app://caredesk/..%2fmain/index.js',
  'app://caredesk/..%2Fmain%2Findex.js',
  'app://caredesk/assets/..%2f..%2fmain/index.js',
  'app://caredesk/pages/..%2fmain/index.js',
  'app://caredesk/pages/%2e%2e%2f%2e%2e%2fpackage.json',
  'app://caredesk/%5c..%5c..%5cmain%5cindex.txt',
  'app://caredesk/etc/passwd',
  'app://caredesk//etc/hosts.conf',
  'app://caredesk/index.html%00',
  'app://caredesk/%00.js',
  'app://caredesk/%E0%A4%A.js',
  'app://caredesk/a.node',
  'app://caredesk/index.html:stream',
  'app://caredesk.example/index.html',
  'app://other/index.html',
  'app://caredesk@other/index.html',
])('%s is not found', (url) => {
  expect(appFileOf(url, OUT)).toBeNull();
});

test('no address leads out of the two folders, however it is written', () => {
  const parts = [
    '..',
    '.',
    '%2e%2e',
    '%2f',
    '/',
    '\\',
    '%5c',
    'pages',
    'renderer',
    'main',
    'index.js',
    '%00',
    '%',
  ];
  const path = fc.array(fc.oneof(fc.constantFrom(...parts), fc.string({ maxLength: 4 })), {
    maxLength: 9,
  });
  fc.assert(
    fc.property(path, (steps) => {
      const url = `app://caredesk/${steps.join('')}`;
      fc.pre(URL.canParse(url));
      const found = appFileOf(url, OUT);
      if (found === null) return;
      const inside = ['renderer', 'pages'].some((folder) =>
        found.path.startsWith(join(OUT, folder) + '/'),
      );
      expect(inside && !found.path.split('/').includes('..')).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});
