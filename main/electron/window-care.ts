import { app, dialog, type BrowserWindow } from 'electron';
import { LOOK_MS, PagePulse, Reloads } from './page-pulse.ts';
import { pageUrl } from './window.ts';
import type { Desk } from '#main/desk/desk.ts';
import { PULSE_CHANNEL } from '#shared/contract/channels.ts';

const LOAD_AGAIN_MS = 500;
/** net::ERR_ABORTED: another load took its place. */
const ABORTED = -3;

export interface Cared {
  readonly window: BrowserWindow;
  /** Of the console itself. */
  readonly url: string;
  readonly devUrl: string | null;
  readonly desk: () => Desk | null;
}

/**
 * Brings a window back that stopped, hangs or draws nothing: main has everything but what was typed in the last moment.
 * After a few times a plain page says how to go on, so that nobody sits before one that comes and goes.
 */
export function careForWindow(cared: Cared): void {
  const { window, devUrl, desk } = cared;
  const { webContents } = window;
  const reloads = new Reloads(() => performance.now());
  const pulse = new PagePulse();
  const plainPage = pageUrl('trouble.html', devUrl);

  const again = () => {
    if (webContents.isDestroyed()) return;
    if (!reloads.once()) return void webContents.loadURL(plainPage).catch(() => undefined);
    // Before the page is there: it finds it in the first thing it asks.
    desk()?.troubles.passes('window');
    webContents.reload();
  };

  webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    process.stderr.write(`window: the page stopped (${reason})\n`);
    // Not from within the event: the process that is gone is still being cleared away.
    setImmediate(again);
  });
  webContents.on('did-fail-load', (_event, code, what, url, isMainFrame) => {
    if (!isMainFrame || code === ABORTED) return;
    process.stderr.write(`window: the page could not be loaded (${what})\n`);
    if (url === plainPage) void tellWithoutPage(cared);
    else setTimeout(again, LOAD_AGAIN_MS);
  });

  webContents.ipc.on(PULSE_CHANNEL, () => pulse.heard());
  const askPage = () => {
    if (!webContents.isCrashed()) webContents.send(PULSE_CHANNEL);
  };
  webContents.on('did-finish-load', askPage);
  webContents.on('did-start-navigation', ({ isMainFrame }) => {
    if (isMainFrame) pulse.opened();
  });
  const looking = setInterval(() => {
    // Whoever develops stops a page at will.
    if (webContents.isDestroyed() || webContents.isDevToolsOpened()) return pulse.opened();
    // Asked and not left to the page: its timers may be slowed down while nobody sees it.
    if (!pulse.look()) return askPage();
    process.stderr.write('window: the page gives no sign of life\n');
    if (webContents.isCrashed()) again();
    else webContents.forcefullyCrashRenderer();
  }, LOOK_MS);
  window.on('closed', () => clearInterval(looking));

  app.on('child-process-gone', (_event, { type, reason }) => {
    // Chromium starts it again by itself, and draws without it when it stops too often.
    if (type !== 'GPU' || reason === 'clean-exit') return;
    process.stderr.write(`window: the graphics process stopped (${reason})\n`);
    desk()?.troubles.passes('graphics');
  });
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
    desk()?.troubles.passes('second-start');
  });
}

/** The program's own files cannot be read, so no page can say it. */
async function tellWithoutPage({ window, url }: Cared): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    title: 'CareDesk',
    message: 'The window of CareDesk cannot be opened: its own files cannot be read.',
    detail:
      'Everything that was acknowledged is kept, and so is what was typed. The desk behind this window still runs. ' +
      'Send by radio and telephone, and take the paper kit: the last copy lies in the folder whose name ends in -paper, ' +
      'beside the data folder. If trying again does not help, have an administrator install CareDesk again.',
    buttons: ['Try again', 'Close CareDesk'],
    defaultId: 0,
    cancelId: 0,
  });
  if (response === 1) app.quit();
  else if (!window.isDestroyed()) void window.webContents.loadURL(url).catch(() => undefined);
}
