import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { application, targets } from '../../build/targets.mjs';
import { ROOT } from '../support/source-modules.ts';

test('everything the application starts from is packaged, its threads too', () => {
  const settings = readFileSync(join(ROOT, 'electron-builder.yml'), 'utf8');
  const packaged = settings.split('\n').map((line) => line.trim());
  const folders = application.map((name: string) => dirname(targets[name].output));
  expect(folders.length).toBeGreaterThan(5);
  expect(folders.filter((folder: string) => !packaged.includes(`- ${folder}/**`))).toEqual([]);
});
