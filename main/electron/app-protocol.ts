import { readFile } from 'node:fs';
import { extname, join, normalize, sep } from 'node:path';
import { protocol } from 'electron';

/** The window's own scheme: `file://` would give a page the rights to read the disk. */
export const APP_ORIGIN = 'app://caredesk';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
};

/** Only our own files; no network, no inline script, no frames, no forms to anywhere. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Must run before the application is ready. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: 'app',
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/**
 * Serves the built console, and under /pages/ those of the other windows; anything else, and any way out
 * of these two folders, is not found. `onScript` is called once the first script is on its way. The older buffer protocol on purpose: `handle` loads
 * a whole fetch implementation into main before it can answer the first request.
 */
export function serveApp(outFolder: string, onScript: () => void): void {
  protocol.registerBufferProtocol('app', (request, answer) => {
    const { host, pathname } = new URL(request.url);
    const beside = pathname.startsWith('/pages/');
    const folder = join(outFolder, beside ? 'pages' : 'renderer');
    const wanted = normalize(join(beside ? outFolder : folder, decodeURIComponent(pathname)));
    const type = TYPES[extname(wanted)];
    if (host !== 'caredesk' || type === undefined || !wanted.startsWith(folder + sep))
      return answer({ error: NOT_FOUND });
    readFile(wanted, (failed, data) => {
      if (failed !== null) return answer({ error: NOT_FOUND });
      answer({
        data,
        headers: {
          'content-type': type,
          'content-security-policy': POLICY,
          'x-content-type-options': 'nosniff',
        },
      });
      if (extname(wanted) === '.js') onScript();
    });
  });
}

/** net::ERR_FILE_NOT_FOUND */
const NOT_FOUND = -6;
