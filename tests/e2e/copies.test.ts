import { expect, test } from '@playwright/test';
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { violations } from './support/access.ts';
import { consoleAs, PASSPHRASE, signOn } from './support/center.ts';
import { press } from './support/console.ts';

test('a copy is made while the console runs, rehearsed, and put in force by two people', async () => {
  const { page, close, complaints } = await consoleAs('Ada', (seed) => {
    seed.incident('900 W Wilson Ave, Uptown');
  });
  const folder = join(mkdtempSync(join(tmpdir(), 'caredesk-copies-')), 'copies');
  await press(page, 'g', 'y');
  await page.getByRole('tab', { name: /Copies/ }).click();
  await expect(page.getByText('No copies are made')).toBeVisible();
  await press(page, 'e');
  const form = page.getByRole('form', { name: 'Where and when copies are made' });
  await form.getByLabel('Folder 1').fill(folder);
  await form.getByRole('button', { name: 'Set it' }).click();

  // The first is made at once, by the schedule; the second is asked for.
  const copies = page.getByRole('listbox', { name: /copies/ });
  await expect(copies.getByRole('option')).toHaveCount(1);
  await page.getByRole('button', { name: 'Make a copy now' }).click();
  await expect(copies.getByRole('option')).toHaveCount(2);
  await expect(copies.getByRole('option').first()).toContainText('✓ verified');
  expect(readdirSync(folder).filter((name) => name.endsWith('.sqlite'))).toHaveLength(2);

  await copies.getByRole('option').last().click();
  await page.getByRole('button', { name: 'Rehearse restoring it' }).click();
  const drill = page.getByRole('region', { name: 'Drill' });
  await expect(drill).toContainText('all of it was verified');
  await expect(drill.getByRole('row', { name: /Open incidents 1 1/ })).toBeVisible();
  await expect(page.getByText(/just now, by Ada/)).toBeVisible();
  expect(await violations(page)).toEqual([]);

  await page.getByRole('button', { name: 'Restore it' }).click();
  const restore = page.getByRole('form', { name: /Restore the copy made/ });
  await restore.getByLabel('Who agrees').fill('Sam');
  await page.keyboard.press('Enter');
  await restore.getByLabel('Their passphrase').fill(PASSPHRASE);
  await restore.getByRole('button', { name: 'Close the desk and restore it' }).click();

  await expect(page.getByRole('combobox', { name: 'Who are you?' })).toBeFocused();
  await signOn(page, 'Dana');
  await expect(page.getByText('This record is a restored copy.')).toBeVisible();
  await expect(page.getByRole('option', { name: /900 W Wilson/ })).toBeVisible();
  expect(complaints).toEqual([]);
  await close();
});
