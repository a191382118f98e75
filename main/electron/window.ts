import { join } from 'node:path';
import { BrowserWindow, Menu } from 'electron';
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
      preload: join(outFolder, 'preload', 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      // New calls must be heard before anybody has clicked.
      autoplayPolicy: 'no-user-gesture-required',
      // Ages keep running on a second screen that has no focus.
      backgroundThrottling: false,
    },
  });
  void window.loadURL(devUrl ?? `${APP_ORIGIN}/index.html`);
  return window;
}

/** Zoom and quit only. Every other key belongs to the console's own keymap. */
export function installMenu(): void {
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
          { role: 'quit' },
        ],
      },
    ]),
  );
}
