import { expect, test, type Page } from '@playwright/test';
import { cleanInBothThemes } from './support/access.ts';
import { consoleAs, TALKS } from './support/center.ts';
import { press } from './support/console.ts';

/** Cleo with a caller on the line, at her desk. */
async function onTheLine() {
  const running = await consoleAs('Cleo', (seed) => {
    seed.accept(seed.incident('4500 N Broadway, Uptown', TALKS));
  });
  const { page } = running;
  await press(page, 'g', 'c');
  await page.getByRole('button', { name: /Take the call/ }).waitFor();
  await press(page, 'Enter');
  await page.getByText('On the phone with you').waitFor();
  return running;
}

const panelOf = (page: Page) => page.getByRole('region', { name: 'Transfer to 988 lifeline' });
const timelineOf = (page: Page) => page.getByRole('region', { name: 'Timeline, newest last' });

async function stands(page: Page, title: RegExp): Promise<void> {
  await expect(panelOf(page).getByRole('status')).toHaveText(title);
}

test('a caller goes warm to 988, step by step, and the incident is closed when 988 has them', async () => {
  const { page, close, complaints } = await onTheLine();
  await press(page, '8', 'Enter');
  await stands(page, /Ask for consent/);
  await press(page, '1', 'Enter');
  await stands(page, /Look at the packet/);
  await press(page, 'Enter');
  await stands(page, /Dial 988/);

  // This computer has no phone: the number is dialed by hand, and what came of it is written down.
  await press(page, '1');
  await expect(panelOf(page).getByText(/no phone program/)).toBeVisible();
  await press(page, '2');
  await expect(panelOf(page).getByRole('list', { name: 'Numbers dialed' })).toContainText(
    'no answer',
  );
  await cleanInBothThemes(page, 'a transfer', '.clinician');
  await press(page, 'Enter');
  await page.keyboard.type('Kim');
  await press(page, 'Enter');
  await stands(page, /introduce Kim/);
  await press(page, 'Enter');
  await stands(page, /Let Kim read it back/);
  await press(page, 'Enter');
  await stands(page, /Does Kim take over/);
  await press(page, 'Enter');

  await expect(page.getByRole('group', { name: 'My calls' }).getByRole('option')).toHaveCount(0);
  expect(complaints).toEqual([]);
  await close();
});

test('a transfer to 988 that fails returns raised, and is not sent off again', async () => {
  const { page, close } = await onTheLine();
  await press(page, '8', 'Enter');
  await stands(page, /Ask for consent/);
  await press(page, '3');
  await stands(page, /Look at the packet/);
  await press(page, 'Enter');
  await stands(page, /Dial 988/);
  await press(page, '3');
  await press(page, 'Backspace');
  await page.keyboard.type('Busy three times');
  await press(page, 'Enter');

  await expect(page.getByText('On the phone with you')).toBeVisible();
  const returned = page.getByRole('alert').filter({ hasText: 'Returned by 988 lifeline' });
  await expect(returned).toContainText('Busy three times');
  await expect(page.getByRole('group', { name: 'My calls' })).toContainText(
    'Returned by 988 lifeline',
  );
  for (const words of [
    'Consent to the transfer not asked: emergency',
    'Dialed 988: busy',
    'Transfer came back: Busy three times',
  ])
    await expect(timelineOf(page)).toContainText(words);

  await press(page, 'Alt+8', 'Enter');
  await expect(page.getByText(/already came back once/)).toBeVisible();
  await press(page, 'Escape');
  await press(page, 't');
  await expect(page.getByRole('option', { name: /988 lifeline not now/ })).toBeVisible();
  await press(page, 'Escape');

  // Dispatch sees it at the top as well.
  await press(page, 'g', 'q');
  await expect(page.getByRole('option', { name: /4500 N Broadway/ })).toContainText(
    'Returned by 988 lifeline',
  );
  await close();
});
