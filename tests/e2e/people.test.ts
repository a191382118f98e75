import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { cleanInBothThemes } from './support/access.ts';
import { consoleAs, type Seeder } from './support/center.ts';
import { press } from './support/console.ts';
import type { IncidentId, PersonId } from '#shared/lib/brand.ts';

const KEEP_BACK = 'Keep two steps back, and speak to her by her first name.';

/** An invented person whose first call was last week, with a note for whoever meets them. */
function knownBefore(seed: Seeder): void {
  seed.minutesAgo(7 * 24 * 60);
  const incidentId = seed.incident('4500 N Broadway, Uptown') as IncidentId;
  const personId = register(seed, { incidentId, name: 'Jordan Example', phone: '312-555-0100' });
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  seed.give(seed.as('Dana Dispatcher'), 'person.write-note', {
    personId,
    text: KEEP_BACK,
    source: 'Crew of M1',
    reviewOn: day(60),
    expiresOn: day(90),
  });
}

function register(
  seed: Seeder,
  known: { incidentId: IncidentId | null; name: string; phone: string },
): PersonId {
  const dana = seed.as('Dana Dispatcher');
  const rest = { birthDate: '1984-03-02', address: '' };
  return seed.give(dana, 'person.register', { ...known, ...rest }) as PersonId;
}

const card = (page: Page) => page.getByRole('region', { name: 'Known from earlier calls' });

test('a second call from the same number is recognised, confirmed, and met as the note says', async () => {
  const { page, complaints, close } = await consoleAs('Dana', (seed) => {
    knownBefore(seed);
    seed.minutesAgo(0);
    seed.call('4500 N Broadway, Uptown', 'Please come back.');
  });
  await press(page, 'g', 'q', 'Home');
  // The call still rings, and whoever answers it reads how to.
  await expect(card(page)).toContainText('May be: Jordan Example');
  await expect(card(page)).toContainText(KEEP_BACK);
  await expect(card(page)).toContainText('1 earlier contact');
  await press(page, 'Enter');
  await page.getByRole('heading', { name: /Incident 2/ }).waitFor();
  await expect(card(page)).toContainText('May be: Jordan Example');

  await press(page, 'Escape', 'g', 'i', 'Shift+K');
  const sheet = page.getByRole('dialog', { name: 'Who is this?' });
  await expect(sheet.getByRole('option', { name: /Jordan Example/ })).toBeVisible();
  await expect(sheet).toContainText('The same number: (312) 555-0100');
  await expect(sheet).toContainText('A number alone is never enough');
  await press(page, 'f');
  await page.keyboard.type('Example, Jordan');
  await press(page, 'Enter');
  await expect(sheet).toContainText('The full name and the number agree.');
  await press(page, 'y');
  await expect(sheet).toContainText('Confirmed: Jordan Example');
  await cleanInBothThemes(page, 'who is this');
  await press(page, 'Escape');
  await expect(card(page)).toContainText('Confirmed: Jordan Example');
  await expect(card(page)).toContainText(KEEP_BACK);
  await expect(page.getByRole('region', { name: 'Timeline', exact: true })).toContainText(
    'Confirmed: a person known here (The same name',
  );
  expect(complaints).toEqual([]);
  await close();
});

test('two records of one person are merged and taken apart by keyboard', async () => {
  const { page, complaints, close } = await consoleAs('Dana', (seed) => {
    knownBefore(seed);
    register(seed, { incidentId: null, name: 'J. Example', phone: '312-555-0177' });
  });
  await press(page, 'g', 'q', 'g', 'a');
  await page.getByLabel('Find a person').waitFor();
  await page.keyboard.type('jordan');
  // The list of the letters typed so far, not of those before.
  await expect(page.getByRole('option')).toHaveCount(1);
  await press(page, 'ArrowDown');
  const person = page.getByRole('region', { name: 'Person', exact: true });
  await expect(person.getByRole('heading', { name: /Jordan Example/ })).toBeVisible();
  await expect(person.getByRole('region', { name: 'May be the same person' })).toContainText(
    'The initials fit',
  );
  await cleanInBothThemes(page, 'people');
  await press(page, 'Shift+M');
  await page.keyboard.type('#2');
  await expect(page.getByRole('option', { name: /J\. Example/ })).toBeVisible();
  await press(page, 'Enter');
  await expect(page.getByRole('region', { name: 'What it would be' })).toContainText(
    '(312) 555-0100 · J. Example',
  );
  await page.keyboard.type('Her second phone');
  await press(page, 'Enter');
  const merged = person.getByRole('region', { name: 'Merged' });
  await expect(merged).toContainText('Person 2');
  await press(page, 'Shift+U');
  await page.keyboard.type('Two sisters');
  await press(page, 'Enter');
  await expect(merged).toBeHidden();
  await expect(person.getByRole('region', { name: 'History' })).toContainText(
    'Person 2 taken apart again: Two sisters',
  );
  expect(complaints).toEqual([]);
  await close();
});
