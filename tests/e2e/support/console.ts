import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';

const root = resolve(import.meta.dirname, '../../..');
const packaged = process.env['CAREDESK_PACKAGED'];

/** A running console: the built one, or the packaged one when the suite is told where it is. */
export interface RunningConsole {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** What the page complained about: a story ends with this empty. */
  readonly complaints: string[];
  close(): Promise<void>;
  /** Pulls the plug: no handler of ours runs. */
  kill(): Promise<void>;
}

export function profileFolder(): string {
  return mkdtempSync(join(tmpdir(), 'caredesk-e2e-'));
}

/** Where a live desk keeps its records inside a profile; see main/electron/start-options.ts. */
export function centerFolder(profile: string): string {
  return join(profile, 'center');
}

export async function startConsole(
  profile: string,
  args: readonly string[] = [],
): Promise<RunningConsole> {
  const app = await _electron.launch({
    ...(packaged === undefined ? {} : { executablePath: packaged }),
    args: [
      ...(packaged === undefined ? [root] : []),
      // Chromium refuses to start as root with its sandbox on; tests only, never the package.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--log-level=3',
      `--user-data-dir=${profile}`,
      ...args,
    ],
    cwd: root,
  });
  const page = await app.firstWindow();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.waitForLoadState('domcontentloaded');
  return {
    app,
    page,
    complaints,
    close: () => app.close(),
    kill: async () => {
      const process = app.process();
      const gone = new Promise((done) => process.once('exit', done));
      process.kill('SIGKILL');
      await gone;
      await app.close().catch(() => undefined);
    },
  };
}

/** Presses keys one after another, as a person does: each one is handled before the next. */
export async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}
