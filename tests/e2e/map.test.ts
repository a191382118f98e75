import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import {
  collection,
  feature,
  ringOf,
  squares,
  UPTOWN_AND_LAKEVIEW,
} from '../support/invented-areas.ts';
import { cleanInBothThemes } from './support/access.ts';
import { consoleAs, PASSPHRASE } from './support/center.ts';
import { press, profileFolder } from './support/console.ts';

test('areas are imported, approved by two, and a point finds its area or asks', async () => {
  const { page, complaints, close } = await consoleAs('Sam', (seed) => {
    seed.incident('4500 N Broadway, Uptown');
  });
  const folder = profileFolder();
  const [broken, good] = [join(folder, 'broken.geojson'), join(folder, 'areas.geojson')];
  const [a, b, c, d] = ringOf(-87.68, 41.96, 0.03);
  writeFileSync(broken, collection(feature({ name: 'Uptown' }, [a!, c!, b!, d!, a!])));
  writeFileSync(good, squares(UPTOWN_AND_LAKEVIEW));

  await press(page, 'g', 'm');
  await expect(page.getByText('No map of the areas yet.')).toBeVisible();
  await cleanInBothThemes(page, 'map without areas');
  await press(page, 'i');
  const sheet = page.getByRole('dialog', { name: 'Areas' });
  await page.getByLabel('Choose a file').setInputFiles(broken);
  await expect(sheet.getByRole('alert').first()).toContainText(
    'Feature 1 (“Uptown”) has a border that crosses',
  );
  await page.getByLabel('Choose a file').setInputFiles(good);
  await expect(sheet).toContainText('1 of 13 areas of the policy have a shape');
  await sheet.getByRole('checkbox', { name: /Lake View/ }).press('Space');
  await expect(sheet).toContainText('2 of 13');
  await cleanInBothThemes(page, 'import');
  await sheet.getByRole('button', { name: 'Propose this map' }).press('Enter');
  await sheet.getByRole('combobox', { name: 'Who agrees' }).fill('Ada');
  await press(page, 'Enter');
  await sheet.getByLabel('Their passphrase').fill(PASSPHRASE);
  await press(page, 'Enter');
  await expect(sheet).toContainText('approved by Ada Admin');
  await press(page, 'Escape');

  const picture = page.getByRole('img', { name: /Map of 2 areas/ });
  await expect(picture).toBeVisible();
  await cleanInBothThemes(page, 'map');
  await page.getByRole('listbox', { name: /Areas/ }).focus();
  await press(page, 'j', 'j');
  await expect(page.getByRole('option', { selected: true })).toContainText('somewhere here');
  await press(page, 'e', 'Enter');
  await expect(page.getByText(/Incident 1 at 41\.97/)).toBeVisible();
  await expect(page.getByText('in Uptown')).toBeVisible();
  await press(page, 'Enter');
  await expect(page.getByRole('option', { selected: true })).toContainText('• point');

  await press(page, '/');
  await page.keyboard.type('at 1 41.942 -87.653');
  await press(page, 'Enter');
  await expect(page.getByText(/Incident 1 at 41\.94200/)).toBeVisible();
  await page.getByRole('listbox', { name: /Areas/ }).focus();
  await press(page, 'Enter');
  await expect(
    page.getByText(/The point lies in Lakeview, and incident 1 was set in Uptown/),
  ).toBeVisible();
  await press(page, '2');
  await expect(page.getByRole('option', { selected: true })).toContainText('• point');
  await press(page, 'Enter');
  await expect(page.getByRole('region', { name: 'Timeline', exact: true })).toContainText(
    'Lakeview · 41.94200',
  );
  expect(complaints).toEqual([]);
  await close();
});
