import { expect, test } from '@playwright/test';
import { cleanInBothThemes } from './support/access.ts';
import { consoleAs } from './support/center.ts';
import { press } from './support/console.ts';
import type { IncidentId, UnitId } from '#shared/lib/brand.ts';

test('a supervisor changes an assumption by keyboard, and the cost and its history follow', async () => {
  const { page, close, complaints } = await consoleAs('Sam', (seed) => {
    const dana = seed.as('Dana Dispatcher');
    const incidentId = seed.incident('4500 N Broadway, Uptown', {
      'in-person-need': 'yes',
    }) as IncidentId;
    const unitId = 'M1' as UnitId;
    seed.accept(incidentId);
    seed.give(dana, 'incident.assign-unit', { incidentId, unitId, reason: null });
    for (const status of ['en-route', 'on-scene', 'clearing', 'available'] as const)
      seed.give(dana, 'unit.set-status', { unitId, status });
    seed.give(dana, 'incident.close', { incidentId, disposition: 'services', note: '' });
  });
  await press(page, 'g', 'o');
  await page.getByRole('navigation', { name: 'Views of the outcomes' }).waitFor();
  await press(page, '4');
  const cost = page.getByRole('region', { name: 'Cost per contact' });
  await expect(cost).toContainText('no data');
  await expect(page.getByText(/The roster has no shift of these teams/).first()).toBeVisible();
  await expect(page.getByText('Nobody has changed them yet')).toBeVisible();

  await page.getByRole('button', { name: 'Change Team hours' }).focus();
  await press(page, 'Enter');
  const form = page.getByRole('form', { name: 'Change Team hours' });
  await expect(form.getByLabel('Lowest')).toBeFocused();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('24');
  await press(page, 'Enter');
  await expect(form.getByText(/low \(24\) is above likely \(0\)/)).toBeVisible();
  for (const next of ['24', '24']) {
    await press(page, 'Tab');
    await page.keyboard.press('Control+A');
    await page.keyboard.type(next);
  }
  await form.getByLabel('Why you change it').focus();
  await page.keyboard.type('One team around the clock.');
  await press(page, 'Enter');

  await expect(cost).toContainText(/\$[\d,]+ over 1 contact/);
  await expect(page.getByText(/Not enough data: of 1 contact .* 30 are needed/)).toBeVisible();
  const history = page.getByRole('region', { name: 'Changes' });
  await expect(history).toContainText('Sam Supervisor');
  await expect(history).toContainText('One team around the clock.');
  await expect(history).toContainText('Team hours: 0 / 0 / 0 → 24 / 24 / 24');
  await cleanInBothThemes(page, 'Cost');

  await history.getByRole('button', { name: /Step back/ }).focus();
  await press(page, 'Enter');
  await page.keyboard.type('The roster will say it.');
  await press(page, 'Enter');
  await expect(cost).toContainText('no data');
  await expect(history).toContainText('Taken back by Sam Supervisor');
  expect(complaints).toEqual([]);
  await close();
});
