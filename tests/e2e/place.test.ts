import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { INVENTED_STREETS } from '../support/place-examples.ts';
import { cleanInBothThemes } from './support/access.ts';
import { consoleAs } from './support/center.ts';
import { press, profileFolder } from './support/console.ts';

test('a street table and a common place are kept, and an address finds its area or asks', async () => {
  const { page, complaints, close } = await consoleAs('Sam', () => {});
  const file = join(profileFolder(), 'streets.csv');
  // Two stretches of one name: which of them is a person's to say.
  writeFileSync(
    file,
    `${INVENTED_STREETS}E LANTERN ST,E,LANTERN,ST, ,1,1999,,Lakeview\nBAD,N,,ST, ,1,2,,\n`,
  );

  await press(page, 'g', 'z');
  const sheet = page.getByRole('dialog', { name: 'Place tables' });
  await expect(sheet).toContainText('There is none.');
  await page.getByLabel('Choose a street table').setInputFiles(file);
  await expect(sheet).toContainText('Row 8: It names no street.');
  await sheet.getByRole('button', { name: 'Put 6 rows in force' }).press('Enter');
  await expect(sheet).toContainText('6 rows, 1 left out');
  await sheet.getByRole('button', { name: 'Add a place' }).press('Enter');
  await page.keyboard.type('Harbor Hospital');
  await press(page, 'Tab');
  await page.keyboard.type('Harbor ED');
  await press(page, 'Tab');
  await page.keyboard.type('100 W Lantern St');
  await sheet.getByRole('button', { name: 'Add it' }).press('Enter');
  await expect(sheet).toContainText('1 place.');
  await cleanInBothThemes(page, 'place tables');
  await press(page, 'Escape');

  await press(page, 'g', 'q', 'n');
  const location = page.getByRole('combobox', { name: 'Location' });
  await location.fill('Harb');
  await expect(page.getByRole('option', { name: /Harbor Hospital/ })).toBeVisible();
  await press(page, 'ArrowDown', 'Enter');
  await expect(location).toHaveValue('100 W Lantern St (Harbor Hospital)');
  await expect(page.getByText('The street table puts 100 W LANTERN ST in Uptown.')).toBeVisible();
  await location.fill('100 Lantern');
  await expect(page.getByText(/Not sure: (Uptown or Lakeview|Lakeview or Uptown)\?/)).toBeVisible();
  await cleanInBothThemes(page, 'not sure');
  await press(page, 'Tab');
  await page.getByRole('button', { name: 'Take the call' }).press('Enter');

  // Not sure: nothing was filled in, and the incident asks again.
  await expect(page.getByRole('combobox', { name: 'Area', exact: true })).toHaveValue('');
  const incident = page.getByRole('region', { name: 'Place and callback' });
  await expect(incident).toContainText('Not sure');
  await incident.getByRole('combobox', { name: 'Location' }).focus();
  await press(page, 'ArrowDown', 'Enter');
  await expect(page.getByRole('combobox', { name: /^Area/ })).not.toHaveValue('');
  await expect(incident).not.toContainText('Not sure');
  expect(complaints).toEqual([]);
  await close();
});
