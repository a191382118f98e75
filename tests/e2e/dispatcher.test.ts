import { expect, test } from '@playwright/test';
import { consoleAs } from './support/center.ts';
import { press } from './support/console.ts';

test('a dispatcher brings a call from the first ring to its disposition without a mouse', async () => {
  const { page, close, complaints } = await consoleAs('Dana', (seed) => {
    seed.call(
      '4500 N Broadway, Uptown',
      'My brother has not slept for days and talks to the wall.',
    );
  });
  const recommendation = page.getByRole('region', { name: 'Recommendation' });
  const queue = page.getByRole('listbox', { name: /calls and incidents/ });
  await expect(queue.getByRole('option')).toHaveCount(1);

  await press(page, 'g', 'q', 'Enter');
  await expect(recommendation).toContainText('provisional');
  await expect(recommendation).toContainText('Co-response');
  await expect(recommendation).toContainText('Ask first');

  // The place is known, so the first question has the focus and can be read aloud at once.
  await expect(page.getByText('Is the person unconscious', { exact: false }).last()).toBeVisible();
  await expect(page.getByRole('group', { name: /^Not breathing normally/ })).toBeFocused();

  // One key an answer: each is on the record before the next question is read.
  const said = page.getByRole('region', { name: 'Timeline, newest last' }).getByText(/: no \(/);
  for (let answered = 0; answered < 16; answered += 1) {
    await press(page, 'n');
    await expect(said).toHaveCount(answered + 1);
  }
  await expect(recommendation).not.toContainText('provisional');
  await expect(recommendation.getByRole('heading').first()).toHaveText('Behavioral-health team');
  await expect(recommendation).toContainText('L2');

  await press(page, 'Enter');
  await expect(recommendation).toContainText('Dana Dispatcher');
  await press(page, 'Enter');
  const units = page.locator('[data-pane="incident"]');
  await expect(units).toContainText('M1');

  const timeline = page.getByRole('region', { name: 'Timeline, newest last' });
  const reports = { 'er M1': 'M1 en route', 'os M1': 'M1 on scene', 'clr M1': 'M1 available' };
  for (const [line, said] of Object.entries(reports)) {
    await press(page, '/');
    await page.keyboard.type(line);
    await press(page, 'Enter');
    await expect(timeline).toContainText(said);
  }
  await expect(timeline).toContainText('M1 on scene');
  await expect(timeline).toContainText('M1 available');

  await press(page, 'g', 'i', 'd');
  await page.getByRole('radio', { name: 'Services in the community' }).waitFor();
  await press(page, '3', 'Enter');
  await expect(page.getByText(/Incident 1 is closed/)).toBeVisible();
  await expect(page.getByText('Nobody is waiting.')).toBeVisible();
  expect(complaints).toEqual([]);
  await close();
});

test('an override below L3 needs a reason and a second person at this console', async () => {
  const { page, close } = await consoleAs('Dana', (seed) => {
    seed.incident('4500 N Broadway, Uptown', { threats: 'yes', 'in-person-need': 'yes' });
  });
  const recommendation = page.getByRole('region', { name: 'Recommendation' });
  await press(page, 'g', 'q', 'Enter');
  await expect(recommendation).toContainText('Co-response ambulance');

  await press(page, 'o');
  const sheet = page.getByRole('dialog', { name: /Other response/ });
  await sheet.getByText('Behavioral-health team', { exact: true }).waitFor();
  // 5 is the behavioral-health team in the list; the reason field takes the focus by itself.
  await press(page, '5');
  await page.keyboard.type('His nurse is with him and he is calm now.');
  await press(page, 'Enter');
  await expect(sheet).toContainText('second person');

  await sheet.getByRole('combobox', { name: 'Who agrees' }).focus();
  await page.keyboard.type('Sam');
  await press(page, 'Enter', 'Tab');
  await page.keyboard.type('not it at all');
  await press(page, 'Enter');
  await expect(sheet).toContainText('not the passphrase of this account');
  await press(page, 'Control+A');
  await page.keyboard.type('correct horse');
  await press(page, 'Enter');
  await expect(sheet).toBeHidden();
  await expect(recommendation).toContainText('Behavioral-health team');
  await expect(page.getByRole('region', { name: 'Timeline, newest last' })).toContainText(
    'Signed on by Sam',
  );
  await close();
});

test('police and EMS are two strokes away, also while typing', async () => {
  const { page, close } = await consoleAs('Dana', (seed) => {
    seed.call('900 W Wilson Ave, Uptown', 'He has a knife in his hand.');
  });
  await press(page, 'g', 'q', 'Enter');
  const place = page.getByLabel('Location', { exact: true });
  await page.getByRole('group', { name: /^Not breathing normally/ }).waitFor();
  await press(page, 'l');
  await expect(place).toBeFocused();
  await page.keyboard.type(', second floor');
  await press(page, 'Alt+p', 'Alt+p');
  const timeline = page.getByRole('region', { name: 'Timeline, newest last' });
  await expect(timeline).toContainText('Called police and EMS now');
  await expect(timeline).toContainText('P11 assigned');
  await expect(timeline).toContainText('E31 assigned');
  await expect(place).toHaveValue(/second floor/);
  await close();
});
