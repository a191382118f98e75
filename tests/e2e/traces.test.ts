import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { PASSPHRASE, seedCenter, TALKS } from './support/center.ts';
import { press, profileFolder, startConsole } from './support/console.ts';
import { driversDoors, otherSockets } from './support/sockets.ts';
import { filesHolding, filesUnder, networkEvents, openToOthers } from './support/traces.ts';

test('what is typed and shown leaves no trace but in the store, and no packet leaves the computer', async () => {
  test.skip(process.platform !== 'linux', 'sockets are read from where Linux tells of them');
  const profile = profileFolder();
  const log = join(profile, 'network.json');
  seedCenter(profile, (seed) => {
    seed.accept(seed.incident(`4500 ${MARK} Street, Uptown`, TALKS));
    seed.call('', `${MARK} called`);
  });
  const { app, page, close } = await startConsole(profile, [`--log-net-log=${log}`]);
  const said: string[] = [];
  for (const stream of [app.process().stdout, app.process().stderr])
    stream?.on('data', (chunk: Buffer) => said.push(chunk.toString('utf8')));
  // The two doors of whoever drives this window; nothing else may open one.
  const drivers = driversDoors(app);
  expect(drivers.length).toBeLessThanOrEqual(2);

  // A wrong passphrase, words of a call, clinical words, a search, a command that is none.
  await page.getByRole('heading', { name: 'Test Center' }).waitFor();
  await page.keyboard.type('Cleo');
  await press(page, 'Enter');
  await page.getByLabel('Passphrase').fill(`${MARK} passphrase`);
  await press(page, 'Enter');
  await page.getByText(/does not belong|not the passphrase|wrong/i).waitFor();
  await page.getByLabel('Passphrase').fill(PASSPHRASE);
  await press(page, 'Enter');
  await page.locator('.console').waitFor();
  await press(page, 'g', 'c');
  await page.getByRole('button', { name: /Take the call/ }).waitFor();
  await press(page, 'Enter', 'Alt+m');
  await page.keyboard.type(`${MARK} clinical`);
  await press(page, 'Enter');
  await page.getByText(`${MARK} clinical`).first().waitFor();
  await page.keyboard.type(`${MARK} half typed`);
  await press(page, 'Control+k');
  await page.keyboard.type(`${MARK} sought`);
  await press(page, 'Escape', 'Escape', '/');
  await page.keyboard.type(`${MARK} command`);
  await press(page, 'Enter', 'Escape', 'Control+l', 'Control+l');
  expect(otherSockets(app, drivers)).toEqual([]);
  const titles = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => window.getTitle()),
  );
  expect(titles).toEqual(['CareDesk']);

  // The page dies with everything on it: no dump is written, and what is written holds nothing of it.
  const died = app.evaluate(({ BrowserWindow }) => {
    const { webContents } = BrowserWindow.getAllWindows()[0]!;
    return new Promise((gone) => {
      webContents.once('render-process-gone', (_event, { reason }) => gone(reason));
      webContents.forcefullyCrashRenderer();
    });
  });
  expect(await died).toMatch(/crashed|killed/);
  await close();

  expect(filesHolding(profile, MARK).filter((name) => !name.startsWith('center/'))).toEqual([]);
  expect(filesHolding(profile, MARK)).not.toEqual([]);
  expect(filesUnder(profile).filter((name) => name.endsWith('.dmp'))).toEqual([]);
  // The story made the store itself, as somebody whom a group may read; everybody else is kept out of it.
  expect(openToOthers(profile, 0o007)).toEqual([]);
  expect(openToOthers(profile, 0o077)).toEqual(['center/caredesk.sqlite']);
  expect(said.join('')).not.toContain(MARK);
  const onNetwork = networkEvents(log).filter((kind) => REACHES_OUT.test(kind));
  expect(onNetwork).toEqual([]);
});

/** In no word of the program and in no name of a file. */
const MARK = 'Zwicklbauer';

/** Kinds of events that come before a packet, or with one. */
const REACHES_OUT =
  /^(SOCKET|TCP|UDP|SSL|HOST_RESOLVER|DNS_TRANSACTION|CONNECT_JOB|TRANSPORT|HTTP_STREAM|URL_REQUEST)/;
