import { expect, test } from '@playwright/test';
import { PASSPHRASE, seedCenter, type Seeder, signOn, TALKS } from './support/center.ts';
import { press, profileFolder, startConsole } from './support/console.ts';
import type { IncidentId } from '#shared/lib/brand.ts';

/** Cleo at a console of her own before anything is offered. */
function cleoIsThere(seed: Seeder): void {
  const { operator } = seed.as('Cleo Clinician');
  const session = { operator: null, focus: null };
  const operatorId = operator!.operatorId;
  seed.give(session, 'operator.sign-on', { operatorId, passphrase: PASSPHRASE });
}

test('a call offered to a clinician: a no, then taken after all, and on the strip both ways', async () => {
  const profile = profileFolder();
  seedCenter(profile, (seed) => {
    cleoIsThere(seed);
    seed.accept(seed.incident('4500 N Broadway, Uptown', TALKS));
  });
  const { page, close, complaints } = await startConsole(profile);
  await signOn(page, 'Cleo Clinician');
  await page.locator('.console').waitFor();
  await press(page, 'g', 'c');
  const toMe = page.getByRole('group', { name: 'Offered to me' });
  const waiting = page.getByRole('group', { name: 'Waiting for somebody' });
  await expect(toMe.getByRole('option')).toHaveCount(1);
  const card = page.getByRole('region', { name: 'A call for you' });
  await expect(card).toContainText('This call is offered to you.');
  await expect(page.locator('.strip-standing')).toContainText('Ready');

  await press(page, 'Backspace');
  await expect(card.getByRole('button', { name: /On the line with somebody/ })).toBeFocused();
  await press(page, '3');
  await expect(waiting.getByRole('option')).toHaveCount(1);
  const timeline = page.getByRole('region', { name: 'Timeline, newest last' });
  await expect(timeline).toContainText('Cleo Clinician said no: I know the caller');
  // Nobody else is there: a change of mind is welcome.
  await press(page, 'g', 'c', 'Enter');
  await page.getByText('On the phone with you').waitFor();
  await expect(page.locator('.strip-standing')).toContainText('On a call');

  await page.locator('.phone-lists').focus();
  await press(page, 'h');
  await page.getByRole('heading', { name: 'Are you there for calls?' }).waitFor();
  await press(page, '3');
  await expect(page.locator('.strip-standing')).toContainText('On a break');
  expect(complaints).toEqual([]);
  await close();
});

test('dispatch sees a call fall to 988 and back, and sends what is recommended then', async () => {
  const profile = profileFolder();
  seedCenter(profile, (seed) => {
    cleoIsThere(seed);
    seed.minutesAgo(3);
    const incidentId = seed.incident('4500 N Broadway, Uptown', TALKS);
    seed.accept(incidentId);
    const cleo = seed.as('Cleo Clinician');
    const reason = 'On the line with somebody';
    seed.give(cleo, 'phone.decline', { incidentId: incidentId as IncidentId, reason });
  });
  const { page, close, complaints } = await startConsole(profile);
  await signOn(page, 'Dana Dispatcher');
  await page.locator('.console').waitFor();
  await page.getByRole('option').filter({ hasText: '4500 N Broadway' }).click();
  const pane = page.getByRole('region', { name: 'Call or incident' });
  await expect(pane).toContainText('Hand it to 988: the packet is ready.', { timeout: 15_000 });
  await expect(pane).toContainText('said no: On the line with somebody');
  await page.getByRole('button', { name: '988 did not' }).click();
  await expect(pane).toContainText('Nobody took the call by phone, 988 neither.');
  await page.getByRole('button', { name: /Send instead: Behavioral-health team/ }).click();
  await expect(pane.locator('.recommendation')).toContainText('Chosen instead by');
  expect(complaints).toEqual([]);
  await close();
});
