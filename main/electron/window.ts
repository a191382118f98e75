import { join } from 'node:path';
import { BrowserWindow, Menu, type WebPreferences } from 'electron';
import { APP_ORIGIN } from './app-protocol.ts';

/** The console window: 1600×1000 first, usable at 1280×800, dark until the page says otherwise. */
export function openWindow(outFolder: string, devUrl: string | null): BrowserWindow {
  const window = new BrowserWindow({
    width: 1600,
    height: 1000,
    minWidth: 960,
    minHeight: 600,
    backgroundColor: '#0f1417',
    title: 'CareDesk',
    autoHideMenuBar: true,
    webPreferences: {
      ...safePage(outFolder),
      // New calls must be heard before anybody has clicked.
      autoplayPolicy: 'no-user-gesture-required',
    },
  });
  // Whether it came is looked after elsewhere.
  void window.loadURL(consoleUrl(devUrl)).catch(() => undefined);
  return window;
}

/** The address of the console itself. */
export function consoleUrl(devUrl: string | null): string {
  return devUrl ?? `${APP_ORIGIN}/index.html`;
}

/** What every page of ours may do, whichever window it is in: next to nothing. */
export function safePage(outFolder: string): WebPreferences {
  return {
    preload: join(outFolder, 'preload', 'preload.cjs'),
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    spellcheck: false,
    // Ages keep running on a second screen that has no focus.
    backgroundThrottling: false,
  };
}

/** The address of a page beside the console's; they are bundles of their own, so that its start does not grow. */
export function pageUrl(
  page: 'wall.html' | 'paper.html' | 'trouble.html',
  devUrl: string | null,
): string {
  return devUrl === null ? `${APP_ORIGIN}/pages/${page}` : new URL(page, devUrl).href;
}

/** Zoom, the wall board and quit only. Every other key belongs to the console's own keymap. */
export function installMenu(openWall: () => void): void {
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      {
        label: 'View',
        submenu: [
          { role: 'zoomIn' },
          { role: 'zoomOut' },
          { role: 'resetZoom' },
          { role: 'togglefullscreen' },
          { type: 'separator' },
          { label: 'Wall board', click: openWall },
          { type: 'separator' },
          { role: 'quit' },
        ],
      },
    ]),
  );
}
