import { expect, test, type Page } from '@playwright/test';
import { cleanInBothThemes } from './support/access.ts';
import { consoleAs, type Seeder } from './support/center.ts';
import { press } from './support/console.ts';
import type { IncidentId, UnitId } from '#shared/lib/brand.ts';

/** An incident a team was decided for, of that call type. */
function forATeam(seed: Seeder, address: string, callType: string): IncidentId {
  const incidentId = seed.incident(address, { 'in-person-need': 'yes' }) as IncidentId;
  seed.give(seed.as('Dana Dispatcher'), 'incident.set-call-type', { incidentId, callType });
  seed.accept(incidentId);
  return incidentId;
}

async function commandLine(page: Page, line: string): Promise<void> {
  await press(page, '/');
  await page.keyboard.type(line);
  await press(page, 'Enter');
}

test('a unit on its way is taken for a higher priority, stood down and put right, by keyboard', async () => {
  const { page, close, complaints } = await consoleAs('Dana', (seed) => {
    const incidentId = forATeam(seed, '4500 N Broadway, Uptown', 'WELBNG');
    const dana = seed.as('Dana Dispatcher');
    const unitId = 'M1' as UnitId;
    seed.give(dana, 'incident.assign-unit', { incidentId, unitId, reason: null });
    seed.give(dana, 'unit.set-status', { unitId, status: 'en-route' });
    forATeam(seed, '900 W Wilson Ave, Uptown', 'SUITHR');
  });
  const queue = page.getByRole('listbox', { name: /calls and incidents/ });
  const first = queue.getByRole('option', { name: /4500 N Broadway/ });
  const second = queue.getByRole('option', { name: /900 W Wilson/ });
  const pane = page.locator('[data-pane="incident"]');
  await expect(second).toBeVisible();
  await second.click();

  await press(page, 'a');
  const sheet = page.getByRole('dialog', { name: 'Send a unit' });
  await sheet.getByRole('combobox', { name: 'Unit' }).waitFor();
  await page.keyboard.type('m1');
  await expect(sheet).toContainText('On its way to 1 (L2): can be pre-empted');
  await press(page, 'Enter');
  await expect(sheet).toContainText('M1 is still on 1 (L2): it comes after that.');
  await expect(sheet.getByLabel('Why M1')).toBeFocused();
  await page.keyboard.type('A suicide threat two blocks away.');
  await cleanInBothThemes(page, 'the sheet', '[role=dialog]');
  await press(page, 'Tab', 'Tab');
  await expect(sheet.getByRole('button', { name: /Pre-empt/ })).toBeFocused();
  await press(page, 'Enter');
  await expect(sheet).toBeHidden();
  await expect(pane).toContainText('M1');

  // The first one asks for a unit again.
  await expect(first).toContainText('M1 was taken for incident 2');
  await first.click();
  const timeline = page.getByRole('region', { name: 'Timeline, newest last' });
  await expect(timeline).toContainText('M1 was taken for incident 2 — A suicide threat');

  await second.click();
  await commandLine(page, 'er M1');
  await expect(timeline).toContainText('M1 en route');
  await commandLine(page, 'os M1');
  await expect(timeline).toContainText('M1 on scene');
  await commandLine(page, 'undo');
  await expect(timeline).toContainText('Corrected: M1 is en route, not on scene (undone)');
  await commandLine(page, 'sd M1 the family is there');
  await expect(timeline).toContainText('Stood down: M1 — the family is there');
  await expect(second).toContainText('Stood down');

  await press(page, 'g', 'b');
  await expect(page.locator('[data-pane="teams"] [aria-selected="true"]')).toBeVisible();
  await press(page, 's');
  await page.getByRole('dialog', { name: /status/i }).waitFor();
  await press(page, 'r');
  await page.getByRole('list', { name: 'What it really is' }).waitFor();
  await cleanInBothThemes(page, 'the sheet', '[role=dialog]');
  expect(complaints).toEqual([]);
  await close();
});
