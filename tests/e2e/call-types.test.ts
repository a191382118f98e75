import { expect, test } from '@playwright/test';
import { violations } from './support/access.ts';
import { consoleAs } from './support/center.ts';
import { press } from './support/console.ts';

const SEEN = {
  'PSYCH EVAL': 40,
  'MNTL SUBJ': 30,
  'SUSPICIOUS EVENT': 20,
  DISTRIBUTION: 5,
  'WELF CK': 4,
  XYZZY: 3,
};

test('strings are reviewed by keys, and words that speak of it ask their question', async () => {
  const { page, close, complaints } = await consoleAs('Sam', (seed) => {
    seed.typeStrings(SEEN);
    seed.call('4500 N Broadway, Uptown', 'My neighbor is hearing voices again.', 'WELBNG');
  });
  await press(page, 'g', 't');
  const sheet = page.getByRole('dialog', { name: 'Call types' });
  await expect(sheet).toContainText('39 % of 102 calls mapped; 5 strings unmapped = 62 calls');
  const line = (raw: string) => sheet.getByRole('option', { name: raw });
  await expect(line('MNTL SUBJ')).toHaveAttribute('aria-selected', 'true');
  await expect(sheet).toContainText('because of MNTL, as in “MENTAL PATIENT” (New Orleans)');
  expect(await violations(page)).toEqual([]);
  // Looked at one by one: as proposed, as something else, and as saying too little.
  await press(page, 'Enter');
  await expect(line('MNTL SUBJ')).toHaveCount(0);
  await expect(line('SUSPICIOUS EVENT')).toHaveAttribute('aria-selected', 'true');
  await press(page, 'x');
  await expect(sheet).toContainText('88 % of 102 calls mapped');
  await press(page, '2');
  await expect(line('SUSPICIOUS EVENT')).toContainText('says too little');
  await press(page, 'j', 'Backspace');
  await expect(line('SUSPICIOUS EVENT')).toHaveCount(0);
  await press(page, '1', 'b');
  await expect(sheet.getByRole('heading', { name: /are they all right/ })).toBeVisible();
  await press(page, 'Enter');
  await expect(line('WELF CK')).toHaveCount(0);
  await press(page, 'Escape');

  const call = page.getByRole('option', { name: /Waiting call/ });
  await expect(call).toContainText('Possible behavioral nexus: says “hearing voices”');
  await press(page, 'g', 'q', 'Enter');
  const banner = page.getByRole('group', { name: 'Possible behavioral nexus' });
  await expect(banner).toContainText('may speak of hearing or believing what others do not');
  await press(page, 'Shift+I');
  await expect(page.locator('#fact-behavioral')).toBeFocused();
  expect(await violations(page)).toEqual([]);
  await press(page, 'y');
  await expect(banner).toHaveCount(0);
  expect(complaints).toEqual([]);
  await close();
});
