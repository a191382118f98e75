import { expect, test } from 'vitest';
import { nameHere } from '../../build/apt.mjs';
import { missingLibraries, packagesFor } from '../../build/system-libraries.mjs';

const none = { libraries: [], xvfb: false, xauth: false, fonts: false };

test('nothing missing, nothing to install', () => {
  expect(packagesFor(none)).toEqual([]);
});

test('ldd names what is missing', () => {
  const said = [
    '\tlinux-vdso.so.1 (0x00007ffd)',
    '\tlibgtk-3.so.0 => not found',
    '\tlibnss3.so => /lib/x86_64-linux-gnu/libnss3.so (0x00007f)',
    '\tlibasound.so.2 => not found',
  ].join('\n');
  expect(missingLibraries(said)).toEqual(['libgtk-3.so.0', 'libasound.so.2']);
});

test('each library leads to the package that brings it, once', () => {
  const libraries = [
    'libgtk-3.so.0',
    'libpango-1.0.so.0',
    'libnss3.so',
    'libnspr4.so',
    'libsmime3.so',
    'libnssutil3.so',
    'libasound.so.2',
    'libgbm.so.1',
  ];
  expect(packagesFor({ ...none, libraries }).toSorted()).toEqual([
    'libasound2',
    'libgbm1',
    'libgtk-3-0',
    'libnss3',
  ]);
});

test('a computer without a screen or letters gets both', () => {
  expect(packagesFor({ ...none, xvfb: true, xauth: true, fonts: true })).toEqual([
    'xvfb',
    'xauth',
    'fonts-dejavu-core',
  ]);
});

test('a renamed library is asked for by the name this distribution knows', () => {
  const ubuntu = new Set(['libgtk-3-0t64', 'libnss3']);
  const known = (name: string) => ubuntu.has(name);
  expect(nameHere('libgtk-3-0', known)).toBe('libgtk-3-0t64');
  expect(nameHere('libnss3', known)).toBe('libnss3');
  expect(nameHere('libgtk-3-0', () => false)).toBe('libgtk-3-0');
});
