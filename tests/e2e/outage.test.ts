import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { seedCenter, signOn } from './support/center.ts';
import { press, profileFolder, startConsole } from './support/console.ts';
import { pdfLetters } from './support/pdf-text.ts';
import type { IncidentId } from '#shared/lib/brand.ts';

/** The center's clock some minutes ago, as it is written on a card. */
function ago(minutes: number): { readonly day: string; readonly time: string } {
  const at = new Date(Date.now() - minutes * 60_000);
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'America/Chicago',
    dateStyle: 'short',
    timeStyle: 'short',
  });
  const [day = '', time = ''] = format.format(at).split(' ');
  return { day, time };
}

async function command(page: Page, line: string): Promise<void> {
  await press(page, '/');
  await page.keyboard.type(line);
  await press(page, 'Enter');
}

test('paper carries the center through an outage, and what happened is entered with both times', async () => {
  const profile = profileFolder();
  seedCenter(profile, (seed) => {
    const incidentId = seed.incident('4500 N Broadway, Uptown', {
      'in-person-need': 'yes',
    }) as IncidentId;
    const cleo = seed.as('Cleo Clinician');
    seed.give(cleo, 'incident.add-note', { incidentId, kind: 'clinical', text: 'Therapysecret.' });
  });
  const kits = join(profile, 'kits');
  const first = await startConsole(profile, ['--paper', kits]);
  await signOn(first.page, 'Dana');
  await first.page.locator('.console').waitFor();
  await press(first.page, 'Control+p');
  await expect(first.page.getByText(/The paper kit is in .*caredesk-kit-/)).toBeVisible();
  const [file = ''] = readdirSync(kits);
  expect(file).toMatch(/^caredesk-kit-\d{4}-\d\d-\d\d-\d{6}\.pdf$/);
  expect(statSync(join(kits, file)).mode & 0o777).toBe(0o600);
  const printed = pdfLetters(readFileSync(join(kits, file)));
  for (const wanted of ['Incident1', '4500NBroadway', 'Intakecard', 'Unitlog', 'Hand-overbyhand'])
    expect(printed.includes(wanted), wanted).toBe(true);
  expect(printed.includes('Therapysecret')).toBe(false);
  // A folder that cannot be written keeps no kit from anybody: it goes to a printer.
  rmSync(kits, { recursive: true });
  writeFileSync(kits, 'no folder any more');
  await first.app.evaluate(({ app }) => {
    app.on('web-contents-created', (_event, contents) => {
      contents.print = (_options, done) => done?.(true, '');
    });
  });
  await press(first.page, 'Control+p');
  await expect(first.page.getByText(/The paper kit went to the printer/)).toBeVisible();
  await first.kill();

  const again = await startConsole(profile);
  const { page } = again;
  await signOn(page, 'Dana');
  await page.locator('.console').waitFor();
  await command(page, 'back-entry');
  const sheet = page.getByRole('dialog', { name: 'Back-entry' });
  const [begin, received, sent] = [ago(50), ago(40), ago(35)];
  const [there, clear, end] = [ago(25), ago(10), ago(5)];
  await sheet.getByLabel('From, day').fill(begin.day);
  await sheet.getByLabel('From, time').fill(begin.time);
  await sheet.getByLabel('To, day').fill(end.day);
  await sheet.getByLabel('To, time').fill(end.time);
  await sheet.getByLabel('What did not run').fill('The PC lost its power.');
  await press(page, 'Enter');
  await expect(sheet.getByText('The PC lost its power.')).toBeVisible();

  await sheet.getByLabel('Card number').fill('7');
  await sheet.getByLabel('Kept by').fill('Dana');
  await sheet.getByLabel('Day', { exact: true }).fill(received.day);
  await sheet.getByLabel('Call received', { exact: true }).fill(received.time);
  await sheet.getByLabel('Place', { exact: true }).fill('900 W Wilson Ave, Uptown');
  for (const question of await sheet.getByLabel(/^●/).all()) await question.selectOption('no');
  await sheet.getByLabel('Needs someone in person').selectOption('yes');
  await sheet.getByLabel('Who was decided to go').selectOption('behavioral-health');
  await sheet.getByLabel('Decided', { exact: true }).fill(received.time);
  await sheet.getByRole('button', { name: 'Add a unit that went' }).click();
  await sheet.getByLabel('Call sign').selectOption('M1');
  await sheet.getByLabel('Sent', { exact: true }).fill(sent.time);
  await sheet.getByLabel('On scene', { exact: true }).fill(clear.time);
  await sheet.getByLabel('Clear', { exact: true }).fill(there.time);
  await sheet.getByLabel('How it ended').selectOption('services');
  await sheet.getByLabel('Closed', { exact: true }).fill(clear.time);
  await sheet.getByRole('button', { name: 'Enter this card' }).click();
  // The two times are the wrong way round: it is said at the field, and nothing is lost.
  await expect(sheet.getByLabel('Clear', { exact: true })).toHaveAttribute('aria-invalid', 'true');
  await sheet.getByLabel('On scene', { exact: true }).fill(there.time);
  await sheet.getByLabel('On scene is only about right').check();
  await sheet.getByLabel('Clear', { exact: true }).fill(clear.time);
  await sheet.getByRole('button', { name: 'Enter this card' }).click();
  await expect(sheet.getByText('In the record already: 7 (2)')).toBeVisible();
  await press(page, 'Escape');

  await press(page, 'Control+k');
  await page.keyboard.type('Wilson');
  await page
    .getByRole('option', { name: /900 W Wilson/ })
    .first()
    .waitFor();
  await press(page, 'Enter');
  const timeline = page.getByRole('region', { name: 'Timeline', exact: true });
  await expect(timeline).toContainText('Entered from paper card 7, kept by Dana');
  const onScene = timeline.getByRole('listitem').filter({ hasText: 'M1 on scene' });
  await expect(onScene).toContainText(`about ${there.time}`);
  await expect(onScene).toContainText(/entered \d\d:\d\d/);
  expect(again.complaints).toEqual([]);
  await again.close();
});
