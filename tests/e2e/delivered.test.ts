import { expect, test, type Page } from '@playwright/test';
import { eidoText, movedEido } from '../support/eido-examples.ts';
import { cleanInBothThemes } from './support/access.ts';
import { consoleAs } from './support/center.ts';
import { centerFolder, press } from './support/console.ts';
import { openDesk } from '#main/desk/open-desk.ts';
import { importEidos } from '#main/desk/delivery/import-eidos.ts';

/** As `desk import` does, beside the running console. */
function importBeside(profile: string, text: string): void {
  const desk = openDesk({ folder: centerFolder(profile), position: 'command line' });
  try {
    importEidos(desk, 'documents.json', 'documents.json', text);
  } finally {
    desk.close();
  }
}

/** The window follows what others wrote with its next entry. */
async function note(page: Page, text: string): Promise<void> {
  await press(page, 'm');
  await page.keyboard.type(text);
  await press(page, 'Control+Enter');
}

test('a document rings, a later one is a proposal, and a key takes it over', async () => {
  const { page, profile, complaints, close } = await consoleAs('Dana', (seed) => {
    seed.deliver(eidoText());
  });
  const queue = page.getByRole('listbox', { name: /calls and incidents/ });
  await expect(queue).toContainText('from Riverside PSAP');
  await expect(queue).toContainText('4620 N Broadway');
  await press(page, 'Enter');
  const from = page.getByRole('region', { name: 'From Riverside PSAP' });
  await expect(from).toContainText('their number R-118');

  importBeside(profile, movedEido('4700 N Racine, Uptown'));
  await page.getByRole('region', { name: 'Call or incident' }).focus();
  await note(page, 'Caller is calm.');
  const asked = page.getByRole('group', { name: 'Riverside PSAP says another address' });
  await expect(asked).toContainText('Here stands 4620 N Broadway, Uptown');
  await cleanInBothThemes(page, 'incident of another center', '.incident');
  await press(page, 'Alt+Shift+Q');
  await expect(asked).toBeHidden();
  await expect(page.getByLabel('Location', { exact: true })).toHaveValue('4700 N Racine, Uptown');
  expect(complaints).toEqual([]);
  await close();
});
