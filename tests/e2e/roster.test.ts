import { expect, test } from '@playwright/test';
import { cleanInBothThemes } from './support/access.ts';
import { consoleAs } from './support/center.ts';
import { press } from './support/console.ts';
import type { UnitId } from '#shared/lib/brand.ts';

/** Wall time of the test center, so many hours from now. */
function wall(hours: number): string {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'America/Chicago',
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(Date.now() + hours * 3_600_000);
  return parts.replace(' ', 'T');
}

test('a supervisor plans a crew, sees the gap, fills it, and the unit comes into service by itself', async () => {
  const { page, close, complaints } = await consoleAs('Sam', (seed) => {
    const sam = seed.as('Sam Supervisor');
    const unitId = 'M1' as UnitId;
    for (const role of ['paramedic', 'clinician']) {
      const name = `M1 ${role}`;
      seed.give(sam, 'unit.set-duty', { unitId, name, role, onDuty: false, reason: null });
    }
    const hours = { from: wall(-1), to: wall(3), breaks: [] };
    seed.give(sam, 'shift.plan', { unitId, name: 'Per Holm', role: 'paramedic', ...hours });
  });
  const row = page.getByRole('option', { name: /M1.*Available/ });
  await expect(row).toContainText('No clinician on duty');
  await press(page, 'g', 's');
  const roster = page.getByRole('main', { name: 'Roster' });
  await expect(roster).toContainText('One gap ahead in one crew');
  await cleanInBothThemes(page, 'the roster');
  await press(page, 'f', 'Enter');
  await page.getByRole('dialog', { name: 'A shift on M1' }).waitFor();
  await page.keyboard.type('שירה בן־דוד');
  await press(page, 'Enter');
  await expect(roster).toContainText('Every planned crew is whole');
  await expect(page.getByRole('gridcell', { name: /שירה בן־דוד, clinician on M1/ })).toBeVisible();
  await press(page, 'g', 'b');
  await expect(row).not.toContainText('No clinician');
  expect(complaints).toEqual([]);
  await close();
});
