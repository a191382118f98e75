import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from '@playwright/test';
import type { ElectronApplication } from '@playwright/test';
import { consoleAs } from './support/center.ts';
import { press } from './support/console.ts';

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
