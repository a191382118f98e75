import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { cleanInBothThemes } from './support/access.ts';
import { seedCenter, signOn } from './support/center.ts';
import { press, profileFolder, startConsole } from './support/console.ts';
import { pdfLetters } from './support/pdf-text.ts';

const exported = (folder: string, ending: string) =>
  readdirSync(folder).filter((name) => name.endsWith(ending));

/** A figure's part of the view, by its name. */
const figure = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

test('a supervisor reads the figures, the calls behind one, and takes them away in files, by keyboard', async () => {
  const profile = profileFolder();
  const paper = join(profile, 'paper');
  seedCenter(profile, (seed) => {
    seed.pastCalls(600);
    seed.accept(seed.incident('4500 N Broadway, Uptown', { 'in-person-need': 'yes' }));
  });
  const { page, close, complaints } = await startConsole(profile, ['--paper', paper]);
  await signOn(page, 'Sam');
  await page.locator('.console').waitFor();

  await press(page, 'g', 'o');
  const counted = page.getByRole('status').filter({ hasText: /calls counted/ });
  await expect(counted).toContainText('601 calls counted, 1 of them still open');
  await press(page, 'd', 'ArrowRight', 'ArrowRight');
  await expect(page.getByRole('radio', { name: 'Last quarter' })).toBeChecked();
  await expect(page.getByText(/No call was received from/)).toBeVisible();
  await press(page, 'ArrowLeft', 'ArrowLeft');
  await expect(counted).toContainText('601 calls counted');

  await press(page, '1');
  await expect(
    page.getByRole('img', { name: /^Funnel: Behavioral-health calls 601/ }),
  ).toBeVisible();
  await expect(page.getByRole('table', { name: 'Steps of the funnel' })).toContainText('Linked');
  await cleanInBothThemes(page, 'funnel');
  const capture = figure(page, 'Capture');
  await expect(capture).toContainText(/\d+ of \d+ eligible calls/);
  await capture.getByRole('button', { name: 'Show the calls: Capture' }).press('Enter');
  const sheet = page.getByRole('dialog', { name: 'Capture' });
  await expect(sheet.getByRole('listbox')).toBeFocused();
  await cleanInBothThemes(page, 'calls behind a figure');
  await press(page, 'j', 'Enter');
  await expect(sheet.getByRole('region', { name: /^Imported call/ })).toContainText('INVENTED');
  await press(page, 'Escape');
  await expect(sheet).toBeHidden();

  await press(page, '2');
  const answer = page.getByRole('row', { name: /^Answer / });
  await expect(answer).toContainText(/within 15 s, wanted 90 %/);
  await expect(page.getByRole('table', { name: /^Safety figures/ })).toContainText('Under-triage');
  await cleanInBothThemes(page, 'times and safety');

  await press(page, 'e');
  await expect(page.getByText(/The table of the figures is in .*\.csv/)).toBeVisible();
  const [csv = ''] = exported(paper, '.csv');
  expect(csv).toMatch(
    /^caredesk-figures-\d{4}-\d\d-\d\d-to-\d{4}-\d\d-\d\d-\d{4}-\d\d-\d\d-\d{6}\.csv$/,
  );
  const table = readFileSync(join(paper, csv), 'utf8');
  expect(table).toMatch(/^figure,group,numerator,denominator,unit,value,low,high,suppressed,note,/);
  // Of West Lawn, too few were captured: nobody is to be told how many.
  expect(table).toMatch(/\r\nCapture,West Lawn,<11,/);

  await press(page, 'r');
  await expect(page.getByText(/The report of the figures is in .*\.pdf/)).toBeVisible({
    timeout: 20_000,
  });
  const [pdf = ''] = exported(paper, '.pdf');
  expect(statSync(join(paper, pdf)).mode & 0o777).toBe(0o600);
  const printed = pdfLetters(readFileSync(join(paper, pdf)));
  for (const wanted of ['FiguresofTestCenter', 'Howtoreadthis', 'Captured,byarea', 'CESSA', '<11'])
    expect(printed.includes(wanted), wanted).toBe(true);
  expect(complaints).toEqual([]);
  await close();
});
