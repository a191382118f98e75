import { expect, test, type Page } from '@playwright/test';
import { seedCenter, signOn, TALKS } from './support/center.ts';
import { press, profileFolder, startConsole } from './support/console.ts';
import { resolved } from '../support/phone-endings.ts';
import type { IncidentId } from '#shared/lib/brand.ts';

const CLINIC = 'Invented Walk-in Clinic';

/** Somebody called three weeks ago, said who they are, and was helped by phone. Today they call again. */
function seedRepeatCaller(profile: string): void {
  seedCenter(profile, (seed) => {
    const cleo = seed.as('Cleo Clinician');
    seed.minutesAgo(21 * 24 * 60);
    const before = seed.incident('4500 N Broadway, Uptown', TALKS) as IncidentId;
    seed.give(seed.as('Dana Dispatcher'), 'person.register', {
      incidentId: before,
      name: 'Robin Example',
      birthDate: '1990-05-06',
      phone: '312-555-0100',
      address: '4500 N Broadway, Uptown',
    });
    seed.accept(before);
    seed.give(cleo, 'phone.take', { incidentId: before });
    const ending = { ...resolved, notAsked: 'They had to go.' };
    seed.give(cleo, 'phone.resolve', { incidentId: before, ending, secondPerson: null });
    seed.minutesAgo(0);
    seed.accept(seed.incident('4500 N Broadway, Uptown', TALKS));
  });
}

/** What the funnel counts in a step, and of how many it cannot tell yet. */
async function stepOf(page: Page, label: string): Promise<string[]> {
  const row = page.getByRole('table', { name: 'Steps of the funnel' }).getByRole('row', {
    name: new RegExp(`^${label} `),
  });
  return (await row.getByRole('cell').allTextContents()).map((text) => text.trim());
}

async function funnelAsSam(profile: string): Promise<{ served: string[]; linked: string[] }> {
  const { page, close, complaints } = await startConsole(profile);
  await signOn(page, 'Sam');
  await page.locator('.console').waitFor();
  await press(page, 'g', 'o', '1');
  await page.getByRole('table', { name: 'Steps of the funnel' }).waitFor();
  const steps = { served: await stepOf(page, 'Served'), linked: await stepOf(page, 'Linked') };
  expect(complaints).toEqual([]);
  await close();
  return steps;
}

test('a repeat caller from recognition through referral to confirmed linkage and the figures that change', async () => {
  const profile = profileFolder();
  seedRepeatCaller(profile);
  const before = await funnelAsSam(profile);
  expect([before.served[0], before.linked[0]]).toEqual(['1', '0']);

  const { page, close, complaints } = await startConsole(profile);
  await signOn(page, 'Cleo');
  await page.locator('.console').waitFor();
  await press(page, 'g', 'c');
  await page.getByRole('button', { name: /Take the call/ }).waitFor();
  await press(page, 'Enter');
  await page.getByText('On the phone with you').waitFor();

  // Recognised: the evidence is read, and a human says that it is them.
  await press(page, 'Shift+K');
  const who = page.getByRole('dialog', { name: 'Who is this?' });
  await expect(who).toContainText('Robin Example');
  await press(page, 'y');
  await expect(page.getByText(/Confirmed: incident 2 is about Robin Example/)).toBeVisible();
  await press(page, 'Escape');

  // Referred, which ends the call and connects nobody.
  await page.getByRole('tab', { name: /Questions/ }).focus();
  await press(page, 'f');
  await page.getByLabel('Referred to').fill(CLINIC);
  await page.getByLabel('Yes, the place may be told').check();
  await page.getByLabel('How they get there').fill('by bus');
  await page.getByLabel('When', { exact: true }).fill('tonight');
  await press(page, 'Enter');
  await expect(page.getByText('On the phone with you')).toBeHidden();

  await press(page, 'g', 'l');
  const sheet = page.getByRole('dialog', { name: 'Referrals' });
  const head = sheet.getByRole('button', { name: new RegExp(CLINIC) });
  await expect(head).toBeFocused();
  const code = /Code ([0-9A-Z-]+)/.exec(await sheet.innerText())?.[1] ?? '';
  await press(page, 's');
  await expect(page.getByRole('button', { name: 'They consent' })).toBeFocused();
  await press(page, 'Enter');
  await expect(sheet.getByText(/A consent for a community partner holds/)).toBeVisible();
  await head.focus();
  await press(page, 's');
  await sheet.getByRole('radio', { name: 'by phone' }).press('Enter');
  await expect(head).toContainText('sent');
  await press(page, 'a');
  await sheet.getByLabel('Who said it').press('Enter');
  await expect(head).toContainText('accepted');
  await press(page, 'c');
  await sheet.getByLabel('Code the place gives back').fill(code);
  await sheet.getByLabel(/took part in a service/).check();
  await press(page, 'Enter');
  await expect(sheet.getByText('No referral is open.')).toBeVisible();
  expect(complaints).toEqual([]);
  await close();

  const after = await funnelAsSam(profile);
  expect([after.served[0], after.linked[0]]).toEqual(['2', '1']);
});
