import { expect, test } from '@playwright/test';
import { cleanInBothThemes } from './support/access.ts';
import { consoleAs } from './support/center.ts';
import { press } from './support/console.ts';
import type { IncidentId, UnitId } from '#shared/lib/brand.ts';

test('a shift on the command line: completed, previewed, sent, stacked, taken off and undone', async () => {
  const { page, close, complaints } = await consoleAs('Dana', (seed) => {
    const dana = seed.as('Dana Dispatcher');
    for (const address of ['4500 N Broadway, Uptown', '900 W Wilson Ave, Uptown']) {
      const incidentId = seed.incident(address, { 'in-person-need': 'yes' }) as IncidentId;
      seed.accept(incidentId);
      const unitId = 'M1' as UnitId;
      if (address.startsWith('4500'))
        seed.give(dana, 'incident.assign-unit', { incidentId, unitId, reason: null });
    }
  });
  const line = page.getByRole('combobox', { name: 'Command' });
  const list = page.getByRole('listbox', { name: 'What may come next' });
  const queue = page.getByRole('listbox', { name: /calls and incidents/ });
  const first = queue.getByRole('option', { name: /4500 N Broadway/ });
  const second = queue.getByRole('option', { name: /900 W Wilson/ });
  await expect(second).toBeVisible();
  await second.click();
  await expect(page.getByRole('region', { name: 'Timeline', exact: true })).toBeVisible();

  // What may go, best first; what Enter will do is said before it is pressed.
  await press(page, '/');
  await page.keyboard.type('2 m2');
  const preview = page.locator('.command-preview');
  await expect(preview).toHaveText('↵ Enter: M2 → incident 2, 900 W Wilson Ave, Uptown: assigned');
  await press(page, 'Escape', '/');
  await page.keyboard.type('os m2');
  await expect(preview).toContainText('Refused: M2 is available and cannot become on scene');
  await cleanInBothThemes(page, 'the command line', '.command');

  // By the name of one of the crew, completed with Tab.
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('m1');
  await expect(list.getByRole('option').first()).toContainText('M1');
  await press(page, 'Tab');
  await expect(line).toHaveValue('M1 ');
  await expect(list.getByRole('option').first()).toContainText('er');
  await page.keyboard.type('er');
  await press(page, 'Enter');
  await expect(line).toBeHidden();
  await expect(first).toContainText(/M1/);

  await press(page, '/');
  await page.keyboard.type('2 stack m1 knows the person');
  await expect(preview).toContainText('M1 comes to incident 2, 900 W Wilson Ave, Uptown after 1');
  await press(page, 'Enter');
  const timeline = page.getByRole('region', { name: 'Timeline, newest last' });
  await expect(timeline).toContainText('M1 comes after incident 1 — knows the person');
  await press(page, '/');
  await page.keyboard.type('m1 unstack it takes too long');
  await press(page, 'Enter');
  await expect(second).toContainText('M1 does not come: taken off by hand');
  await expect(timeline).toContainText('taken off by hand — it takes too long');

  // What was given before comes back, and a note is struck and stays.
  await press(page, '/', 'ArrowUp');
  await expect(line).toHaveValue('m1 unstack it takes too long');
  await press(page, 'Escape', '/');
  await page.keyboard.type('2 note door code 44');
  await press(page, 'Enter');
  await expect(timeline).toContainText('door code 44');
  await press(page, 'Control+Z');
  await expect(timeline.locator('s')).toHaveText('door code 44');
  await press(page, 'Control+Z');
  await expect(page.getByRole('alert').filter({ hasText: 'The note is struck' })).toBeVisible();

  expect(complaints).toEqual([]);
  await close();
});
