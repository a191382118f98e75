import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../support/source-modules.ts';

interface Locked {
  readonly version: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
}

const read = (name: string) => readFileSync(join(ROOT, name), 'utf8');
const asked = JSON.parse(read('package.json')) as {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly allowScripts: Readonly<Record<string, boolean>>;
};
const direct = { ...asked.dependencies, ...asked.devDependencies };
const { packages } = JSON.parse(read('package-lock.json')) as {
  readonly packages: Readonly<Record<string, Locked>>;
};
const locked = Object.entries(packages).filter(([path]) => path !== '');

test('every direct dependency is one exact version', () => {
  expect(Object.keys(direct).length).toBeGreaterThan(30);
  const loose = Object.entries(direct).filter(
    ([, version]) => !/^(npm:[@\w/.-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
  );
  expect(loose).toEqual([]);
});

test('every package of the lock file has a SHA-512, and none comes from beside the registry', () => {
  expect(locked.length).toBeGreaterThan(300);
  const unsure = locked.filter(
    ([, { integrity, resolved, link }]) =>
      !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? '') ||
      resolved !== undefined ||
      link === true,
  );
  expect(unsure.map(([path]) => path)).toEqual([]);
});

test('no package runs a script of its own when it is installed', () => {
  const scripted = locked.filter(([, { hasInstallScript }]) => hasInstallScript === true);
  for (const [path] of scripted)
    expect(asked.allowScripts[path.split('node_modules/').at(-1) ?? ''], path).toBe(false);
  expect(Object.values(asked.allowScripts)).not.toContain(true);
});

test('the page about dependencies names each of them as it is', () => {
  const rows = [...read('docs/dependencies.md').matchAll(/^\| `([^`]+)` +\|(.*)\|$/gm)].map(
    ([, name = '', rest = '']) => [name, rest.split('|').map((cell) => cell.trim())] as const,
  );
  expect(rows.map(([name]) => name).sort()).toEqual(Object.keys(direct).sort());
  for (const [name, [version, license, what, where, keeper, integrity]] of rows) {
    const {
      version: pinned,
      license: theirs,
      integrity: hash = '',
    } = packages[`node_modules/${name}`]!;
    expect([version, license], name).toEqual([pinned, theirs]);
    expect(`\`${hash.slice(0, 27)}…\``, name).toBe(integrity);
    expect(what, name).toMatch(/\w{3}/);
    expect(keeper, name).toMatch(/\w{3}/);
    expect(['with the program', 'bundled', 'build', 'tests', 'bench', 'types']).toContain(where);
  }
  expect(read('docs/dependencies.md')).toContain(`all ${locked.length} packages`);
});
