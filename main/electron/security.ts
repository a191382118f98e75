import { app, session } from 'electron';
import { APP_ORIGIN } from './app-protocol.ts';

/** Denies what a dispatch window never needs: other pages, new windows, webviews, every permission. */
export function lockDown(devUrl: string | null): void {
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) =>
    answer(false),
  );
  session.defaultSession.setPermissionCheckHandler(() => false);
  // Offline by design: the only requests that leave a window are for its own files.
  session.defaultSession.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !isOurs(details.url, devUrl) });
  });
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.on('will-navigate', (event) => {
      if (!isOurs(event.url, devUrl)) event.preventDefault();
    });
    contents.on('will-redirect', (event) => event.preventDefault());
  });
}

/** True for our own pages, and for the development server when there is one. */
export function isOurs(url: string, devUrl: string | null): boolean {
  if (url.startsWith(`${APP_ORIGIN}/`) || url.startsWith('devtools://')) return true;
  if (devUrl === null) return false;
  const host = new URL(devUrl).host;
  return url.startsWith(`http://${host}/`) || url.startsWith(`ws://${host}/`);
}
