import { expect, test, type Page } from '@playwright/test';
import { consoleAs, PASSPHRASE, signOn } from './support/center.ts';
import { press, startConsole } from './support/console.ts';

/** From the first cell of the rules to the conditions of L4-WEAPON, and into their editor. */
async function editTheWeaponRule(page: Page): Promise<void> {
  await press(page, '1', 'Control+Home');
  await expect(page.getByRole('gridcell').first()).toBeFocused();
  const id = page.getByRole('gridcell', { name: 'L4-WEAPON', exact: true });
  for (let row = 0; row < 6; row += 1) await press(page, 'ArrowDown');
  await expect(id).toBeFocused();
  await press(page, 'ArrowRight');
  await press(page, 'Enter');
  await expect(page.getByRole('checkbox', { name: 'yes' })).toBeFocused();
}

test('a loosened weapon rule is refused with its counter-example; a tightened one is signed by a second supervisor and obeyed', async () => {
  const { page, close, complaints, profile } = await consoleAs('Sam', (seed) => {
    seed.call('4500 N Broadway, Uptown', 'He is shouting at the wall and will not stop.');
  });
  const proof = page.getByRole('region', { name: 'Proof' });
  const changes = page.getByRole('region', { name: 'Changes in words' });
  await press(page, 'g', 'p');
  await expect(proof).toContainText('Proved');

  // Loosened: a weapon in hand that somebody saw no longer fires the rule.
  await editTheWeaponRule(page);
  await press(page, 'Space', 'Tab', 'Tab', 'Space', 'Escape');
  await expect(proof).toContainText('Not proved');
  await expect(proof).toContainText('A dangerous answer is never routed below the level');
  await expect(proof).toContainText('Weapon in hand');
  await expect(changes).toContainText('L4-WEAPON');
  await press(page, 'Control+Enter');
  const sheet = page.getByRole('dialog', { name: 'Publish this draft' });
  await expect(sheet).toContainText('Not yet.');
  await expect(sheet.getByRole('button', { name: /^Propose/ })).toHaveCount(0);
  await press(page, 'Escape', 'Control+z', 'Control+z');
  await expect(changes).toContainText('Nothing is changed');

  // Tightened: that nobody can say is enough. The rule that used to answer it is dead now, and goes.
  await editTheWeaponRule(page);
  await press(page, 'Tab', 'Tab', 'Space', 'Escape');
  await expect(proof).toContainText('L3-UNKNOWN-WEAPON-IN-HAND');
  await proof.getByRole('button', { name: 'Go to rule L3-UNKNOWN-WEAPON-IN-HAND' }).focus();
  await press(page, 'Enter', 'Delete');
  await expect(proof).toContainText('Proved');
  await expect(proof).not.toContainText('Not proved');

  await press(page, 'Control+Enter');
  await sheet.getByLabel('Why, in a line').focus();
  await page.keyboard.type('Nobody can say is as bad as yes.');
  await press(page, 'Enter');
  const proposal = page.getByRole('dialog', { name: 'Policy 2026.6' });
  await expect(proposal).toContainText('L4-WEAPON');
  await proposal.getByLabel('Who agrees').focus();
  await page.keyboard.type('Rosa');
  await press(page, 'Enter');
  await proposal.getByLabel('Their passphrase').focus();
  await page.keyboard.type(PASSPHRASE);
  await press(page, 'Enter');
  await expect(page.locator('.strip')).toContainText('2026.6');
  expect(complaints).toEqual([]);
  await close();

  const dispatcher = await startConsole(profile);
  await signOn(dispatcher.page, 'Dana');
  await expect(dispatcher.page.locator('.strip')).toContainText('2026.6');
  await press(dispatcher.page, 'g', 'q', 'Enter');
  const recommendation = dispatcher.page.getByRole('region', { name: 'Recommendation' });
  await expect(recommendation).toContainText('Co-response');
  const facts = dispatcher.page.getByRole('region', { name: 'Questions' });
  for (const medical of ['Not breathing', 'Serious bleeding', 'Overdose', 'Fire, water']) {
    await expect(facts.getByRole('group', { name: new RegExp(`^${medical}`) })).toBeFocused();
    await press(dispatcher.page, 'n');
  }
  await expect(facts.getByRole('group', { name: /^Weapon in hand/ })).toBeFocused();
  await press(dispatcher.page, 'u');
  await expect(recommendation.getByRole('heading').first()).toHaveText('Police and EMS');
  await expect(recommendation).toContainText('L4-WEAPON');
  expect(dispatcher.complaints).toEqual([]);
  await dispatcher.close();
});
