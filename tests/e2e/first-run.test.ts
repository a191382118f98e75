import { expect, test } from '@playwright/test';
import { press, profileFolder, startConsole } from './support/console.ts';

test('the first run asks one question and sets a center up by keyboard', async () => {
  const { page, close, complaints } = await startConsole(profileFolder());
  await page.getByRole('button', { name: /Set up this center/ }).focus();
  await press(page, 'Enter');
  await page.getByLabel('Name of the center').waitFor();
  await page.keyboard.type('Lakeshore PSAP');
  await press(page, 'Tab');
  await page.keyboard.type('IL-0042');
  await page.getByLabel('Name', { exact: true }).first().focus();
  await page.keyboard.type('Ada Lin');
  await press(page, 'Tab');
  await page.keyboard.type('a long passphrase');
  await press(page, 'Tab');
  await page.keyboard.type('a long passphrase');
  await press(page, 'Enter');

  await expect(page.getByRole('heading', { name: 'Lakeshore PSAP' })).toBeVisible();
  await page.keyboard.type('Ada');
  await press(page, 'Enter');
  await page.getByLabel('Passphrase').waitFor();
  await page.keyboard.type('wrong passphrase');
  await press(page, 'Enter');
  await expect(page.getByText(/not the passphrase of this account/)).toBeVisible();
  await page.getByLabel('Passphrase').fill('');
  await page.keyboard.type('a long passphrase');
  await press(page, 'Enter');
  await expect(page.getByText('Nobody is waiting.')).toBeVisible();
  expect(complaints).toEqual([]);
  await close();
});

test('exploring starts a training shift that lives and is watermarked, in a folder of its own', async () => {
  const profile = profileFolder();
  const first = await startConsole(profile);
  await first.page.getByRole('button', { name: /training/i }).focus();
  await press(first.page, 'Enter');
  await expect(first.page.getByRole('banner').getByText('Training', { exact: true })).toBeVisible();
  await expect(first.page.getByRole('option').first()).toBeVisible();
  await first.close();

  const again = await startConsole(profile);
  await expect(again.page.getByRole('button', { name: /Set up this center/ })).toBeVisible();
  await again.close();

  const direct = await startConsole(profile, ['--training']);
  await expect(
    direct.page.getByRole('banner').getByText('Training', { exact: true }),
  ).toBeVisible();
  await direct.close();
});
