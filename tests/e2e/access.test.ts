import { expect, test } from '@playwright/test';
import { cleanInBothThemes } from './support/access.ts';
import { consoleAs } from './support/center.ts';
import { press, profileFolder, startConsole } from './support/console.ts';

test('the first run and the set-up form are clean', async () => {
  const { page, close } = await startConsole(profileFolder());
  await page.getByRole('button', { name: /Set up this center/ }).waitFor();
  await cleanInBothThemes(page, 'first run');
  await page.getByRole('button', { name: /Set up this center/ }).press('Enter');
  await page.getByLabel('Name of the center').waitFor();
  await cleanInBothThemes(page, 'set-up');
  await close();
});

test('the screens and sheets of a supervisor are clean', async () => {
  const { page, close } = await consoleAs('Sam', (seed) => {
    const incidentId = seed.incident('4500 N Broadway, Uptown', { 'in-person-need': 'yes' });
    seed.override(incidentId, 'co-response', 'A neighbor says he keeps a knife.');
  });
  await press(page, 'g', 'r');
  await page.getByText('A neighbor says he keeps a knife.').waitFor();
  await cleanInBothThemes(page, 'overrides');
  await press(page, 'g', 'p');
  await page.getByRole('region', { name: 'Proof' }).getByText('Proved').waitFor();
  await cleanInBothThemes(page, 'policy');
  for (const key of ['2', '3', '4', '5', '6', 'h']) {
    await press(page, key);
    await page.waitForTimeout(250);
    await cleanInBothThemes(page, `policy, after ${key}`);
  }
  await press(page, 'Escape', '1', 'Control+Home', 'ArrowDown', 'Delete');
  await page.getByRole('region', { name: 'Proof' }).getByText('Not proved').waitFor();
  await cleanInBothThemes(page, 'policy, not proved');
  await close();
});

test('every screen and sheet of the console is clean', async () => {
  const { page, close } = await consoleAs('Dana', (seed) => {
    seed.call('900 W Wilson Ave, Uptown', 'He has not eaten for days.');
    seed.caution('4500 N Broadway, Uptown', 'Large dog behind the door.');
    seed.accept(seed.incident('4500 N Broadway, Uptown', { 'in-person-need': 'yes' }));
  });
  await page.getByRole('option').first().waitFor();
  await cleanInBothThemes(page, 'dispatch');
  await press(page, 'g', 'q', 'j', 'Enter');
  await cleanInBothThemes(page, 'incident');
  for (const key of ['o', 'a', 's', 'h', 'd', 'm', 'Shift+C', '?', 'Control+k']) {
    await press(page, 'g', 'i', key);
    await page.waitForTimeout(250);
    await cleanInBothThemes(page, `after ${key}`);
    await press(page, 'Escape', 'Escape');
  }
  await press(page, 'g', 'c');
  await page.getByText('Waiting for somebody').waitFor();
  await cleanInBothThemes(page, 'clinician');
  await press(page, 'g', 'o');
  await page.waitForTimeout(250);
  await cleanInBothThemes(page, 'outcomes');
  await press(page, 'Control+l');
  await page.waitForTimeout(250);
  await cleanInBothThemes(page, 'veil');
  await close();
});

test('the paper kit and the back-entry are clean', async () => {
  const { page, close } = await consoleAs('Dana');
  for (const key of ['k', 'e']) {
    await press(page, 'g', 'q', 'g', key);
    await page.getByRole('dialog').waitFor();
    await cleanInBothThemes(page, `after g ${key}`);
    await press(page, 'Escape', 'Escape');
  }
  await close();
});

test('the administration is clean, with its forms open', async () => {
  const { page, close } = await consoleAs('Ada');
  const section = async (key: string, heading: string) => {
    await press(page, key);
    await page.getByRole('heading', { name: heading, exact: true }).waitFor();
  };
  await press(page, 'g', 'y');
  await page.getByRole('option', { name: /Ada Admin/ }).waitFor();
  await press(page, 'n');
  await page.getByLabel('The same passphrase again').waitFor();
  await cleanInBothThemes(page, 'accounts, a new one');
  await page.getByRole('listbox').focus();
  await section('2', 'Legal holds');
  await cleanInBothThemes(page, 'retention');
  await section('4', 'Store key');
  await page.getByRole('button', { name: 'Encrypt the store' }).press('Enter');
  await page.getByRole('list', { name: 'Recovery key' }).waitFor();
  await cleanInBothThemes(page, 'store key');
  // Longer than the window: all of it can be reached.
  await page.getByLabel('Your own passphrase').focus();
  await expect(page.getByLabel('Your own passphrase')).toBeInViewport();
  await close();
});
