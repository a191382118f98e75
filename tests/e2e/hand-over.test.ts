import { expect, test, type Page } from '@playwright/test';
import { consoleAs, PASSPHRASE, signOn } from './support/center.ts';
import { centerFolder, press, startConsole } from './support/console.ts';
import { openDesk } from '#main/desk/open-desk.ts';
import type { IncidentId } from '#shared/lib/brand.ts';

const HOLD = 'M2 comes free in ten minutes.';
const CALLBACK = 'Tell her which team comes.';

/** Opens the sheet and offers it to Theo, with the keyboard. */
async function offerToTheo(page: Page): Promise<void> {
  await page.getByLabel('Who takes over').focus();
  await page.keyboard.type('Theo');
  await press(page, 'Enter', 'Tab');
  await page.keyboard.type('Her line drops often: ring twice.');
  await press(page, 'Tab', 'Enter');
}

test('a dispatcher hands over at the same console; it is read, accepted, moved and kept', async () => {
  let incidentId = '' as IncidentId;
  const { page, profile, complaints, close } = await consoleAs('Dana', (seed) => {
    const account = { name: 'Theo Night', role: 'dispatcher', passphrase: PASSPHRASE } as const;
    seed.give(seed.as('Ada Admin'), 'operator.add', account);
    const dana = seed.as('Dana Dispatcher');
    incidentId = seed.incident('4500 N Broadway, Uptown', {
      'in-person-need': 'yes',
    }) as IncidentId;
    seed.give(dana, 'incident.hold', { incidentId, minutes: 10, reason: HOLD });
    seed.give(dana, 'contact.promise', {
      incidentId,
      promised: { kind: 'callback', minutes: 20 },
      whom: 'caller',
      number: '312-555-0100',
      message: 'no',
      reason: CALLBACK,
    });
  });

  // Nobody goes silently: signing off says what is still theirs and offers the hand-over.
  await page.locator('.strip-who').click();
  await page.getByRole('dialog', { name: 'Dana Dispatcher' }).waitFor();
  await press(page, 'o');
  await expect(page.getByText(/You still own incident 1 and 1 promised call/)).toBeVisible();
  await press(page, 'h');
  const sheet = page.getByRole('dialog', { name: 'Hand-over' });
  await expect(sheet).toContainText(HOLD);
  await expect(sheet).toContainText('Held, promised until');
  await expect(sheet).toContainText(CALLBACK);
  await offerToTheo(page);

  await expect(sheet.getByText('Theo Night reads this and accepts here')).toBeVisible();
  await expect(sheet).toContainText('Her line drops often');
  await page.getByLabel('Passphrase of Theo Night').focus();
  await page.keyboard.type('not his');
  await press(page, 'Enter');
  await expect(sheet).toContainText('That is not the passphrase of Theo Night');
  await page.getByLabel('Passphrase of Theo Night').focus();
  await page.keyboard.type(PASSPHRASE);
  await press(page, 'Enter');
  await expect(sheet).toContainText('Every incident and every promised call has its new owner');
  await expect(sheet).toContainText('You own no open incident.');

  await page.getByRole('button', { name: 'Sign off, or switch operator' }).click();
  await page.getByRole('dialog', { name: 'Dana Dispatcher' }).waitFor();
  await press(page, 'o');
  await signOn(page, 'Theo');
  await page.locator('.console').waitFor();
  await expect(page.getByRole('region', { name: 'Queue' })).toContainText('You');
  expect(complaints).toEqual([]);
  await close();

  const desk = openDesk({ folder: centerFolder(profile) });
  const types = [...desk.journal.entriesAfter(0)].map(({ event }) => event.type);
  desk.close();
  for (const type of ['hand-over.offered', 'hand-over.accepted', 'contact.owner-changed'] as const)
    expect(types.filter((each) => each === type)).toHaveLength(1);
  expect(types).not.toContain('operator.left-holding');

  const again = await startConsole(profile);
  await signOn(again.page, 'Theo');
  await again.page.locator('.console').waitFor();
  await press(again.page, 'g', 'h');
  await expect(again.page.getByRole('dialog', { name: 'Hand-over' })).toContainText(CALLBACK);
  await again.close();
});
