import { app, session } from 'electron';
import { APP_ORIGIN } from './app-protocol.ts';

/**
 * Chromium looks names up, fetches dictionaries and probes for networks by itself, past every handler of ours.
 * Here no name and no address leads anywhere. Must run before the application is ready.
 */
export function stayOffline(devUrl: string | null): void {
  const { commandLine } = app;
  for (const name of NOT_BY_ITSELF) commandLine.appendSwitch(name);
  // For a call between two browsers Chromium would open a port that answers to anybody near.
  commandLine.appendSwitch('disable-features', 'WebRtcHideLocalIpsWithMdns');
  // Asks nobody on the network for a proxy.
  commandLine.appendSwitch('no-proxy-server');
  const own = devUrl === null ? '' : `, EXCLUDE ${new URL(devUrl).hostname}`;
  commandLine.appendSwitch('host-resolver-rules', `MAP * ~NOTFOUND${own}`);
}

const NOT_BY_ITSELF = [
  'disable-background-networking',
  'disable-component-update',
  'disable-domain-reliability',
  'disable-breakpad',
  'disable-sync',
  'dns-prefetch-disable',
  'no-pings',
];

/** Denies what a dispatch window never needs: other pages, new windows, webviews, every permission and device. */
export function lockDown(devUrl: string | null): void {
  const { defaultSession } = session;
  // For a page it is off already; the session fetches its dictionary all the same.
  defaultSession.setSpellCheckerLanguages([]);
  defaultSession.setSpellCheckerEnabled(false);
  defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  defaultSession.setPermissionCheckHandler(() => false);
  defaultSession.setDevicePermissionHandler(() => false);
  // Offline by design: the only requests that leave a window are for its own files.
  defaultSession.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !isOurs(details.url, devUrl) });
  });
  // A file a page of ours made itself, for the person to save; nothing from anywhere.
  defaultSession.on('will-download', (event, file) => {
    if (!file.getURL().startsWith('blob:')) event.preventDefault();
  });
  app.on('web-contents-created', (_event, contents) => {
    // Two pages that talk to each other need neither a server nor a name.
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.on('will-frame-navigate', (event) => {
      if (!isOurs(event.url, devUrl)) event.preventDefault();
    });
    contents.on('will-redirect', (event) => event.preventDefault());
  });
}

/** True for our own pages, and for the development server when there is one. */
export function isOurs(url: string, devUrl: string | null): boolean {
  if (url.startsWith(`${APP_ORIGIN}/`)) return true;
  if (devUrl === null) return false;
  if (url.startsWith('devtools://')) return true;
  const host = new URL(devUrl).host;
  return url.startsWith(`http://${host}/`) || url.startsWith(`ws://${host}/`);
}
