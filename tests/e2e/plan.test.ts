import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { seedCenter, signOn, TALKS } from './support/center.ts';
import { press, profileFolder, startConsole } from './support/console.ts';
import { pdfLetters } from './support/pdf-text.ts';

async function onThePhone(page: Page): Promise<void> {
  await signOn(page, 'Cleo');
  await page.locator('.console').waitFor();
  await press(page, 'g', 'c');
  await page.getByRole('button', { name: /Take the call/ }).waitFor();
  await press(page, 'Enter');
  await page.getByText('On the phone with you').waitFor();
}

test('notes, a safety plan on paper, and advice for the crew; a raise reaches dispatch', async () => {
  const profile = profileFolder();
  const papers = join(profile, 'papers');
  seedCenter(profile, (seed) => seed.accept(seed.incident('4500 N Broadway, Uptown', TALKS)));
  const { page, close, complaints } = await startConsole(profile, ['--paper', papers]);
  await onThePhone(page);

  await page.getByRole('button', { name: /Write it down/ }).press('Enter');
  await page.getByLabel('Somebody for them').check();
  await page.getByLabel('Name of the caller').fill('ליאו 🧑🏽‍🚒');
  await page.getByLabel('Wants to be called').fill('Leo');
  await page.getByLabel('Age', { exact: true }).selectOption('12-17');
  await press(page, 'Control+Enter');
  await expect(page.getByText(/12 to 17: has rights of their own/)).toBeVisible();

  await page.getByLabel('How they are now').focus();
  await press(page, 'Control+1', 'Enter');
  await expect(page.getByLabel('Substances today')).toBeFocused();
  const timeline = page.getByRole('region', { name: 'Timeline, newest last' });
  await expect(timeline).toContainText('How they are now: Speech clear and ordered.');

  await page.getByRole('tab', { name: /Safety plan/ }).focus();
  await press(page, 's');
  await page.getByLabel('What I can do by myself').focus();
  await page.keyboard.type('walk to the lake');
  await press(page, 'Enter');
  await page.keyboard.type('the long playlist');
  await press(page, 'Control+Enter');
  await expect(timeline).toContainText('Safety plan put on the record');
  await page.getByRole('button', { name: 'Read aloud' }).press('Enter');
  await expect(page.getByText(/Leo.*let me say back what we have put together/)).toBeVisible();
  await press(page, 'Enter');
  await page.getByRole('tab', { name: /Safety plan/ }).focus();
  await press(page, 'Shift+P');
  await expect(page.getByRole('document', { name: 'The printed page' })).toContainText('988');
  await press(page, 'Enter');
  await expect(page.getByText(/It is in .*caredesk-safety-plan-/)).toBeVisible();
  const [file = ''] = readdirSync(papers);
  expect(statSync(join(papers, file)).mode & 0o777).toBe(0o600);
  const pdf = readFileSync(join(papers, file));
  const letters = pdfLetters(pdf);
  for (const wanted of ['Mysafetyplan', 'Leo', 'walktothelake', 'thelongplaylist', '988', '911'])
    expect(letters.includes(wanted), wanted).toBe(true);
  for (const internal of ['Broadway', 'L1', 'Cleo', 'Speechclear'])
    expect(letters.includes(internal), internal).toBe(false);
  expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1);

  await page.getByRole('button', { name: 'Back to the plan' }).press('Enter');
  await page.getByRole('button', { name: 'Talk about means' }).press('Enter');
  await page.getByLabel('Firearm').check();
  await page.getByLabel('Can they get to it now?').selectOption('yes');
  await page.getByLabel('Who has it, where').press('Enter');
  await expect(timeline).toContainText('Level raised from L1 to L3 by new facts');

  await page.getByLabel(/^How to approach \(/).fill('One voice, slowly.');
  await page.getByRole('button', { name: 'Review and share' }).press('Enter');
  await press(page, 'Enter');
  await expect(timeline).toContainText('How to approach: One voice, slowly.');
  expect(complaints).toEqual([]);
  await close();

  const again = await startConsole(profile);
  await signOn(again.page, 'Dana');
  await press(again.page, 'g', 'q', 'Enter');
  const approach = again.page.getByRole('region', { name: 'How to approach' });
  await expect(approach).toContainText('One voice, slowly.');
  await expect(again.page.locator('body')).not.toContainText('walk to the lake');
  await again.close();
});

test('pulling the plug while a note is typed loses at most the last second of it', async () => {
  const profile = profileFolder();
  seedCenter(profile, (seed) => seed.accept(seed.incident('4500 N Broadway, Uptown', TALKS)));
  const first = await startConsole(profile);
  await onThePhone(first.page);
  await first.page.getByLabel('What happened today').focus();
  const typed: { letter: string; at: number }[] = [];
  // No pause ever: the text has to be kept while it goes on.
  for (const letter of 'She has not slept since Sunday and hears steps on the stairs at night. ') {
    await first.page.keyboard.type(letter);
    typed.push({ letter, at: performance.now() });
    await first.page.waitForTimeout(30);
  }
  const plug = performance.now();
  await first.kill();
  const kept = typed.filter(({ at }) => plug - at > 1_000).map(({ letter }) => letter);
  expect(kept.length).toBeGreaterThan(10);

  const again = await startConsole(profile);
  await signOn(again.page, 'Cleo');
  await press(again.page, 'g', 'c');
  await again.page.getByText('On the phone with you').waitFor();
  const note = await again.page.getByLabel('What happened today').inputValue();
  expect(note.startsWith(kept.join(''))).toBe(true);
  expect(typed.map(({ letter }) => letter).join('')).toContain(note);
  await expect(again.page.getByText('Typed, not on the record')).toBeVisible();
  await again.close();
});

test('200 kB are pasted into a field: it says so, and nothing freezes', async () => {
  const profile = profileFolder();
  seedCenter(profile, (seed) => seed.accept(seed.incident('4500 N Broadway, Uptown', TALKS)));
  const { page, app, close } = await startConsole(profile);
  await onThePhone(page);
  await page.getByLabel('Concern').fill('Cannot sleep.');
  await app.evaluate(({ clipboard }) => clipboard.writeText('x'.repeat(200_000)));
  await page.getByLabel('Concern').focus();
  await press(page, 'Control+v');
  await expect(page.getByText(/200,013 characters, and a field holds 20,000/)).toBeVisible();
  await expect(page.getByLabel('Concern')).toHaveValue('Cannot sleep.');
  await page.keyboard.type(' Hears steps.');
  await expect(page.getByLabel('Concern')).toHaveValue('Cannot sleep. Hears steps.');
  await close();
});
