/** What no source file of ours may hold, what would be caught, and the few places it belongs to. */
export interface Forbidden {
  readonly never: string;
  readonly pattern: RegExp;
  readonly but?: readonly string[];
  readonly offence: readonly string[];
}

const INTAKE = 'main/intake/';

export const FORBIDDEN: readonly Forbidden[] = [
  {
    never: 'no page is given Node, or another page’s rights',
    pattern:
      /\b(nodeIntegration\w*|webviewTag|allowRunningInsecureContent|experimentalFeatures|allowpopups|enableRemoteModule)\b['"]?\s*[:=]\s*\{?true\b/i,
    offence: ['{ nodeIntegration: true }', '{ webviewTag: true }', '<webview allowpopups={true}>'],
  },
  {
    never: 'no lock of a page is taken off',
    pattern: /\b(sandbox|contextIsolation|webSecurity)\b['"]?\s*:\s*false\b/,
    offence: ['{ sandbox: false }', '{ webSecurity: false }', "{ 'contextIsolation': false }"],
  },
  {
    never: 'no feature of Chromium is switched on',
    pattern: /\b(enableBlinkFeatures|enable-features|enable-blink-features|no-sandbox)\b/,
    but: ['main/electron/installed-command-line.ts'],
    offence: ["enableBlinkFeatures: 'Serial'", "appendSwitch('enable-features', 'X')"],
  },
  {
    never: 'no page is embedded in a page',
    pattern: /<(webview|iframe)\b|\bBrowserView\b|\bWebContentsView\b/,
    offence: ['<webview src="x">', '<iframe src="x">', 'new WebContentsView()'],
  },
  {
    never: 'no text becomes code or markup',
    pattern:
      /\beval\(|\bnew Function\(|\.innerHTML\b|\.outerHTML\b|insertAdjacentHTML|document\.write|dangerouslySetInnerHTML|executeJavaScript|\bnode:vm\b/,
    offence: ["eval('1')", 'element.innerHTML = text', 'contents.executeJavaScript(text)'],
  },
  {
    never: 'nothing but a number of a phone leaves for another program',
    pattern: /\bshell\b[^}]*\} from 'electron'|\bchild_process\b|\bopenExternal\b/,
    but: ['main/electron/dial.ts'],
    offence: ["import { shell } from 'electron';", "import { exec } from 'node:child_process';"],
  },
  {
    never: 'a page is loaded from our own scheme, never from a file',
    pattern: /\.loadFile\(|['"`]file:/,
    offence: ["window.loadFile('index.html')", "window.loadURL('file:///x')"],
  },
  {
    never: 'there is one door from a page to main',
    pattern: /\bipcMain\s*\.\s*(handle|on|once|handleOnce)\b/,
    but: ['main/electron/ipc-door.ts'],
    offence: ["ipcMain.on('x', act)", "ipcMain.handle('x', act)"],
  },
  {
    never: 'only the preload script speaks for a page',
    pattern: /\bipcRenderer\b|\bcontextBridge\b/,
    but: ['main/preload/preload.ts'],
    offence: ["import { ipcRenderer } from 'electron';"],
  },
  {
    never: 'only an intake line opens a socket',
    pattern:
      /from ['"](node:)?(net|http|https|http2|tls|dgram|dns|ws|inspector|cluster)(\/promises)?['"]/,
    but: [INTAKE],
    offence: [
      "import { connect } from 'node:net';",
      "import { WebSocket } from 'ws';",
      "import { lookup } from 'dns';",
    ],
  },
  {
    never: 'nothing asks a network for anything',
    pattern:
      /\bfetch\(|\bXMLHttpRequest\b|\bnew (WebSocket|EventSource|RTCPeerConnection|WebTransport)\(|\bsendBeacon\b|\bnet\.(request|fetch)\b|\bautoUpdater\b/,
    offence: [
      "fetch('https://example.com')",
      'new WebSocket(url)',
      'autoUpdater.checkForUpdates()',
    ],
  },
  {
    never: 'nothing is logged but through the log of the desk',
    pattern:
      /\bconsole\.(log|info|warn|error|debug|trace|dir|table)\b|\bprocess\.(stderr|stdout)\.write\b/,
    but: [
      'main/desk/desk-log.ts',
      'main/electron/paper.ts',
      'main/electron/stray-errors.ts',
      'main/electron/window-care.ts',
    ],
    offence: ['console.log(call)', 'process.stderr.write(words)'],
  },
  {
    never: 'no error’s own words go where a log is',
    pattern: /\bdefect\b[^;\n]*\.message\b|\berror\.stack\b/,
    offence: ['const defect = error.stack ?? error.message;'],
  },
  {
    never: 'no report of a crash is made or sent',
    pattern:
      /\bcrashReporter\b|\bcontentTracing\b|\bnetLog\b|\btakeHeapSnapshot\b|\bwriteHeapSnapshot\b/,
    offence: ["crashReporter.start({ submitURL: '' })"],
  },
  {
    never: 'nothing is put where other programs look: clipboard, notifications, recent documents',
    pattern:
      /\bclipboard\.(write|read)|\bnavigator\.clipboard\b|\bnew Notification\(|\baddRecentDocument\b|\bsetTitle\(|\bdocument\.title\s*=/,
    offence: ['clipboard.writeText(words)', 'new Notification(words)', 'document.title = words'],
  },
  {
    never: 'nothing of a call is kept in the browser',
    pattern: /\b(localStorage|sessionStorage|indexedDB|document\.cookie|caches\.open)\b/,
    but: ['renderer/desk/preferences.ts'],
    offence: ["sessionStorage.setItem('words', words)", "localStorage.setItem('x', y)"],
  },
];
