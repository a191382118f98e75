import { expect, test } from '@playwright/test';
import { cleanInBothThemes } from './support/access.ts';
import { consoleAs } from './support/center.ts';
import { press } from './support/console.ts';

test('a supervisor plays a year with more teams, beside those of today, with the keyboard alone', async () => {
  const { page, close, complaints } = await consoleAs('Sam', (seed) => seed.pastCalls(3000, 8));
  await press(page, 'g', 'o', '7');
  const view = page.getByRole('region', { name: 'What if the teams were on at other hours?' });
  await view.waitFor();
  // Four weeks from a Monday are whole weeks on a Sunday only: half a week is no week.
  await press(page, 'd');
  await press(page, 'ArrowRight', 'ArrowRight', 'ArrowRight');
  await expect(
    view.getByText(/calls a team could have gone to, from \d+ whole weeks/),
  ).toBeVisible();

  const units = view.getByLabel('Units').first();
  await units.focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('none');
  await expect(view.getByText('A whole number from 0 to 40.')).toBeVisible();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('6');
  await press(page, 'Enter');
  await expect(view.getByText(/of the calls would get a team/)).toBeVisible();
  await expect(view.getByRole('img', { name: /^Share of calls that get a team/ })).toBeVisible();
  await expect(view.getByRole('row', { name: /^Calls that get a team/ })).toContainText('%');
  await expect(view.getByText(/20 drawn years, [\d,]+ calls played in/)).toBeVisible();
  await expect(view.getByRole('progressbar')).toHaveCount(0);
  await expect(
    page.getByRole('region', { name: 'What if more clinicians answered the phone?' }),
  ).toContainText('would have a clinician within 60 seconds');
  await cleanInBothThemes(page, 'What-if');
  expect(complaints).toEqual([]);
  await close();
});
