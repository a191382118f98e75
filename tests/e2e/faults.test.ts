import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, test } from '@playwright/test';
import type { ElectronApplication } from '@playwright/test';
import { LOOPBACK_LISTENER } from '../support/intake-line-examples.ts';
import { freePort, freshDocument, post } from '../support/sent-documents.ts';
import { consoleAs, PASSPHRASE } from './support/center.ts';
import { centerFolder, press } from './support/console.ts';
import { openDesk } from '#main/desk/open-desk.ts';
import type { IntakeLineId } from '#shared/lib/brand.ts';

/** The page after a crash is another one than the driver knows: it is asked through main. */
function pageSays(app: ElectronApplication): Promise<string> {
  return app.evaluate(async ({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    if (window === undefined || window.webContents.isCrashed()) return '';
    const script =
      'document.body.innerText + [...document.querySelectorAll("textarea, input")].map((each) => each.value)';
    // What is asked of a page that is just going is never answered.
    const unanswered = new Promise((give) => setTimeout(give, 500, ''));
    return String(await Promise.race([window.webContents.executeJavaScript(script), unanswered]));
  });
}

function crash(app: ElectronApplication): Promise<void> {
  return app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer();
  });
}

test('a page that crashes comes back by itself with what was typed, and one that does so again and again says how to go on', async () => {
  const { app, page } = await consoleAs('Dana', (seed) => {
    seed.call('4500 N Broadway, Uptown', 'Please help, he is outside again.');
  });
  await press(page, 'g', 'q', 'Enter');
  await expect(page.getByRole('region', { name: 'Recommendation' })).toBeVisible();
  await press(page, 'm');
  await page.keyboard.type('Caller whispers');
  // One second is what may be lost.
  await page.waitForTimeout(1_000);

  // The process that draws ends, and another one begins: nobody has to do anything.
  const killed = await app.evaluate(({ app: electron }) => {
    const gpu = electron.getAppMetrics().find(({ type }) => type === 'GPU');
    if (gpu !== undefined) process.kill(gpu.pid, 'SIGKILL');
    return gpu !== undefined;
  });
  if (killed) await expect(page.getByText('The graphics of this window stopped')).toBeVisible();

  // A second start brings this window to the front, says so, and ends by itself.
  const { spawnfile, spawnargs } = app.process();
  const args = spawnargs.slice(1).filter((arg) => !/^--(inspect|remote-debugging)/.test(arg));
  const second = spawn(spawnfile, args, { stdio: 'ignore' });
  await once(second, 'close');
  await expect(page.getByText('CareDesk was started a second time.')).toBeVisible();

  await crash(app);
  await expect.poll(() => pageSays(app)).toContain('This window stopped and was opened again.');
  await expect.poll(() => pageSays(app)).toContain('4500 N Broadway');
  // Still signed on, and the call is still open.
  expect(await pageSays(app)).toContain('Dana Dispatcher');
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    for (const keyCode of ['g', 'q', 'Enter', 'm']) {
      window?.webContents.sendInputEvent({ type: 'keyDown', keyCode });
      window?.webContents.sendInputEvent({ type: 'char', keyCode });
      window?.webContents.sendInputEvent({ type: 'keyUp', keyCode });
    }
  });
  await expect.poll(() => pageSays(app)).toContain('Caller whispers');

  for (let times = 0; times < 3; times += 1) {
    await expect.poll(() => pageSays(app)).toContain('Dana Dispatcher');
    await crash(app);
  }
  await expect.poll(() => pageSays(app)).toContain('stopped again and again');
  expect(await pageSays(app)).toContain('paper kit');
  await app.evaluate(async ({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    await window?.webContents.executeJavaScript(`document.querySelector('a').click()`);
  });
  await expect.poll(() => pageSays(app)).toContain('4500 N Broadway');
  await app.close();
});

/** From now on this many loads of a page fail, as files that cannot be read do. */
function failLoads(app: ElectronApplication, count: number): Promise<void> {
  return app.evaluate(({ session, BrowserWindow }, many) => {
    let left = many;
    session.defaultSession.webRequest.onBeforeRequest(({ url }, answer) => {
      const cancel = left > 0 && url.endsWith('.html');
      if (cancel) left -= 1;
      answer({ cancel });
    });
    BrowserWindow.getAllWindows()[0]?.webContents.reload();
  }, count);
}

test('a page that hangs or cannot be loaded comes back by itself, and the desk goes on while the computer sleeps', async () => {
  const port = await freePort();
  let token = '';
  const { app, page, profile } = await consoleAs('Dana', (seed) => {
    const sam = seed.as('Sam Supervisor');
    const setting = { ...LOOPBACK_LISTENER, port };
    const line = { lineId: null, name: 'County CAD', on: false, setting };
    const lineId = seed.give(sam, 'intake-line.set', line) as IntakeLineId;
    token = seed.give(sam, 'intake-line.new-token', { lineId }) ?? '';
    seed.give(sam, 'intake-line.set', { ...line, lineId, on: true });
  });
  const sent = async (text: string) => {
    const reply = await post({ address: '127.0.0.1', port }, text, { token }).catch(() => null);
    return reply?.status;
  };
  await expect.poll(() => sent(freshDocument())).toBe(201);
  await expect(page.getByRole('option', { name: /4620 N Broadway/ })).toBeVisible();

  // Nobody presses a key: main has to find out by itself.
  await page.evaluate(() => {
    setTimeout(() => {
      for (;;);
    });
  });
  // Meanwhile the computer sleeps and wakes: a connection of before is closed, and another one is taken.
  const before = connect(port, '127.0.0.1').on('error', () => undefined);
  await once(before, 'connect');
  const closed = once(before.resume(), 'close');
  await app.evaluate(({ powerMonitor }) => {
    powerMonitor.emit('suspend');
    powerMonitor.emit('resume');
  });
  await closed;
  await expect.poll(() => sent(freshDocument())).toBe(201);

  // It was left alone while it slept: whoever comes back says who they are.
  await expect.poll(() => pageSays(app), { timeout: 30_000 }).toContain('This window stopped');
  await expect.poll(() => pageSays(app)).toContain('Passphrase');
  expect(await pageSays(app)).not.toContain('N Broadway');
  await app.evaluate(async ({ BrowserWindow }, passphrase) => {
    const [window] = BrowserWindow.getAllWindows();
    await window?.webContents.insertText(passphrase);
    window?.webContents.sendInputEvent({ type: 'keyDown', keyCode: 'Enter' });
    window?.webContents.sendInputEvent({ type: 'char', keyCode: 'Enter' });
  }, PASSPHRASE);
  await expect.poll(() => pageSays(app)).toContain('4620 N Broadway');

  // A file that cannot be read once is read the next time.
  await failLoads(app, 1);
  await expect.poll(() => pageSays(app)).toContain('4620 N Broadway');
  // Where none can be, not even the plain page, the computer itself says how to go on.
  await app.evaluate(({ dialog }) => {
    const asked = (_window: unknown, { message, detail }: Electron.MessageBoxOptions) => {
      Object.assign(globalThis, { toldWithoutPage: `${message} ${detail}` });
      return Promise.resolve({ response: 0, checkboxChecked: false });
    };
    Object.assign(dialog, { showMessageBox: asked });
  });
  await failLoads(app, 3);
  await expect.poll(() => pageSays(app)).toContain('4620 N Broadway');
  const told = await app.evaluate(() => Reflect.get(globalThis, 'toldWithoutPage') as string);
  expect(told).toMatch(/acknowledged is kept.*paper kit.*-paper/);
  await app.close();

  const desk = openDesk({ folder: centerFolder(profile) });
  const types = [...desk.journal.entriesAfter(0)].map(({ event }) => event.type);
  desk.close();
  expect(types.filter((type) => type.startsWith('console.'))).toEqual([
    'console.locked',
    'console.unlocked',
  ]);
});
