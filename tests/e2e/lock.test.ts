import { expect, test } from '@playwright/test';
import { cleanInBothThemes } from './support/access.ts';
import { consoleAs, PASSPHRASE } from './support/center.ts';
import { centerFolder, press } from './support/console.ts';
import { openDesk } from '#main/desk/open-desk.ts';

const ABOUT_SOMEBODY = /Broadway|Wilson|312-555|not eaten|people who are not there/;

test('a console is left mid-call: locked, police sent from it, somebody else, and everything is as it was left', async () => {
  const { page, profile, complaints, close } = await consoleAs('Dana', (seed) => {
    seed.call('900 W Wilson Ave, Uptown', 'He has not eaten for days.');
    seed.incident('4500 N Broadway, Uptown', { 'in-person-need': 'yes' });
  });
  const typed = async (passphrase: string, label = 'Passphrase') => {
    await page.getByLabel(label).waitFor();
    await page.keyboard.type(passphrase);
    await press(page, 'Enter');
  };
  await page.getByRole('option').first().waitFor();
  await press(page, 'g', 'q', 'End', 'm');
  const note = page.getByPlaceholder('Enter adds it');
  await expect(note).toBeFocused();
  await page.keyboard.type('She asks for her sister');
  await press(page, 'Control+Shift+L');
  const locked = page.getByRole('main', { name: 'Locked console' });
  await locked.waitFor();
  await expect(page.locator('body')).not.toContainText(ABOUT_SOMEBODY);
  await cleanInBothThemes(page, 'locked');

  // Police and EMS without unlocking, for the incident that was in focus.
  await expect(locked.getByRole('listbox').getByRole('option', { selected: true })).toContainText(
    '2',
  );
  await press(page, 'Alt+p', 'Alt+p');
  await expect(locked.getByText(/Police and EMS asked for/)).toBeVisible();
  await page.reload();
  await locked.waitFor();
  await typed('a wrong guess');
  await expect(locked.getByText(/not the passphrase of this account/)).toBeVisible();

  // Three strokes and a passphrase.
  await press(page, 'Control+Shift+U', 'c', 'Enter');
  await typed(PASSPHRASE);
  await expect(page.getByRole('button', { name: /Cleo Clinician/ })).toBeVisible();
  await press(page, 'Control+Shift+U', 'd', 'Enter');
  await typed(PASSPHRASE);
  await expect(page.getByRole('button', { name: /Dana Dispatcher/ })).toBeVisible();
  await page.getByRole('option').first().waitFor();
  await press(page, 'g', 'q', 'End', 'm');
  await expect(note).toHaveValue('She asks for her sister');
  expect(complaints).toEqual([]);
  await close();

  const desk = openDesk({ folder: centerFolder(profile) });
  const types = [...desk.journal.entriesAfter(0)].map(({ event }) => event.type);
  desk.close();
  const kinds = [
    'console.locked',
    'incident.upgraded',
    'operator.sign-on-failed',
    'operator.left-holding',
  ];
  expect(types.filter((type) => kinds.includes(type)).slice(0, 4)).toEqual(kinds);
});
