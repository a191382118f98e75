import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/desk-at-work.ts';
import { keepNewest, kitStamp, putOnShelf } from '#main/electron/kit-shelf.ts';

const PDF = Buffer.from('%PDF-1.7 invented');
const stamp = (minute: number) => `2026-03-03 12:${String(minute).padStart(2, '0')}:33`;

test('a kit is named by its time on the center’s clock, and is nobody else’s to read', async () => {
  const folder = join(temporaryFolder(), 'center-paper');
  const file = await putOnShelf(
    PDF,
    folder,
    kitStamp('2026-03-03T18:07:33.000Z', 'America/Chicago'),
  );
  expect(file).toBe(join(folder, 'caredesk-kit-2026-03-03-120733.pdf'));
  expect(readFileSync(file)).toEqual(PDF);
  if (process.platform === 'win32') return;
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
});

test('the last four stay, and nothing that is no kit is touched', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'caredesk-kit-of-last-year.pdf'), 'kept by hand');
  mkdirSync(join(folder, 'caredesk-kit-folder'));
  for (const minute of [5, 1, 4, 2, 3, 6]) await putOnShelf(PDF, folder, stamp(minute));
  await keepNewest(folder, 4);
  expect(readdirSync(folder).sort()).toEqual(
    [
      ...[3, 4, 5, 6].map((minute) => `caredesk-kit-2026-03-03-120${minute}33.pdf`),
      'caredesk-kit-folder',
      'caredesk-kit-of-last-year.pdf',
    ].sort(),
  );
  await keepNewest(folder, 4);
  expect(readdirSync(folder)).toHaveLength(6);
});

test('nothing half written is left on the shelf', async () => {
  const folder = temporaryFolder();
  await putOnShelf(PDF, folder, stamp(1));
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
});
