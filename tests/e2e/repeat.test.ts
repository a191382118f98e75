import { expect, test } from '@playwright/test';
import { cleanInBothThemes } from './support/access.ts';
import { seedCenter, signOn } from './support/center.ts';
import { centerFolder, press, profileFolder, startConsole } from './support/console.ts';
import { NO_EFFECT, RECORD_DAYS, simulatedProgram } from '../support/simulated-program.ts';
import { simulatedRecord } from '../support/simulated-record.ts';
import { openDesk } from '#main/desk/open-desk.ts';
import { DESK_OPERATOR } from '#shared/roster/operator.ts';

test('a supervisor asks whether people call less, and is told that nobody can tell', async () => {
  const profile = profileFolder();
  seedCenter(profile);
  const desk = openDesk({ folder: centerFolder(profile), now: () => new Date() });
  // Nothing changes for anybody in this program: it ends today.
  const start = new Date(Date.now() - (RECORD_DAYS - 1) * 86_400_000).toISOString().slice(0, 10);
  const people = simulatedProgram(7, { ...NO_EFFECT, people: 500 });
  desk.record(
    simulatedRecord(start, people).map(
      (pastCall) => ({ type: 'past-call.imported', pastCall }) as const,
    ),
    DESK_OPERATOR,
  );
  desk.close();

  const { page, close, complaints } = await startConsole(profile);
  await signOn(page, 'Sam');
  await page.locator('.console').waitFor();
  await press(page, 'g', 'o', '3');
  const view = page.getByRole('region', { name: 'Repeat calls' });
  await expect(
    view.getByRole('heading', {
      name: 'We cannot tell whether people call less after a team came.',
    }),
  ).toBeVisible();
  await expect(view.getByRole('img', { name: /^Calls in a person-month\. Served/ })).toBeVisible();
  await expect(view.getByRole('img', { name: /^Who has not called again\./ })).toBeVisible();
  await expect(view.getByRole('region', { name: /no simple before and after/ })).toContainText(
    'that comparison is not offered here',
  );
  await cleanInBothThemes(page, 'repeat calls');
  expect(complaints).toEqual([]);
  await close();
});
