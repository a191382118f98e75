import { createServer, type AddressInfo, type Socket } from 'node:net';
import { expect, test } from '@playwright/test';
import { record512, WIRELESS } from '../support/ali-records.ts';
import { proposal } from '../support/area-examples.ts';
import { cleanInBothThemes } from './support/access.ts';
import { consoleAs } from './support/center.ts';
import { press } from './support/console.ts';

test('a spill rings, a re-bid moves the caller, and one location is taken as the place', async () => {
  let peer: Socket | null = null;
  const controller = createServer((socket) => (peer = socket));
  await new Promise<void>((resolve) => controller.listen(0, '127.0.0.1', resolve));
  const { port } = controller.address() as AddressInfo;
  const { page, complaints, close } = await consoleAs('Dana', (seed) => {
    const hash = seed.give(seed.as('Sam Supervisor'), 'areas.propose', proposal());
    seed.give(seed.as('Ada Admin'), 'areas.approve', { hash: hash!, secondPerson: null });
    const setting = { kind: 'ali-spill', role: 'connect', host: '127.0.0.1' } as const;
    seed.give(seed.as('Sam Supervisor'), 'intake-line.set', {
      lineId: null,
      name: 'ALI',
      on: true,
      setting: { ...setting, port, layout: 'nena-512' },
    });
  });
  await expect.poll(() => peer !== null).toBe(true);

  peer!.write(record512({ ...WIRELESS, latitude: '41.956000', uncertainty: '900' }));
  const queue = page.getByRole('listbox', { name: /calls and incidents/ });
  await expect(queue.getByText('Within 900 m, no address')).toBeVisible();
  await queue.focus();
  const said = page.getByRole('region', { name: 'Where the caller was said to be' });
  await expect(said).toContainText('within 900 m (90 %)');
  await expect(said).toContainText('May be Uptown or Lakeview');
  await expect(said).toContainText('Tower at 4600 N BROADWAY');
  await press(page, 'Enter');
  await expect(page.getByRole('heading', { name: 'Incident 1' })).toBeVisible();

  peer!.write(record512({ ...WIRELESS, bid: 'R', time: '120532', uncertainty: '45' }));
  await expect(said).toContainText('within 45 m (90 %)');
  await expect(said).toContainText('In Uptown');
  await cleanInBothThemes(page, 'located incident');
  await page.keyboard.press('Alt+Shift+V');
  const sheet = page.getByRole('dialog', { name: 'Locations of the caller' });
  await expect(sheet.getByRole('button', { expanded: true })).toContainText('within 45 m');
  await expect(sheet).toContainText('mi from the one before');
  await expect(sheet.getByRole('button', { expanded: false })).toContainText('within 900 m');
  await cleanInBothThemes(page, 'locations');
  await press(page, 't');
  await expect(sheet).toBeHidden();
  await expect(page.getByRole('region', { name: 'Timeline', exact: true })).toContainText(
    'Uptown · 41.96500, -87.65800 (taken from a location of the caller)',
  );

  await page.keyboard.press('Escape');
  await press(page, 'g', 'm');
  const note = page.getByRole('region', { name: 'Where the caller was said to be' });
  await expect(note).toContainText('Caller of incident 1');
  await expect(page.getByText('Caller within 45 m (90 %)')).toBeVisible();
  await cleanInBothThemes(page, 'map with the caller');
  expect(complaints).toEqual([]);
  await close();
  controller.close();
});
