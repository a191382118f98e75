import { expect, test } from '@playwright/test';
import { consoleAs, TALKS } from './support/center.ts';
import { press } from './support/console.ts';

test('a clinician takes a call routed to phone, writes notes and resolves it', async () => {
  const { page, close, complaints } = await consoleAs('Cleo', (seed) => {
    seed.accept(seed.incident('4500 N Broadway, Uptown', TALKS));
  });
  const mine = page.getByRole('group', { name: 'My calls' });
  const toMe = page.getByRole('group', { name: 'Offered to me' });
  await press(page, 'g', 'c');
  await expect(toMe.getByRole('option')).toHaveCount(1);
  await page.getByRole('button', { name: /Take the call/ }).waitFor();
  await press(page, 'Enter');
  await expect(mine.getByRole('option')).toHaveCount(1);

  await press(page, 'Alt+m');
  await expect(page.getByRole('textbox', { name: 'Clinical note' })).toBeFocused();
  await page.keyboard.type('Breathing together, sleeping plan agreed.');
  await press(page, 'Enter');
  const timeline = page.getByRole('region', { name: 'Timeline, newest last' });
  await expect(timeline).toContainText('Breathing together, sleeping plan agreed.');

  await press(page, 'Alt+r');
  await expect(page.getByText(/closed as resolved by phone/)).toBeVisible();
  await page.getByLabel('Alone').check();
  await page.getByLabel('What was agreed').fill('Sleeps at home.');
  await page.getByRole('group', { name: 'Somebody calls again' }).getByLabel('No').check();
  await press(page, 'Enter');
  await expect(mine.getByRole('option')).toHaveCount(0);
  expect(complaints).toEqual([]);
  await close();
});
