import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../import/import-folder.ts';
import { deccFile, deccRow } from '../import/invented-exports.ts';

// `npm test` builds it first; under another runner it may be missing.
const PROGRAM = join(import.meta.dirname, '../../out/desk/desk.js');
const built = existsSync(PROGRAM);
if (!built)
  process.stderr.write('SKIPPED: the built command line (out/desk/desk.js) is missing.\n');

describe.skipIf(!built)('the built command line', () => {
  const desk = (cwd: string, ...args: string[]) =>
    spawnSync(process.execPath, [PROGRAM, ...args], { cwd, encoding: 'utf8' });

  test('answers on stdout, complains on stderr, and takes paths from where it is called', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'week.csv'), deccFile(deccRow(), 'oops'));
    const first = desk(folder, 'import', 'week.csv', '--data', 'data');
    expect(first.status).toBe(1);
    expect(JSON.parse(first.stdout)).toMatchObject({
      rows: 2,
      imported: 1,
      rejected: [{ line: 3 }],
    });
    expect(first.stderr).toContain('week.csv, line 3: has 1 column where the header names');

    const audit = desk(folder, 'audit', '--data', 'data');
    expect([audit.status, audit.stderr]).toEqual([0, '']);
    expect(JSON.parse(audit.stdout)).toMatchObject({ events: 1, chain: 'intact' });

    const route = desk(folder, 'route', '--data', 'data');
    expect(JSON.parse(route.stdout)).toMatchObject({ calls: 1, behavioral: 1 });
    expect(desk(folder, 'import', 'week.csv').status).toBe(2);
  });
});
