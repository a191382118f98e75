import { expect, test } from '@playwright/test';
import { violations } from './support/access.ts';
import { consoleAs, TALKS } from './support/center.ts';
import { press } from './support/console.ts';

/** Cleo at her desk, with the one caller on the line. */
async function onTheLine() {
  const running = await consoleAs('Cleo', (seed) => {
    seed.accept(seed.incident('4500 N Broadway, Uptown', TALKS));
  });
  const { page } = running;
  await press(page, 'g', 'c');
  await page.getByRole('button', { name: /Take the call/ }).waitFor();
  await press(page, 'Enter');
  const outcome = page.getByRole('region', { name: 'Outcome' });
  await outcome.waitFor();
  return { ...running, outcome };
}

test('a call is resolved with what it requires, keyboard only, and a call is promised', async () => {
  const { page, outcome, close, complaints } = await onTheLine();
  await press(page, 'Alt+r');
  await expect(outcome).toContainText('Say whether they are alone.');
  expect(await violations(page)).toEqual([]);
  // Enter goes to what is missing until nothing is.
  await press(page, 'Space', 'Enter');
  await expect(outcome.getByLabel('What was agreed')).toBeFocused();
  await page.keyboard.type('Sleeps at the aunt’s, calls again before it gets worse.');
  await press(page, 'Enter');
  await expect(outcome).toContainText('Say whether somebody calls again.');
  await press(page, 'ArrowDown');
  await expect(outcome.getByRole('group', { name: 'The call that is promised' })).toBeVisible();
  await press(page, 'Enter');
  await expect(page.getByRole('group', { name: 'My calls' }).getByRole('option')).toHaveCount(0);
  await press(page, 'g', 'f');
  await expect(page.getByRole('dialog', { name: 'Promised calls' })).toContainText(
    'Follow-up after 1 day',
  );
  expect(complaints).toEqual([]);
  await close();
});

test('police and EMS in one key while a note is typed; the caller stays on the line', async () => {
  const { page, outcome, close, complaints } = await onTheLine();
  await press(page, 'Alt+m');
  await page.keyboard.type('She says she has the pills');
  await press(page, 'Alt+p', 'Alt+p');
  await expect(page.getByText(/Police and EMS are asked for, and you stay/)).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Clinical note' })).toHaveValue(
    'She says she has the pills',
  );
  await expect(page.getByRole('region', { name: 'Timeline, newest last' })).toContainText(
    'from the clinician’s line',
  );
  await press(page, 'Alt+e');
  await expect(outcome).toContainText('The incident goes on with dispatch.');
  await press(page, 'Enter');
  await expect(page.getByRole('group', { name: 'My calls' }).getByRole('option')).toHaveCount(0);
  expect(complaints).toEqual([]);
  await close();
});

test('a lost caller who is found: the conversation goes on', async () => {
  const { page, outcome, close, complaints } = await onTheLine();
  await press(page, 'Alt+v');
  await page.keyboard.type('I am going out.');
  await press(page, 'Enter');
  const lost = page.getByRole('group', { name: 'Lost: call again' });
  await expect(lost.getByRole('option')).toHaveCount(1);
  await expect(page.getByRole('region', { name: 'The caller is lost' })).toContainText(
    '4500 N Broadway, Uptown',
  );
  expect(await violations(page)).toEqual([]);
  await press(page, 'Shift+X');
  await expect(page.getByRole('region', { name: 'The caller is lost' })).toContainText('1 of 3');
  await press(page, 'Shift+O');
  await expect(lost).toHaveCount(0);
  await expect(page.getByText('On the phone with you')).toBeVisible();
  await expect(outcome.getByRole('button', { name: /Resolved by phone/ })).toBeVisible();
  expect(complaints).toEqual([]);
  await close();
});

test('a lost caller who is not found: three calls and a reason, and never by itself', async () => {
  const { page, outcome, close, complaints } = await onTheLine();
  await press(page, 'Alt+v');
  await press(page, 'Enter');
  const lost = page.getByRole('group', { name: 'Lost: call again' });
  await expect(lost.getByRole('option')).toHaveCount(1);
  // The row may stand in the list before the bar offers the key.
  await expect(outcome).toContainText('Not found again');
  await press(page, 'v');
  await expect(outcome).toContainText('Call again first: 3 more times.');
  await press(page, 'Escape');
  const panel = page.getByRole('region', { name: 'The caller is lost' });
  for (const times of ['1 of 3', '2 of 3', '3 of 3']) {
    await press(page, 'Shift+X');
    await expect(panel).toContainText(times);
  }
  await press(page, 'v');
  await expect(outcome.getByLabel(/Why nobody has to go/)).toBeFocused();
  await page.keyboard.type('Was calm and at home with her aunt.');
  await press(page, 'Enter');
  await expect(lost).toHaveCount(0);
  expect(complaints).toEqual([]);
  await close();
});

test('who routed a call reads how it ended, and marks it as read', async () => {
  const { page, close, complaints } = await consoleAs('Dana', (seed) => {
    const incidentId = seed.incident('4500 N Broadway, Uptown', TALKS);
    seed.accept(incidentId);
    const cleo = seed.as('Cleo Clinician');
    seed.give(cleo, 'phone.take', { incidentId: incidentId as never });
    seed.give(cleo, 'phone.resolve', {
      incidentId: incidentId as never,
      ending: {
        outcome: 'resolved',
        notAsked: '',
        agreed: 'Words nobody else reads.',
        company: 'alone',
        who: '',
        followUp: 'none',
      },
      secondPerson: null,
    });
  });
  await expect(page.getByRole('banner', { name: 'Status' })).toContainText('1 new');
  await press(page, 'g', 'q', 'g', 'u');
  const sheet = page.getByRole('dialog', { name: 'How it ended' });
  await expect(sheet).toContainText('Resolved by phone');
  await expect(sheet).toContainText('Clinician by phone');
  await expect(sheet).not.toContainText('4500');
  await expect(sheet).not.toContainText('Words nobody');
  expect(await violations(page)).toEqual([]);
  await press(page, 'Enter');
  await expect(sheet).not.toContainText('● new');
  await expect(page.getByRole('banner', { name: 'Status' })).not.toContainText('1 new');
  expect(complaints).toEqual([]);
  await close();
});
