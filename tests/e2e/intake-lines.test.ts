import { expect, test } from '@playwright/test';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { freePort, freshDocument, post } from '../support/sent-documents.ts';
import { violations } from './support/access.ts';
import { consoleAs } from './support/center.ts';
import { press } from './support/console.ts';

/** Ports a process listens on, by what the kernel says; null where that cannot be read. */
function listeningPorts(pid: number): number[] | null {
  if (process.platform !== 'linux') return null;
  const own = new Set<string>();
  for (const handle of readdirSync(`/proc/${pid}/fd`)) {
    const socket = /^socket:\[(\d+)\]$/.exec(
      safely(() => readlinkSync(`/proc/${pid}/fd/${handle}`)),
    );
    if (socket?.[1] !== undefined) own.add(socket[1]);
  }
  const LISTEN = '0A';
  const ports = ['tcp', 'tcp6'].flatMap((kind) =>
    safely(() => readFileSync(`/proc/${pid}/net/${kind}`, 'utf8'))
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(/\s+/))
      .filter(([, , , state, , , , , , inode]) => state === LISTEN && own.has(inode ?? ''))
      .map(([, local]) => Number.parseInt(local?.split(':')[1] ?? '', 16)),
  );
  return ports.toSorted((a, b) => a - b);
}

/** A handle may be closed while the others are read. */
function safely(read: () => string): string {
  try {
    return read();
  } catch {
    return '';
  }
}

test('another program posts a document, and its call rings; before that nothing listens', async () => {
  const { app, page, close, complaints } = await consoleAs('Sam', (seed) => {
    seed.call('900 W Wilson Ave, Uptown', 'He has not eaten for days.');
  });
  const pid = app.process().pid ?? 0;
  const port = await freePort();
  const setting = { address: '127.0.0.1', port };
  await press(page, 'g', 'v');
  const sheet = page.getByRole('dialog', { name: 'Intake lines' });
  await expect(sheet).toContainText('it listens nowhere');
  // The debugging port of the tests aside, which is not the console’s own.
  const before = listeningPorts(pid);
  if (before === null) process.stderr.write('SKIPPED: who listens is read from Linux only.\n');
  expect(before ?? []).not.toContain(port);

  await press(page, 'n');
  await page.keyboard.type('County CAD');
  await sheet.getByLabel('Port').fill(String(port));
  await press(page, 'Enter');
  const shown = sheet.getByLabel('Token of County CAD, shown only now');
  await expect(shown).toBeFocused();
  const token = await shown.inputValue();
  expect(await violations(page)).toEqual([]);
  await sheet.getByRole('button', { name: 'I have it' }).press('Enter');
  expect(listeningPorts(pid)).toEqual(before);

  await press(page, 'o');
  await expect(sheet.getByRole('button', { name: /County CAD/ })).toContainText('● On');
  if (before !== null)
    expect(listeningPorts(pid)).toEqual([...before, port].toSorted((a, b) => a - b));

  const sent = await post(setting, freshDocument(), { token });
  expect(sent).toMatchObject({ status: 201, body: { ok: true, callNumber: 2 } });
  const queue = page.getByRole('region', { name: 'Queue' });
  await expect(queue.getByRole('option', { name: /4620 N Broadway/ })).toBeVisible();
  expect((await post(setting, freshDocument(), { token: 'guess' })).status).toBe(401);
  await expect(page.getByRole('region', { name: 'Attempts to get in', exact: true })).toBeVisible();
  await expect(sheet).toContainText('somebody came 1 time without the right to send');
  expect(await violations(page)).toEqual([]);
  await press(page, 's');
  await expect(page.getByText('Somebody tried to get in')).toHaveCount(0);

  await press(page, 'o');
  await expect(sheet.getByRole('button', { name: /County CAD/ })).toContainText('○ Off');
  expect(listeningPorts(pid)).toEqual(before);
  expect(complaints).toEqual([]);
  await close();
});
