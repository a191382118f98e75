import { expect, test } from '@playwright/test';
import { cleanInBothThemes } from './support/access.ts';
import { consoleAs } from './support/center.ts';
import { press } from './support/console.ts';
import type { IncidentId, UnitId } from '#shared/lib/brand.ts';

test('a unit goes with its reasons, waits until police is there, and is let in by one key', async () => {
  const { page, close, complaints } = await consoleAs('Dana', (seed) => {
    const incidentId = seed.incident('4500 N Broadway, Uptown', {
      'in-person-need': 'yes',
    }) as IncidentId;
    const [sam, dana] = [seed.as('Sam Supervisor'), seed.as('Dana Dispatcher')];
    const M2 = 'M2' as UnitId;
    seed.give(sam, 'unit.set-languages', {
      unitId: M2,
      name: 'M2 clinician',
      languages: ['pl'],
    });
    seed.accept(incidentId);
    const unitId = 'P11' as UnitId;
    seed.give(dana, 'incident.assign-unit', { incidentId, unitId, reason: null });
  });
  const pane = page.locator('[data-pane="incident"]');
  await page.getByRole('option', { name: /4500 N Broadway/ }).waitFor();
  await press(page, 'Enter');
  const next = pane.getByRole('list', { name: /Who goes/ });
  await expect(next.getByRole('listitem').first()).toContainText('M1');

  // Polish is noted by keyboard: the unit whose crew speaks it goes first now, and says so.
  await page.keyboard.press('Alt+Shift+L');
  const language = page.getByRole('combobox', { name: 'Language of the person' });
  await expect(language).toBeFocused();
  await page.keyboard.type('polish');
  await press(page, 'Enter');
  await page.getByRole('button', { name: /Note it/ }).click();
  await expect(next.getByRole('listitem').first()).toContainText('M2');
  await expect(next.getByRole('listitem').first()).toContainText('Speaks Polish');

  await page.keyboard.press('Alt+Shift+H');
  const sheet = page.getByRole('dialog', { name: /Wait until the scene is secure/ });
  await expect(sheet.getByRole('list', { name: 'Already on it' })).toContainText(
    /P11 assigned 0 min, armed/,
  );
  await cleanInBothThemes(page, 'waiting until the scene is secure', '[role=dialog]');
  await page.keyboard.type('Lawrence and Broadway');
  await press(page, 'Enter');
  const waiting = pane.getByRole('region', { name: /Waiting until the scene is secure/ });
  await expect(waiting).toContainText('M2 waits at Lawrence and Broadway until P11 has secured');

  // Not before police has reported to be there.
  await waiting.getByRole('button', { name: /Scene is secure/ }).click();
  await expect(pane.getByText(/P11 is assigned and has not reported on scene/)).toBeVisible();
  await pane.focus();
  await press(page, '/');
  await page.keyboard.type('os P11');
  await press(page, 'Enter');
  await expect(pane.getByText('P11 on scene')).toBeVisible();
  await pane.focus();
  await page.keyboard.press('Shift+G');
  await expect(waiting).toBeHidden();
  await expect(pane.getByText('Scene secure (P11): M2 may go in')).toBeVisible();
  expect(complaints).toEqual([]);
  await close();
});
