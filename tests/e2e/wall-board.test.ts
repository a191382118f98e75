import { expect, test } from '@playwright/test';
import { cleanInBothThemes } from './support/access.ts';
import { consoleAs } from './support/center.ts';
import { press } from './support/console.ts';
import type { IncidentId, UnitId } from '#shared/lib/brand.ts';

const M1 = 'M1' as UnitId;

test('the wall board shows the floor without a person in it, and outlives sign-off and the veil', async () => {
  const { app, page, complaints, close } = await consoleAs('Dana', (seed) => {
    const incidentId = seed.incident('4500 N Broadway, Uptown', {
      'in-person-need': 'yes',
    }) as IncidentId;
    seed.accept(incidentId);
    const dana = seed.as('Dana Dispatcher');
    seed.give(dana, 'incident.assign-unit', { incidentId, unitId: M1, reason: null });
    seed.call('900 W Wilson Ave, Uptown', 'He has not eaten for days.');
  });
  const opened = app.waitForEvent('window');
  await press(page, 'g', 'w');
  const wall = await opened;
  const says = wall.locator('body');
  await expect(wall.getByRole('heading', { name: 'Test Center' })).toBeVisible();
  await expect(wall.getByRole('region', { name: 'Open incidents' })).toContainText('Uptown, North');
  await expect(wall.getByRole('region', { name: 'Teams' })).toContainText('M2');
  await expect(says).not.toContainText(/Broadway|Wilson|eaten|sister|Dana|555/);

  // The console is veiled and signed off; the room still sees what happens.
  await press(page, '/');
  await page.keyboard.type('duress m1');
  await press(page, 'Enter');
  await expect(wall.getByRole('list', { name: 'Alarms' })).toContainText('DURESS M1');
  await press(page, 'Control+l');
  await expect(wall.getByText('Calls waiting')).toBeVisible();

  const asked = await wall.evaluate(async () => {
    const topics = ['board.snapshot', 'desk.hello', 'operator.sign-on', 'find.anything'];
    const replies = await Promise.all(topics.map((topic) => window.caredesk.ask(topic, {})));
    return replies.map((reply) => (reply.ok ? 'answered' : reply.refused));
  });
  expect(new Set(asked)).toEqual(new Set(['wall-only-looks']));

  await cleanInBothThemes(wall, 'the wall board');
  expect(complaints).toEqual([]);
  await close();
});
