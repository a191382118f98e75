import { expect, test } from '@playwright/test';
import { consoleAs } from './support/center.ts';
import { press } from './support/console.ts';

const DOG = 'Large dog behind the door.';

test('a caution stops Enter until it is acknowledged, and then goes with the team', async () => {
  const { page, complaints, close } = await consoleAs('Dana', (seed) => {
    seed.caution('4500 N. BROADWAY #3, uptown', DOG);
    seed.accept(seed.incident('4500 N Broadway, Uptown', { 'in-person-need': 'yes' }));
  });
  await press(page, 'g', 'q', 'j', 'Enter');
  const banner = page.getByRole('region', { name: 'Cautions', exact: true });
  await expect(banner).toContainText('acknowledge before a unit is sent');
  await expect(banner).toContainText('Crew of M1 · recorded');
  const send = page.getByRole('button', { name: 'Send M1' });
  await press(page, 'g', 'i', 'Enter');
  await expect(page.getByText(/M1 was not sent: nobody has acknowledged/)).toBeVisible();
  await press(page, 'Shift+A');
  await expect(banner).toContainText('✓ Acknowledged: goes to the team');
  await press(page, 'Enter');
  await expect(send).toBeHidden();
  const timeline = page.getByRole('region', { name: 'Timeline', exact: true });
  await expect(timeline).toContainText(`goes to the team: Animal: ${DOG}`);
  await expect(timeline).toContainText('M1 assigned');
  expect(complaints).toEqual([]);
  await close();
});

test('a caution recorded from the incident stands there at once, and on the next call from there', async () => {
  const { page, complaints, close } = await consoleAs('Dana', (seed) => {
    seed.incident('4500 N Broadway, Uptown');
  });
  await press(page, 'g', 'q', 'j', 'Enter');
  await page.locator('.incident-head').waitFor();
  await press(page, 'g', 'i', 'Shift+C');
  await expect(page.getByLabel('Address', { exact: true })).toHaveValue('4500 N Broadway, Uptown');
  await page.keyboard.type(DOG);
  await press(page, 'Tab');
  await page.keyboard.type('His sister');
  await press(page, 'Enter');
  const banner = page.getByRole('region', { name: 'Cautions', exact: true });
  await expect(banner).toContainText(DOG);
  await expect(page.getByRole('region', { name: 'Cautions kept here' })).toContainText(
    'His sister',
  );
  expect(complaints).toEqual([]);
  await close();
});
