import { expect, test } from '@playwright/test';
import { consoleAs, signOn } from './support/center.ts';
import { press, startConsole } from './support/console.ts';

test('an incident nobody came to closes with its reason, and the supervisor sees it in the week', async () => {
  const { page, close, profile, complaints } = await consoleAs('Dana', (seed) => {
    seed.accept(seed.incident('4500 N Broadway, Uptown', { 'in-person-need': 'yes' }));
  });
  await press(page, 'g', 'q', 'Enter');
  await expect(page.getByRole('region', { name: 'Recommendation' })).toContainText(
    'Behavioral-health team',
  );
  await press(page, 'd');
  const why = page.getByRole('group', { name: /alternative response/ });
  await why.waitFor();
  await press(page, '1', 'Enter');
  await expect(page.getByText('Choose why no alternative response goes.')).toBeVisible();
  await press(page, 't');
  await expect(why.getByRole('radio', { name: /It took too long/ })).toBeChecked();
  await press(page, 'Enter');
  await expect(page.getByText(/Incident 1 is closed/)).toBeVisible();
  expect(complaints).toEqual([]);
  await close();

  const supervisor = await startConsole(profile);
  await signOn(supervisor.page, 'Sam');
  await supervisor.page.locator('.console').waitFor();
  await press(supervisor.page, 'g', 'o', '6');
  const ledger = supervisor.page.getByRole('region', { name: 'Eligible but not sent' });
  await expect(ledger).toContainText('100 % not sent: 1 of 1 eligible incident.');
  await expect(ledger.getByRole('region', { name: /hour of the week/ })).toContainText('1 of 1');
  await expect(ledger.getByRole('row', { name: /It took too long/ }).first()).toContainText(
    '1 of 1',
  );
  expect(supervisor.complaints).toEqual([]);
  await supervisor.close();
});
