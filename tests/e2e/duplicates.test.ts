import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { cleanInBothThemes } from './support/access.ts';
import { consoleAs, type Seeder } from './support/center.ts';
import { press } from './support/console.ts';

const BRIDGE = '600 W Lawrence Ave, Uptown';

/** One thing that two incidents and a waiting call are about, and a fire alarm three people hear. */
function toldTwice(seed: Seeder): void {
  seed.minutesAgo(6);
  seed.incident(BRIDGE);
  seed.minutesAgo(4);
  seed.incident(BRIDGE);
  seed.minutesAgo(2);
  seed.call('1200 S Kedzie Ave, Lawndale', 'The alarm in the tower does not stop.', 'WELBNG');
  seed.call('1200 S Kedzie Ave, Lawndale', 'I hear an alarm from the tower.', 'WELBNG');
  seed.call('1200 S Kedzie Ave, Lawndale', 'An alarm, in the tower across.', 'WELBNG');
  seed.minutesAgo(0);
  seed.call(BRIDGE, 'A man stands on the railing and wants to jump.');
}

const queue = (page: Page) => page.getByRole('listbox', { name: /calls and incidents/ });
const notice = (page: Page) => page.getByRole('status').filter({ hasText: 'same as' });
const timeline = (page: Page) => page.getByRole('region', { name: 'Timeline', exact: true });

test('what is told twice is joined, merged, and taken apart again, by keyboard', async () => {
  const { page, complaints, close } = await consoleAs('Dana', toldTwice);
  await press(page, 'g', 'q', 'Home');
  // Who is in danger stands on top; the alarm is one line until somebody looks behind it.
  await expect(queue(page).getByRole('option').first()).toContainText('wants to jump');
  await expect(queue(page)).toContainText('2 more like it');
  await expect(queue(page).getByRole('option')).toHaveCount(4);
  await press(page, 'j', 'ArrowRight');
  await expect(queue(page).getByRole('option')).toHaveCount(6);
  await press(page, 'ArrowLeft');
  await expect(queue(page).getByRole('option')).toHaveCount(4);

  await press(page, 'Home');
  await expect(notice(page)).toContainText(/The same as 2: same number, same address/);
  await cleanInBothThemes(page, 'waiting call that was told before');
  await press(page, 'Control+j');
  await expect(page.getByRole('heading', { name: 'Incident 2' })).toBeVisible();
  await expect(timeline(page)).toContainText('Call 6 is about it too, from 312-555-0100');
  await expect(page.getByRole('region', { name: 'Call or incident' })).toContainText('Callers');

  await press(page, 'Shift+J');
  const sheet = page.getByRole('dialog', { name: 'Told twice' });
  await expect(sheet.getByRole('option', { name: /Incident 1/ })).toContainText('The same');
  await cleanInBothThemes(page, 'told twice');
  await press(page, 'y');
  await page.getByLabel('What else speaks for it').waitFor();
  await press(page, 'Enter');
  await expect(page.getByText('Incident 2 stands in 1.')).toBeVisible();
  await expect(timeline(page)).toContainText('on 2: Opened incident 2');
  await press(page, 'Control+z');
  await expect(page.getByText('They are two incidents again')).toBeVisible();
  await expect(timeline(page)).not.toContainText('on 2: Opened incident 2');

  // While a call is typed in, and nothing of it is saved yet.
  await press(page, 'g', 'q', 'n');
  await page.getByRole('dialog').getByLabel('Location').fill('1200 S Kedzie Ave');
  await page
    .getByRole('dialog')
    .getByLabel('First words of the caller')
    .fill('the alarm of the tower');
  const typed = page
    .getByRole('dialog', { name: 'New call' })
    .getByRole('status')
    .filter({ hasText: /same as|may be/i });
  await expect(typed).toContainText(/same as call [345], which waits: same address/);
  await page.getByRole('dialog').getByLabel('Location').fill(BRIDGE);
  await page
    .getByRole('dialog')
    .getByLabel('First words of the caller')
    .fill('he stands on the railing');
  await expect(typed).toContainText(/ame as 2/);
  await press(page, 'Control+d');
  await expect(typed).not.toContainText(/ame as 2/);
  expect(complaints).toEqual([]);
  await close();
});
