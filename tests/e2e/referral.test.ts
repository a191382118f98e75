import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { cleanInBothThemes } from './support/access.ts';
import { seedCenter, signOn, TALKS } from './support/center.ts';
import { press, profileFolder, startConsole } from './support/console.ts';
import { pdfLetters } from './support/pdf-text.ts';
import { referred } from '../support/phone-endings.ts';
import type { IncidentId } from '#shared/lib/brand.ts';

const CLINIC = 'Invented Walk-in Clinic';

/** Cleo has ended a call with a referral. */
function seedReferral(profile: string): void {
  seedCenter(profile, (seed) => {
    const incidentId = seed.incident('4500 N Broadway, Uptown', TALKS) as IncidentId;
    seed.accept(incidentId);
    const cleo = seed.as('Cleo Clinician');
    seed.give(cleo, 'phone.take', { incidentId });
    const referral = { ...referred.referral, to: CLINIC };
    const ending = { ...referred, notAsked: 'They had to go.', referral };
    seed.give(cleo, 'phone.resolve', { incidentId, ending, secondPerson: null });
  });
}

async function openReferrals(page: Page) {
  await press(page, 'g', 'l');
  const sheet = page.getByRole('dialog', { name: 'Referrals' });
  await sheet.waitFor();
  return sheet;
}

test('a referral is told by consent, answered, and confirmed with the code; dispatch sees how it stands', async () => {
  const profile = profileFolder();
  seedReferral(profile);
  const out = join(profile, 'papers');
  const first = await startConsole(profile, ['--paper', out]);
  const { page } = first;
  await signOn(page, 'Cleo');
  await page.locator('.console').waitFor();
  const sheet = await openReferrals(page);
  const head = sheet.getByRole('button', { name: new RegExp(CLINIC) });
  await expect(head).toBeFocused();
  await expect(head).toContainText('○ made');
  await expect(head).toContainText('send it');
  await cleanInBothThemes(page, 'referrals', '[role=dialog]');

  // The page for the person: place and code, and nobody's name.
  await press(page, 'q');
  await expect(page.getByText(/The page for the person is in .*caredesk-referral-/)).toBeVisible();
  const [file = ''] = readdirSync(out);
  expect(statSync(join(out, file)).mode & 0o777).toBe(0o600);
  const pdf = readFileSync(join(out, file));
  const letters = pdfLetters(pdf);
  const code = /[2-9A-HJKMNP-Z]{5}-[2-9A-HJKMNP-Z]{5}/.exec(letters)?.[0] ?? '';
  for (const wanted of ['InventedWalk-inClinic', 'Youareexpectedhere', 'TestCenter', code])
    expect(letters.includes(wanted), wanted).toBe(true);
  expect(code).not.toBe('');
  for (const internal of ['Broadway', 'Cleo', 'sister', '312-555-0100'])
    expect(letters.includes(internal), internal).toBe(false);
  expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1);

  // Nothing goes before a consent is written down.
  await press(page, 's');
  await expect(sheet.getByText(/No consent holds/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'They consent' })).toBeFocused();
  await press(page, 'Enter');
  await expect(sheet.getByText(/A consent for a community partner holds/)).toBeVisible();
  await head.focus();
  await press(page, 's');
  await expect(sheet.getByRole('region', { name: 'Goes to Community partner' })).toBeVisible();
  await cleanInBothThemes(page, 'telling the place', '[role=dialog]');
  await sheet.getByRole('radio', { name: 'by phone' }).press('Enter');
  await expect(head).toContainText('sent');

  await press(page, 'a');
  await sheet.getByLabel('Who said it').fill('Kim at intake');
  await press(page, 'Enter');
  await expect(head).toContainText('accepted');
  await expect(sheet.getByText('Kim at intake')).toBeVisible();
  await press(page, 'r');
  await sheet.getByRole('button', { name: 'They went' }).press('Enter');
  await expect(sheet.getByText(/Reported by the person .*not confirmed/)).toBeVisible();
  await expect(head).toContainText('accepted');

  // One sign is wrong: said before anything is looked up.
  await press(page, 'c');
  const field = sheet.getByLabel('Code the place gives back');
  await field.fill(`${code.slice(0, -1)}${code.endsWith('A') ? 'B' : 'A'}`);
  await expect(sheet.getByText(/A letter or digit of this code is wrong/).first()).toBeVisible();
  await cleanInBothThemes(page, 'a code', '[role=dialog]');
  await field.fill(code.toLowerCase());
  await press(page, 'Enter');
  await expect(head).toContainText('● arrived');
  await expect(head).toContainText('first service to be confirmed');
  await press(page, 'c');
  await sheet.getByLabel('Code the place gives back').fill(code);
  await sheet.getByLabel(/took part in a service/).check();
  await press(page, 'Enter');
  await expect(sheet.getByText('No referral is open.')).toBeVisible();
  expect(first.complaints).toEqual([]);
  await first.close();

  const second = await startConsole(profile);
  await signOn(second.page, 'Dana');
  await second.page.locator('.console').waitFor();
  await press(second.page, 'g', 'l');
  await expect(second.page.getByText(/Referrals are the clinicians’/)).toBeVisible();
  await press(second.page, 'Control+k');
  await second.page.keyboard.type('1');
  await press(second.page, 'Enter');
  await expect(second.page.locator('body')).not.toContainText(CLINIC);
  expect(second.complaints).toEqual([]);
  await second.close();
});
