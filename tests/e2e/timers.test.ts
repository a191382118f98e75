import { expect, test } from '@playwright/test';
import { consoleAs, type Seeder } from './support/center.ts';
import { press } from './support/console.ts';
import type { IncidentId, UnitId } from '#shared/lib/brand.ts';

const LONG_WAIT = { timeout: 15_000 };

/** An incident decided for a team; with a unit, it was sent there. */
function decided(seed: Seeder, address: string, unit: string | null): IncidentId {
  const incidentId = seed.incident(address, { 'in-person-need': 'yes' }) as IncidentId;
  seed.accept(incidentId);
  const unitId = unit as UnitId;
  if (unit !== null)
    seed.give(seed.as('Dana Dispatcher'), 'incident.assign-unit', {
      incidentId,
      unitId,
      reason: null,
    });
  return incidentId;
}

test('a unit that does not move is warned of, then alerted; a caller who waits is called again', async () => {
  const { page, complaints, close } = await consoleAs('Dana', (seed) => {
    seed.minutesAgo(12);
    decided(seed, '100 W Chicago, Uptown', null);
    seed.minutesAgo(6);
    decided(seed, '4500 N Broadway, Uptown', 'M1');
    seed.minutesAgo(4);
    decided(seed, '200 N Clark, Lakeview', 'R1');
    seed.minutesAgo(0);
  });
  // R1 is past the warning of its limit, M1 past the alert: the watch has written that by itself.
  const unit = (sign: string) => page.getByRole('option', { name: new RegExp(`^${sign}\\b`) });
  await expect(unit('R1')).toContainText('too long in 0', LONG_WAIT);
  await expect(unit('M1')).toContainText('▲ too long', LONG_WAIT);
  const queue = page.getByRole('region', { name: 'Queue' });
  const row = queue.getByRole('option').filter({ hasText: '4500 N Broadway' });
  await expect(row).toContainText('M1 assigned too long');
  await row.dblclick();
  await expect(page.getByText('M1 assigned for more than 5 min').first()).toBeVisible();
  await expect(page.getByText(/M1 is assigned since .*, more than 5 min/)).toBeVisible();

  const waits = queue.getByRole('option').filter({ hasText: '100 W Chicago' });
  await expect(waits).toContainText('▲ late');
  await waits.dblclick();
  const again = page.getByRole('group', { name: 'Calling back' });
  await expect(again).toContainText('late');
  await page.locator('[data-pane="incident"]').focus();
  await press(page, 'Shift+O');
  await expect(again).toContainText('Call the caller again in 0');
  await expect(page.getByText('Called the caller again: still safe')).toBeVisible();
  await press(page, 'Shift+X');
  await press(page, 'Shift+X');
  await expect(again).toContainText('sending somebody is recommended');
  await press(page, 'Shift+W');
  await expect(page.getByText('The caller says it is worse').first()).toBeVisible();
  expect(complaints).toEqual([]);
  await close();
});

test('a late check-in is above the supervisor’s screen, and a missed one recommends back-up', async () => {
  const { page, complaints, close } = await consoleAs('Sam', (seed) => {
    const dana = seed.as('Dana Dispatcher');
    const there = (unitId: string) => {
      for (const status of ['en-route', 'on-scene'] as const)
        seed.give(dana, 'unit.set-status', { unitId: unitId as UnitId, status });
    };
    seed.minutesAgo(19);
    decided(seed, '4500 N Broadway, Uptown', 'M1');
    there('M1');
    seed.minutesAgo(16);
    decided(seed, '200 N Clark, Lakeview', 'R1');
    there('R1');
    seed.minutesAgo(0);
  });
  const missed = page.getByRole('region', { name: 'M1: No check-in' });
  await expect(missed).toContainText('Police back-up is recommended', LONG_WAIT);
  const late = page.getByRole('region', { name: 'R1: Check-in late' });
  await expect(late).toContainText('after the grace police back-up is recommended');
  const row = page.getByRole('option').filter({ hasText: '4500 N Broadway' });
  await expect(row).toContainText('No check-in from M1');
  await row.dblclick();
  const timeline = page.getByRole('region', { name: 'Timeline', exact: true });
  await expect(timeline).toContainText('M1 is late with its check-in');
  await expect(timeline).toContainText('recommend police back-up');
  expect(complaints).toEqual([]);
  await close();
});
