import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { cleanInBothThemes } from './support/access.ts';
import { consoleAs, PASSPHRASE } from './support/center.ts';
import { centerFolder, press, profileFolder, startConsole } from './support/console.ts';

/** Without a keystore, as on a computer nobody signs on to with a desktop. */
const NO_KEYSTORE = ['--password-store=basic'];
const CENTER_PASSPHRASE = 'a passphrase of the center';

/** What stands on the screen, read back group by group as it is asked for. */
async function protect(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Encrypt the store' }).waitFor();
  await expect(page.getByText(/no keystore that protects a key/)).toBeVisible();
  await cleanInBothThemes(page, 'encrypt the store');
  await protectBy(page, CENTER_PASSPHRASE);
  await press(page, 'Enter');
}

/** Types the passphrase, and from what stands on the screen the groups that are asked for. */
async function protectBy(page: Page, passphrase: string): Promise<void> {
  await page.getByLabel('Passphrase of the center', { exact: true }).fill(passphrase);
  await page.getByLabel('The passphrase of the center again').fill(passphrase);
  const groups = await page
    .getByRole('list', { name: 'Recovery key' })
    .locator('code')
    .allInnerTexts();
  expect(groups).toHaveLength(7);
  for (const field of await page.getByLabel(/^Group \d$/).all()) {
    const group = Number((await field.getAttribute('name'))?.slice('group-'.length));
    await field.fill((groups[group - 1] ?? '').toLowerCase());
  }
}

test('the first run sets an encrypted center up by keyboard, and its passphrase opens it again', async () => {
  const profile = profileFolder();
  const { page, close, complaints } = await startConsole(profile, NO_KEYSTORE);
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
  await protect(page);

  await page.getByRole('heading', { name: 'Lakeshore PSAP' }).waitFor();
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
  expect(readFileSync(join(centerFolder(profile), 'caredesk.sqlite')).includes('Lakeshore')).toBe(
    false,
  );

  const again = await startConsole(profile, NO_KEYSTORE);
  await again.page.getByRole('heading', { name: 'CareDesk is locked' }).waitFor();
  await cleanInBothThemes(again.page, 'locked');
  await again.page.keyboard.type('wrong');
  await press(again.page, 'Enter');
  await expect(again.page.getByText(/not the passphrase of the center/)).toBeVisible();
  await again.page.keyboard.type(CENTER_PASSPHRASE);
  await press(again.page, 'Enter');
  await again.page.getByRole('heading', { name: 'Lakeshore PSAP' }).waitFor();
  expect(again.complaints).toEqual([]);
  await again.close();
});

test('an older plain center is encrypted by its administrator, and the console goes on', async () => {
  const { page, close, complaints, profile } = await consoleAs('Ada', undefined, NO_KEYSTORE);
  await press(page, 'g', 'y');
  await page.getByRole('tab', { name: /Store key/ }).click();
  await page.getByText('This store is not encrypted.').waitFor();
  await page.getByRole('button', { name: 'Encrypt the store' }).press('Enter');
  await protectBy(page, CENTER_PASSPHRASE);
  await page.getByLabel('Your own passphrase').fill(PASSPHRASE);
  await cleanInBothThemes(page, 'encrypt the store, in its section');
  await press(page, 'Enter');
  await page.getByText('The store is encrypted by a new key.').waitFor();
  await page.getByText('the passphrase of the center').waitFor();
  await cleanInBothThemes(page, 'store key');
  await press(page, 'g', 'q');
  await page.getByText('Nobody is waiting.').waitFor();
  expect(complaints).toEqual([]);
  await close();
  const store = readFileSync(join(centerFolder(profile), 'caredesk.sqlite'));
  expect(store.includes('Test Center')).toBe(false);
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
