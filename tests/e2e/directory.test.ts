import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { directoryFile, INVENTED_DIRECTORY } from '../support/directory-examples.ts';
import { cleanInBothThemes } from './support/access.ts';
import { seedCenter, signOn } from './support/center.ts';
import { press, profileFolder, startConsole } from './support/console.ts';
import { pdfLetters } from './support/pdf-text.ts';

/** The services in the list; the choices of the filters are options too. */
function found(page: Page) {
  return page.getByRole('listbox', { name: /service/ }).getByRole('option');
}

test('a supervisor imports a directory, notes room, and steps back', async () => {
  const profile = profileFolder();
  seedCenter(profile);
  const { page, close, complaints } = await startConsole(profile);
  await signOn(page, 'Sam');
  await page.locator('.console').waitFor();
  await press(page, 'g', 'd');
  await expect(page.getByText('No directory of services yet.')).toBeVisible();
  await cleanInBothThemes(page, 'empty directory');
  await press(page, 'i');
  const sheet = page.getByRole('dialog', { name: 'Directory of services' });
  const choose = sheet.getByLabel('Choose files');
  const file = (services: readonly unknown[]) => ({
    name: 'county.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(services)),
  });
  await choose.setInputFiles(file([{ ...INVENTED_DIRECTORY[0], status: 'perhaps' }]));
  await expect(sheet.getByRole('alert')).toContainText('county.json, row 1');
  await expect(sheet.getByRole('alert')).toContainText('Nothing was changed.');
  await choose.setInputFiles(file(INVENTED_DIRECTORY));
  await expect(sheet).toContainText('3 new · 0 changed · 0 gone');
  await cleanInBothThemes(page, 'what an import would change');
  await sheet.getByRole('button', { name: 'Put this directory in force' }).press('Enter');
  await expect(found(page)).toHaveCount(3);

  await page.keyboard.type('harbor');
  await expect(found(page)).toHaveCount(1);
  await press(page, 'ArrowDown', 'Enter');
  const detail = page.getByRole('region', { name: 'The service' });
  await expect(detail).toContainText('Open day and night');
  await press(page, 'r');
  await page.keyboard.type('2');
  await press(page, 'Enter');
  await expect(detail).toContainText('Has room: 2 places');
  await cleanInBothThemes(page, 'directory');

  await press(page, 'i');
  await choose.setInputFiles(file(INVENTED_DIRECTORY.slice(0, 1)));
  await expect(sheet).toContainText('0 new · 0 changed · 2 gone');
  await sheet.getByRole('button', { name: 'Put this directory in force' }).press('Enter');
  await expect(found(page)).toHaveCount(1);
  await press(page, 'Alt+i');
  await sheet.getByRole('button', { name: /Step back to/ }).press('Enter');
  await page.keyboard.type('Two are missing.');
  await press(page, 'Enter');
  await expect(found(page)).toHaveCount(3);
  expect(complaints).toEqual([]);
  await close();
});

test('a dispatcher finds a place by keys alone and prints its page for the person', async () => {
  const profile = profileFolder();
  const papers = join(profile, 'papers');
  seedCenter(profile, (seed) => {
    const sam = seed.as('Sam Supervisor');
    const { hash } = seed.ask(sam, 'directory.examine', directoryFile());
    seed.give(sam, 'directory.adopt', { hash: hash ?? '' });
  });
  const { page, close, complaints } = await startConsole(profile, ['--paper', papers]);
  await signOn(page, 'Dana');
  await page.locator('.console').waitFor();
  await press(page, 'g', 'd');
  await expect(page.getByRole('searchbox', { name: 'Find a service' })).toBeFocused();
  await page.keyboard.type('lakesid');
  await expect(found(page)).toHaveCount(1);
  await press(page, 'ArrowDown', 'Enter');
  const detail = page.getByRole('region', { name: 'The service' });
  await expect(detail).toContainText('18 and over');
  await expect(detail).toContainText('Part 2');
  await expect(detail.getByRole('button', { name: /Note room/ })).toHaveCount(0);
  await press(page, 'Shift+P');
  await expect(page.getByText(/It is in .*caredesk-service-/)).toBeVisible();
  const [name = ''] = readdirSync(papers);
  const letters = pdfLetters(readFileSync(join(papers, name)));
  expect(letters).toContain('LakesideSoberLiving');
  expect(letters).toContain('1ExampleStreet');
  await press(page, 'f');
  await page.keyboard.type('pantree');
  await expect(page.getByText(/shown for/)).toContainText('pantri');
  await press(page, 'Alt+o');
  await expect(page.getByText('Nothing fits.')).toBeVisible();
  expect(complaints).toEqual([]);
  await close();
});
