import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { INVENTED_MAPPING } from '../support/import-examples.ts';
import { cleanInBothThemes } from './support/access.ts';
import { seedCenter, signOn } from './support/center.ts';
import { centerFolder, press, profileFolder, startConsole } from './support/console.ts';
import { importMeans } from '#main/desk/import/import-means.ts';
import { importPastCalls } from '#main/desk/import/import-past-calls.ts';
import { openMapped } from '#main/desk/import/open-export.ts';
import { openDesk } from '#main/desk/open-desk.ts';

/** Invented calls, one minute after the other; every tenth row cannot be read. */
function exported(header: string, rows: number): string {
  const calls = Array.from({ length: rows }, (_, n) => {
    const at = new Date(Date.UTC(2031, 4, 6) + n * 60_000).toISOString().slice(0, 16);
    const received = n % 10 === 9 ? 'no time' : at.replace('T', ' ');
    return `${n},${received},Welfare check,${n} Example St,Gone on arrival,Somebody ${n}`;
  });
  return [header, ...calls].join('\n');
}

/** As if the power had gone after the first chunk of an import. */
async function cutShort(profile: string): Promise<void> {
  const file = join(profile, 'may.csv');
  writeFileSync(file, exported('No,Call,Kind,Address,Ended,Caller', 100));
  const folder = centerFolder(profile);
  const desk = openDesk({ folder });
  const from = await openMapped(file, INVENTED_MAPPING);
  await importPastCalls(desk, from, importMeans(desk, folder, INVENTED_MAPPING), {
    pace: { rows: 40, ms: 60_000 },
    isStopped: () => true,
  });
  desk.close();
}

test('a supervisor goes on with an import that was cut short, looks at a file and takes it', async () => {
  const profile = profileFolder();
  seedCenter(profile);
  await cutShort(profile);
  const file = join(profile, 'june.csv');
  writeFileSync(file, exported('Incident No,Received,Nature,Address,Disposition,Caller', 40));
  const { page, complaints, close } = await startConsole(profile);
  await signOn(page, 'Sam');
  await page.locator('.console').waitFor();
  await press(page, 'g', 'x');
  const screen = page.getByRole('main', { name: 'Import of earlier calls' });
  await expect(screen.getByRole('row', { name: /may\.csv/ })).toContainText('cut short');
  await cleanInBothThemes(page, 'earlier imports');
  await press(page, 'r');
  await expect(screen).toContainText('100 rows: 90 taken over, 10 rejected.');

  await screen.locator('#import-choose input').setInputFiles(file);
  await expect(screen).toContainText('All 40 rows of the file');
  const rejected = screen.getByRole('list', { name: 'Rejected rows (4)' });
  await expect(rejected).toContainText('line 11');
  const column = screen.getByRole('row', { name: /Nature/ }).getByRole('combobox');
  await expect(column).toHaveValue('type');
  await column.selectOption('');
  await expect(screen).toContainText('CALL');
  // All choices are there once somebody is about to choose.
  await column.focus();
  await column.selectOption('type');
  const sample = screen.getByRole('region', { name: 'Rows as they' });
  await expect(sample).toContainText('Welfare check');
  await screen.getByLabel('Save these columns as').fill('County export');
  await press(page, 'Enter');
  await expect(screen).toContainText('Known by its columns: “County export”');
  await cleanInBothThemes(page, 'import preview');
  await screen.getByRole('button', { name: 'Take over 36 calls' }).press('Enter');
  await expect(screen).toContainText('40 rows: 36 taken over, 4 rejected.');
  await cleanInBothThemes(page, 'import done');
  expect(complaints).toEqual([]);
  await close();
});
