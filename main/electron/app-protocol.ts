import { readFile } from 'node:fs';
import { extname } from 'node:path';
import { protocol } from 'electron';
import { appFileOf } from './app-file.ts';

/** The window's own scheme: `file://` would give a page the rights to read the disk. */
export const APP_ORIGIN = 'app://caredesk';

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
 * Serves the built console and the pages of the other windows; anything else is not found. `onScript` is called
 * once the first script is on its way. The older buffer protocol on purpose: `handle` loads a whole fetch
 * implementation into main before it can answer the first request.
 */
export function serveApp(outFolder: string, onScript: () => void): void {
  protocol.registerBufferProtocol('app', (request, answer) => {
    const wanted = appFileOf(request.url, outFolder);
    if (wanted === null) return answer({ error: NOT_FOUND });
    readFile(wanted.path, (failed, data) => {
      if (failed !== null) return answer({ error: NOT_FOUND });
      answer({
        data,
        headers: {
          'content-type': wanted.type,
          'content-security-policy': POLICY,
          'x-content-type-options': 'nosniff',
        },
      });
      if (extname(wanted.path) === '.js') onScript();
    });
  });
}

/** net::ERR_FILE_NOT_FOUND */
const NOT_FOUND = -6;
