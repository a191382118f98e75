import { expect, test, type Page } from '@playwright/test';
import { cleanInBothThemes } from './support/access.ts';
import { consoleAs, type Seeder, TALKS } from './support/center.ts';
import { press } from './support/console.ts';
import type { IncidentId, UnitId } from '#shared/lib/brand.ts';

const P11 = 'P11' as UnitId;
const KNOWS = { response: 'clinician-phone', reason: 'He knows me from last week.' };

/** Cleo has the caller on the line, police is on its way, and she proposes that it waits. */
function stepDownProposed(seed: Seeder): void {
  const [dana, cleo] = [seed.as('Dana Dispatcher'), seed.as('Cleo Clinician')];
  const incidentId = seed.incident('4500 N Broadway, Uptown', TALKS) as IncidentId;
  seed.accept(incidentId);
  seed.give(cleo, 'phone.take', { incidentId });
  const sent = { incidentId, unitId: P11, reason: 'The caller asked for police.' };
  seed.give(dana, 'incident.assign-unit', sent);
  const proposal = { does: 'stage' as const, units: [P11], reason: 'He sits down with me.' };
  seed.give(cleo, 'monitor.propose-step-down', { incidentId, ...proposal });
}

async function open(page: Page, place: RegExp): Promise<void> {
  await page.getByRole('listbox').first().getByRole('option', { name: place }).click();
}

test('advice is seen, one nomination is approved and one denied, all by keyboard', async () => {
  const { page, close, complaints } = await consoleAs('Dana', (seed) => {
    const cleo = seed.as('Cleo Clinician');
    const one = seed.incident('4500 N Broadway, Uptown', TALKS) as IncidentId;
    seed.give(cleo, 'monitor.join', { incidentId: one });
    seed.give(cleo, 'monitor.nominate', { incidentId: one, ...KNOWS });
    const advice = { text: 'No sirens, he is afraid of them.', forTeam: true };
    seed.give(cleo, 'monitor.advise', { incidentId: one, ...advice });
    const two = seed.incident('900 N Clark St', { 'in-person-need': 'yes' }) as IncidentId;
    seed.give(cleo, 'monitor.nominate', { incidentId: two, ...KNOWS });
  });
  const pane = page.locator('[data-pane="incident"]');
  const timeline = pane.getByRole('region', { name: 'Timeline, newest last' });
  await open(page, /4500 N Broadway/);
  await expect(pane.getByText('Cleo Clinician is listening along')).toBeVisible();
  const nomination = pane.getByRole('group', { name: 'Nomination of Cleo Clinician' });
  await expect(nomination).toContainText('for Clinician by phone: He knows me from last week.');
  await page.keyboard.press('Shift+Y');
  await expect(timeline).toContainText('The nomination was approved by this decision');
  await expect(nomination).toBeHidden();

  // Now the keys belong to the advice: seen, with its time, then followed.
  const advice = pane.getByRole('group', { name: 'Advice of Cleo Clinician' });
  await page.keyboard.press('Shift+Y');
  await expect(advice).toContainText(/seen \d\d:\d\d by Dana Dispatcher/);
  await page.keyboard.press('Shift+Y');
  await expect(timeline).toContainText('Follows the advice');

  await open(page, /900 N Clark/);
  await expect(nomination).toBeVisible();
  await page.keyboard.press('Shift+R');
  await page.keyboard.type('A team is close.');
  await press(page, 'Enter');
  await expect(timeline).toContainText('Denied the nomination: A team is close.');
  expect(complaints).toEqual([]);
  await close();
});

test('a step-down is agreed on with a place, and ended with one button', async () => {
  const { page, close, complaints } = await consoleAs('Dana', stepDownProposed);
  const pane = page.locator('[data-pane="incident"]');
  await open(page, /4500 N Broadway/);
  await expect(pane.getByText(/Unanswered, nothing changes/)).toBeVisible();
  await page.keyboard.press('Shift+Y');
  await page.keyboard.type('Lawrence and Broadway');
  await press(page, 'Enter');
  const inForce = pane.getByRole('group', { name: 'Step-down in force' });
  await expect(inForce).toContainText('P11 waits at Lawrence and Broadway');
  await inForce.getByRole('button', { name: 'The response goes on' }).click();
  await expect(
    pane.getByText(/The step-down was ended: the response goes on/).first(),
  ).toBeVisible();
  expect(complaints).toEqual([]);
  await close();
});

test('a step-down nobody answered in time has changed nothing, and says so', async () => {
  const { page, close } = await consoleAs('Cleo', (seed) => {
    seed.minutesAgo(4);
    stepDownProposed(seed);
  });
  await press(page, 'g', 'c');
  const timeline = page.getByRole('region', { name: 'Timeline, newest last' });
  await expect(timeline).toContainText('Nobody answered the proposed step-down in time');
  await expect(timeline).toContainText('the response goes on');
  await expect(page.getByRole('button', { name: 'Propose a step-down' })).toBeVisible();
  await close();
});

test('the clinician finds a police call among the monitored ones, listens along and advises', async () => {
  const { page, close, complaints } = await consoleAs('Cleo', (seed) => {
    const dana = seed.as('Dana Dispatcher');
    seed.incident('4500 N Broadway, Uptown', { 'in-person-need': 'yes' });
    const incidentId = seed.incident('900 N Clark St', { threats: 'yes' }) as IncidentId;
    seed.give(dana, 'incident.upgrade', { incidentId, services: ['police'] });
    seed.call('77 W Lawrence, Uptown', 'My son hears voices.', 'WELBNG');
  });
  await press(page, 'g', 'c');
  const monitor = page.getByRole('group', { name: 'Monitor' });
  await expect(monitor.getByRole('option')).toHaveCount(3);
  await expect(monitor).toContainText('words: “hears voices”');
  await monitor.getByRole('button', { name: /^Police/ }).click();
  await expect(monitor.getByRole('option')).toHaveCount(1);
  await monitor.getByRole('option').click();
  const beside = page.getByRole('region', { name: 'Beside dispatch' });
  await press(page, 'l');
  await expect(beside).toContainText('Listening along: you');
  await page.keyboard.press('Shift+M');
  await page.keyboard.type('Speak slowly, one question at a time.');
  await cleanInBothThemes(page, 'advice', '.clinician');
  await press(page, 'Enter');
  await expect(beside.getByRole('list', { name: 'Told dispatch' })).toContainText('not seen yet');
  await press(page, 'l');
  await expect(beside).not.toContainText('Listening along: you');
  expect(complaints).toEqual([]);
  await close();
});
