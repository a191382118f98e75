import { expect, test } from '@playwright/test';
import { ownFile } from '../support/invented-screener.ts';
import { violations } from './support/access.ts';
import { consoleAs, PASSPHRASE, signOn, TALKS } from './support/center.ts';
import { press, startConsole } from './support/console.ts';

test('a supervisor installs the wording, a second person approves it', async () => {
  const { page, close, complaints } = await consoleAs('Sam');
  await press(page, 'g', 'n');
  const sheet = page.getByRole('dialog', { name: 'Suicide screen' });
  await expect(sheet).toContainText('No wording is installed.');
  const buffer = (document: unknown) => Buffer.from(JSON.stringify(document));
  const file = { name: 'screen.json', mimeType: 'application/json' };
  const choose = sheet.getByLabel('Choose a file');
  await choose.setInputFiles({ ...file, buffer: buffer(ownFile({ questions: [] })) });
  await expect(sheet.getByRole('alert')).toContainText('is no screen yet. Nothing was changed.');
  await choose.setInputFiles({ ...file, buffer: buffer(ownFile()) });
  await expect(sheet).toContainText('Invented question about plan?');
  await sheet.getByLabel('Used under which registration').fill('Registered for tests');
  await sheet.getByRole('button', { name: 'Propose this wording' }).press('Enter');
  await expect(sheet).toContainText('Waits for a second person');
  expect(await violations(page)).toEqual([]);
  await sheet.getByLabel('Who agrees').fill('Ada');
  await press(page, 'Enter');
  await sheet.getByLabel('Their passphrase').fill(PASSPHRASE);
  await sheet.getByRole('button', { name: 'Approve this wording' }).press('Enter');
  await expect(sheet).toContainText('In force since');
  expect(complaints).toEqual([]);
  await close();
});

test('a screen is asked by keys alone, is high, and the level has risen when dispatch looks', async () => {
  const { page, close, complaints, profile } = await consoleAs('Cleo', (seed) => {
    const text = JSON.stringify(ownFile());
    const proposal = { text, source: 'screen.json', registration: 'Registered for tests' };
    const hash = seed.give(seed.as('Sam Supervisor'), 'screener.propose', proposal) ?? '';
    const approval = { hash, secondPerson: null };
    seed.give(seed.as('Rosa Supervisor'), 'screener.approve', approval);
    seed.accept(seed.incident('4500 N Broadway, Uptown', TALKS));
  });
  await press(page, 'g', 'c');
  await page.getByRole('button', { name: /Take the call/ }).waitFor();
  await press(page, 'Enter');
  await page.getByText('On the phone with you').waitFor();
  await press(page, 'c', 'Shift+Enter');
  const screener = page.getByRole('region', { name: 'Suicide screen' });
  const question = screener.getByRole('group');
  await expect(question).toContainText('Invented question about wish?');
  await press(page, 'w');
  await expect(screener.getByRole('button', { name: /Answering: the person/ })).toBeVisible();
  await press(page, 'y', 'y');
  await expect(question).toContainText('Invented question about method?');
  await press(page, 'n', 'y');
  await expect(screener.getByRole('region', { name: 'Result of the screen' })).toContainText(
    'High',
  );
  await expect(page.getByText(/Raised from L2 to L3/).first()).toBeVisible();
  await press(page, 'Shift+U', 'n');
  await expect(screener.getByRole('heading', { name: 'Everything was asked' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await press(page, 'Shift+Enter');
  const timeline = page.getByRole('region', { name: 'Timeline, newest last' });
  await expect(timeline).toContainText('Suicide screen: high. Means to act on it.');
  expect(complaints).toEqual([]);
  await close();

  const dispatch = await startConsole(profile);
  await signOn(dispatch.page, 'Dana');
  await dispatch.page.getByRole('option').first().waitFor();
  await press(dispatch.page, 'g', 'q', 'j', 'Enter');
  const incident = dispatch.page.locator('[data-pane="incident"]');
  await expect(incident).toContainText('Suicide screen: high');
  await expect(incident).toContainText('Raised from L2 to L3');
  await expect(incident).not.toContainText('Means to act on it');
  await dispatch.close();
});

test('a screen somebody else answers is never low, whatever they say', async () => {
  const { page, close } = await consoleAs('Cleo', (seed) => {
    seed.accept(seed.incident('4500 N Broadway, Uptown', TALKS));
  });
  await press(page, 'g', 'c');
  await page.getByRole('button', { name: /Take the call/ }).waitFor();
  await press(page, 'Enter');
  await page.getByText('On the phone with you').waitFor();
  await press(page, 'c');
  const screener = page.getByRole('region', { name: 'Suicide screen' });
  await expect(screener).toContainText('Wording not installed.');
  await press(page, 'Shift+Enter');
  await screener.getByRole('group').waitFor();
  await press(page, 'w', 'w', 'n', 'n', 'n');
  await expect(screener.getByRole('heading', { name: 'Everything was asked' })).toBeVisible();
  await press(page, 'Shift+Enter');
  const result = screener.getByRole('region', { name: 'Result of the screen' });
  await expect(result).toContainText('Not established');
  await expect(result).toContainText('It is never read as low.');
  await expect(page.getByText(/Raised from L1 to L2/).first()).toBeVisible();
  await close();
});
