// The least an Electron window can be, to measure the console beside: one page, no application.
import { join } from 'node:path';
import { app, BrowserWindow, ipcMain } from 'electron';

const page = process.argv.find((arg) => arg.startsWith('--page='))?.slice('--page='.length);

void app.whenReady().then(() => {
  // An ask that asks for nothing.
  ipcMain.handle('bare:ask', (_event, input: unknown) => input);
  // The least that tells a page something it did not ask for.
  ipcMain.handle('bare:push', (event, text: string) => event.sender.send('bare:pushed', text));
  const window = new BrowserWindow({
    width: 1600,
    height: 1000,
    webPreferences: {
      preload: join(__dirname, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      backgroundThrottling: false,
    },
  });
  void window.loadFile(join(__dirname, 'pages', `${page ?? 'static'}.html`));
});

app.on('window-all-closed', () => app.quit());
