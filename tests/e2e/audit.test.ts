import { test } from '@playwright/test';
import { cleanInBothThemes } from './support/access.ts';
import { consoleAs } from './support/center.ts';
import { press } from './support/console.ts';

test('a supervisor finds who looked at what, and that the record is whole', async () => {
  const { page, close } = await consoleAs('Sam', (seed) => {
    const incidentId = seed.incident('4500 N Broadway, Uptown');
    const cleo = seed.as('Cleo Clinician');
    const note = { incidentId, kind: 'clinical', text: 'Invented words.' } as const;
    seed.give(cleo, 'incident.add-note', note);
    seed.give(cleo, 'incident.focus', { incidentId });
  });
  await press(page, 'g', 'j');
  await page.getByRole('option', { name: /Cleo Clinician Looked at protected words/ }).waitFor();
  await press(page, 'v');
  await page.getByText(/entries are as they were written/).waitFor();
  await cleanInBothThemes(page, 'audit');
  await close();
});
