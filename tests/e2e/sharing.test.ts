import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { cleanInBothThemes } from './support/access.ts';
import { seedCenter, signOn, TALKS } from './support/center.ts';
import { press, profileFolder, startConsole } from './support/console.ts';
import { pdfLetters } from './support/pdf-text.ts';
import type { IncidentId } from '#shared/lib/brand.ts';

test('what is shared is cut by consent, goes as previewed, and an emergency is reviewed', async () => {
  const profile = profileFolder();
  seedCenter(profile, (seed) => {
    const incidentId = seed.incident('4500 N Broadway, Uptown', TALKS) as IncidentId;
    seed.accept(incidentId);
    const cleo = seed.as('Cleo Clinician');
    seed.give(cleo, 'phone.take', { incidentId });
    seed.give(cleo, 'incident.add-note', { incidentId, kind: 'clinical', text: 'Therapysecret.' });
    seed.give(cleo, 'incident.add-note', { incidentId, kind: 'part-2', text: 'Programsecret.' });
  });
  const out = join(profile, 'packets');
  const first = await startConsole(profile, ['--paper', out]);
  const { page } = first;
  await signOn(page, 'Cleo');
  await page.locator('.console').waitFor();
  await press(page, 'g', 'c');
  await page.getByText('On the phone with you').waitFor();

  // Without a consent EMS gets the dispatch record, and sees nothing of what stays.
  await press(page, 'x');
  const goes = page.getByRole('region', { name: 'Goes to EMS' });
  const stays = page.getByRole('region', { name: 'Stays here' });
  await expect(goes).toContainText('4500 N Broadway');
  await expect(goes).not.toContainText('Therapysecret');
  await expect(stays).toContainText('No consent to clinical text for EMS holds now');

  // Two strokes: everything is filled in, Enter writes it down.
  await page.getByRole('button', { name: 'Consent…' }).press('Enter');
  await expect(page.getByRole('button', { name: 'They consent' })).toBeFocused();
  await cleanInBothThemes(page, 'sharing', '.sharing');
  await press(page, 'Enter');
  await expect(goes).toContainText('Therapysecret');
  await expect(stays).toContainText('No consent to substance-use text (Part 2)');
  await cleanInBothThemes(page, 'sharing', '.sharing');

  await press(page, 'Alt+Shift+P');
  await expect(page.getByText(/The packet for EMS is in .*\.pdf\./)).toBeVisible();
  await page.getByRole('button', { name: 'Save as EIDO' }).click();
  await expect(page.getByText(/The packet for EMS is in .*\.eido\.json\./)).toBeVisible();
  const files = readdirSync(out).toSorted();
  expect(files).toHaveLength(2);
  const read = (ending: string) => {
    const file = join(out, files.find((name) => name.endsWith(ending)) ?? '');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    return readFileSync(file);
  };
  const printed = pdfLetters(read('.pdf'));
  for (const wanted of ['Packet,incident1', '4500NBroadway', 'Therapysecret', 'ForEMSonly'])
    expect(printed.includes(wanted), wanted).toBe(true);
  const eido = read('.eido.json').toString();
  expect(JSON.parse(eido)).toMatchObject({ eidoVersion: '1.0' });
  expect(eido).toContain('Therapysecret');
  for (const bytes of [printed, eido]) expect(bytes.includes('Programsecret')).toBe(false);

  // Break-glass: one key, and Enter.
  await press(page, 'Alt+Shift+E');
  await expect(page.getByRole('button', { name: 'Disclose now' })).toBeFocused();
  await cleanInBothThemes(page, 'sharing', '.sharing');
  await press(page, 'Enter');
  const aloud = page.getByRole('region', { name: 'Read aloud and read back' });
  await expect(aloud).toContainText('Programsecret');
  await aloud.getByRole('checkbox', { name: 'Location' }).press('Space');
  await aloud.getByRole('button', { name: /Read back: 1 of/ }).click();
  const went = page.getByRole('region', { name: 'What went' });
  await expect(went).toContainText('Emergency, to be reviewed');
  await expect(went).toContainText('1 read back');
  expect(first.complaints).toEqual([]);
  await first.close();

  const second = await startConsole(profile, ['--paper', out]);
  await signOn(second.page, 'Sam');
  await second.page.locator('.console').waitFor();
  await press(second.page, 'g', 'r');
  await second.page.getByRole('button', { name: 'Emergency disclosures' }).click();
  const sheet = second.page.getByRole('dialog', { name: 'Emergency disclosures' });
  await expect(sheet).toContainText('1 to review');
  await expect(sheet).toContainText('Clear, imminent risk of serious harm');
  await expect(sheet).not.toContainText('secret');
  await cleanInBothThemes(second.page, 'sharing', '[role=dialog]');
  await sheet.getByLabel(/What you found about incident 1/).fill('It could not wait.');
  await press(second.page, 'Enter');
  await expect(sheet).toContainText('by Sam Supervisor: It could not wait.');

  // Dispatch makes its own: hazards for police, no clinical word.
  await press(second.page, 'Escape', 'g', 'q', 'Enter', 'Alt+Shift+P');
  const packet = second.page.getByRole('dialog', { name: 'Packet' });
  await expect(packet.getByRole('region', { name: 'Goes to Police' })).toContainText(
    /No: .*Weapon in hand/,
  );
  await expect(packet).not.toContainText('secret');
  await cleanInBothThemes(second.page, 'sharing', '[role=dialog]');
  expect(second.complaints).toEqual([]);
  await second.close();
});
