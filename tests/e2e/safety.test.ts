import { expect, test } from '@playwright/test';
import { consoleAs } from './support/center.ts';
import { press } from './support/console.ts';
import type { IncidentId, UnitId } from '#shared/lib/brand.ts';

const M1 = 'M1' as UnitId;

test('duress covers every screen, is seen with Enter, and ends with a reason', async () => {
  const { page, complaints, close } = await consoleAs('Dana', (seed) => {
    const dana = seed.as('Dana Dispatcher');
    const incidentId = seed.incident('4500 N Broadway, Uptown', {
      'in-person-need': 'yes',
    }) as IncidentId;
    seed.accept(incidentId);
    seed.give(dana, 'incident.assign-unit', { incidentId, unitId: M1, reason: null });
    seed.give(dana, 'unit.set-status', { unitId: M1, status: 'en-route' });
    seed.give(dana, 'unit.set-status', { unitId: M1, status: 'on-scene' });
  });
  await expect(page.getByText(/check-in due 1\d:\d\d/).first()).toBeVisible();
  await press(page, '/');
  await page.keyboard.type('duress m1');
  await press(page, 'Enter');
  const cover = page.getByRole('alertdialog');
  await expect(cover).toContainText('DURESS M1');
  await expect(cover).toContainText('Behavioral-health team, Uptown');
  await expect(cover).toBeFocused();

  // Tab goes from the cover to police/EMS now and back: nothing else can be reached.
  for (let at = 0; at < 6; at += 1) {
    await press(page, 'Tab');
    const inside = await page.evaluate(
      () =>
        document.activeElement?.closest('.duress, .upgrade, body > *:not(#console)') != null ||
        document.activeElement === document.body,
    );
    expect(inside).toBe(true);
  }
  await press(page, 'p');
  await expect(page.getByRole('group', { name: /is armed/ })).toContainText('incident 1');
  await press(page, 'Escape', 'Control+l');
  await expect(cover).toBeVisible();
  await expect(page.getByText('4500 N Broadway')).toHaveCount(0);

  await page.waitForTimeout(700);
  await cover.focus();
  await press(page, 'Enter');
  await expect(cover).toBeHidden();
  const line = page.getByRole('region', { name: 'M1: DURESS' });
  await expect(line).toContainText('Seen by Dana Dispatcher');
  await page.getByRole('button', { name: 'Lift the veil' }).click();
  await line.getByRole('button', { name: 'It is over' }).click();
  await page.keyboard.type('Spoke to both of them.');
  await press(page, 'Enter');
  await expect(line).toBeHidden();
  expect(complaints).toEqual([]);
  await close();
});
