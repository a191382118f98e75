import { expect, test } from '@playwright/test';
import { consoleAs, signOn } from './support/center.ts';
import { press, startConsole } from './support/console.ts';

test('pulling the plug in the middle of intake loses neither the call nor the draft', async () => {
  const first = await consoleAs('Dana', (seed) => {
    seed.call('', 'Please help, he is outside again.');
  });
  await press(first.page, 'g', 'q', 'Enter');
  await expect(first.page.getByRole('region', { name: 'Recommendation' })).toContainText(
    'provisional',
  );
  await press(first.page, 'Enter', 'Enter', 'Enter', 'y');
  await expect(first.page.getByText('EMS and fire now')).toBeVisible();
  await press(first.page, 'l');
  await first.page.keyboard.type('1100 W Lawrence Ave, by the blue do');
  // One second is what may be lost, so that is what the story waits before it pulls the plug.
  await first.page.waitForTimeout(1_000);
  await first.kill();

  const again = await startConsole(first.profile);
  await signOn(again.page, 'Dana');
  const queue = again.page.getByRole('listbox', { name: /calls and incidents/ });
  await expect(queue.getByRole('option')).toHaveCount(1);
  await press(again.page, 'g', 'q', 'Enter');
  await expect(again.page.getByLabel('Location', { exact: true })).toHaveValue(
    '1100 W Lawrence Ave, by the blue do',
  );
  await expect(again.page.getByText('EMS and fire now')).toBeVisible();
  await again.close();
});
