import { expect, test, type Page } from '@playwright/test';
import { consoleAs, signOn } from './support/center.ts';
import { press, startConsole } from './support/console.ts';

const hold = (page: Page) => page.getByRole('dialog', { name: 'Hold' });
const newCall = (page: Page) => page.getByRole('dialog', { name: 'New call' });

test('pulling the plug in the middle of typing loses neither the call nor a word of any sheet', async () => {
  const first = await consoleAs('Dana', (seed) => {
    seed.call('', 'Please help, he is outside again.');
  });
  await press(first.page, 'g', 'q', 'Enter');
  await expect(first.page.getByRole('region', { name: 'Recommendation' })).toContainText(
    'provisional',
  );
  await press(first.page, 'Enter', 'Enter', 'Enter', 'y');
  await expect(first.page.getByText('EMS and fire now')).toBeVisible();
  await press(first.page, 'm');
  await first.page.keyboard.type('Caller whispers');
  // A sheet that is only closed keeps what was typed, its choice too.
  await press(first.page, 'Escape', 'h');
  await hold(first.page).getByLabel('20 min').check();
  await hold(first.page).getByLabel('Why it waits').fill('His brother comes at nine');
  await press(first.page, 'Escape');
  await expect(hold(first.page)).toBeHidden();
  await first.page.getByRole('button', { name: 'New call', exact: true }).click();
  await newCall(first.page).getByLabel('First words of the caller').fill('Her sister stands on');
  await press(first.page, 'Escape');
  await expect(newCall(first.page)).toBeHidden();
  await first.page
    .getByLabel('Location', { exact: true })
    .pressSequentially('1100 W Lawrence Ave, by the blue do');
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
  await expect(again.page.getByRole('textbox', { name: /Note/ })).toHaveValue('Caller whispers');
  await press(again.page, 'Escape', 'h');
  await expect(hold(again.page).getByLabel('Why it waits')).toHaveValue(
    'His brother comes at nine',
  );
  await expect(hold(again.page).getByLabel('20 min')).toBeChecked();
  await expect(hold(again.page)).toContainText('Restored from');
  await press(again.page, 'Escape');
  await expect(hold(again.page)).toBeHidden();
  // By its button: at a question the key answers it.
  await again.page.getByRole('button', { name: 'New call', exact: true }).click();
  await expect(newCall(again.page).getByLabel('First words of the caller')).toHaveValue(
    'Her sister stands on',
  );
  await newCall(again.page).getByRole('button', { name: 'Discard' }).click();
  await expect(newCall(again.page).getByLabel('First words of the caller')).toHaveValue('');
  await again.close();
});
