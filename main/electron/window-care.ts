import { app, type BrowserWindow } from 'electron';
import { pageUrl } from './window.ts';
import type { Desk } from '#main/desk/desk.ts';

/** A window that stops more often than this within the time below is not opened again by itself. */
const MOST_RELOADS = 3;
const WITHIN_MS = 120_000;
/** A page that answers nothing for so long after it was noticed is ended, and opened again. */
const UNRESPONSIVE_MS = 10_000;
const LOAD_AGAIN_MS = 500;
/** net::ERR_ABORTED: another load took its place. */
const ABORTED = -3;

export interface Cared {
  readonly window: BrowserWindow;
  readonly devUrl: string | null;
  readonly desk: () => Desk | null;
}

/**
 * Brings a window back that stopped: main has everything but what was typed in the last moment. After a few
 * times a plain page says how to go on, so that nobody sits before one that comes and goes.
 */
export function careForWindow({ window, devUrl, desk }: Cared): void {
  const { webContents } = window;
  let reloads: number[] = [];
  let waiting: NodeJS.Timeout | null = null;

  const again = () => {
    if (webContents.isDestroyed()) return;
    const now = performance.now();
    reloads = [...reloads.filter((at) => now - at < WITHIN_MS), now];
    if (reloads.length > MOST_RELOADS) {
      void webContents.loadURL(pageUrl('trouble.html', devUrl));
      return;
    }
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
  webContents.on('did-fail-load', (_event, code, _what, _url, isMainFrame) => {
    if (isMainFrame && code !== ABORTED) setTimeout(again, LOAD_AGAIN_MS);
  });
  window.on('unresponsive', () => {
    waiting ??= setTimeout(() => {
      waiting = null;
      if (!webContents.isDestroyed()) webContents.forcefullyCrashRenderer();
    }, UNRESPONSIVE_MS);
  });
  window.on('responsive', () => {
    if (waiting !== null) clearTimeout(waiting);
    waiting = null;
  });
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
