import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { cleanInBothThemes } from './support/access.ts';
import { consoleAs, PASSPHRASE, type Seeder } from './support/center.ts';
import { press, profileFolder } from './support/console.ts';
import { readExport } from '#main/desk/audit/read-export.ts';

test('a supervisor finds who looked at what, that the record is whole, and exports it by a key two people renew', async () => {
  const folder = profileFolder();
  const seeded = (seed: Seeder) => {
    const incidentId = seed.incident('4500 N Broadway, Uptown');
    const cleo = seed.as('Cleo Clinician');
    const note = { incidentId, kind: 'clinical', text: 'Invented words.' } as const;
    seed.give(cleo, 'incident.add-note', note);
    seed.give(cleo, 'incident.focus', { incidentId });
  };
  const { page, close } = await consoleAs('Sam', seeded, ['--paper', folder]);
  await press(page, 'g', 'j');
  await page.getByRole('option', { name: /Cleo Clinician Looked at protected words/ }).waitFor();
  await press(page, 'v');
  await page.getByText(/entries are as they were written/).waitFor();
  await cleanInBothThemes(page, 'audit');

  await press(page, 'e');
  await expect(page.getByText(/The signed audit is in/)).toBeVisible();
  const key = page.getByRole('region', { name: 'The signing key' });
  const former = await key.locator('code').innerText();
  await press(page, 'Shift+K');
  const form = page.getByRole('form', { name: 'A new signing key' });
  await form.getByLabel('Who agrees').fill('Ada');
  await press(page, 'Enter');
  await form.getByLabel('Their passphrase').fill(PASSPHRASE);
  await cleanInBothThemes(page, 'a new signing key');
  await press(page, 'Enter');
  await expect(page.getByText(/signed with a new key from now on/)).toBeVisible();
  await expect(key.locator('code')).toHaveCount(2);
  await expect(key.locator('code').last()).toHaveText(former);
  await page.getByRole('listbox', { name: /newest first/ }).focus();
  await press(page, 'Shift+P');
  await expect(page.getByText(/The page is in/)).toBeVisible();
  const made = readdirSync(folder).sort();
  expect(made).toEqual([
    expect.stringMatching(/^caredesk-audit-.*\.jsonl$/),
    expect.stringMatching(/^caredesk-signing-key-.*\.pdf$/),
  ]);
  const verdict = readExport(join(folder, made[0]!), former.replaceAll(' ', ''));
  expect(verdict).toMatchObject({ ok: true, fault: null });
  await close();
});
