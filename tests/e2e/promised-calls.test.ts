import { expect, test } from '@playwright/test';
import { violations } from './support/access.ts';
import { consoleAs } from './support/center.ts';
import { press } from './support/console.ts';

test('a callback is promised, made and ended with the keyboard alone', async () => {
  const { page, complaints, close } = await consoleAs('Dana', (seed) => {
    seed.incident('4500 N Broadway, Uptown', { 'in-person-need': 'yes' });
  });
  await press(page, 'g', 'q', 'j', 'Enter');
  await page.locator('.incident-head').waitFor();
  await press(page, 'g', 'i', 'Shift+F');
  const promise = page.getByRole('dialog', { name: 'Promise a call' });
  await promise.waitFor();
  expect(await violations(page)).toEqual([]);
  await press(page, '1');
  await page.keyboard.type('Tell her which team comes.');
  await press(page, 'Enter');
  await expect(page.getByRole('region', { name: 'Promised calls' })).toContainText('○ coming');

  await press(page, 'g', 'f');
  const list = page.getByRole('dialog', { name: 'Promised calls' });
  await expect(list.getByRole('button', { name: /Callback/ })).toBeFocused();
  expect(await violations(page)).toEqual([]);
  await press(page, 'r');
  await expect(list.getByLabel(/Reached: a note/)).toBeFocused();
  await press(page, 'Enter');
  await expect(list.getByLabel('Spoke with them')).toBeChecked();
  await press(page, 'Enter');
  await expect(list).toContainText('Nobody is promised a call');
  const timeline = page.getByRole('region', { name: 'Timeline', exact: true });
  await expect(timeline).toContainText('Promised call: spoke with them');

  await press(page, 'Escape', 'g', 'h');
  const sheet = page.getByRole('dialog', { name: 'Hand-over' });
  await expect(sheet).toContainText('You promised no call.');
  expect(await violations(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await close();
});
