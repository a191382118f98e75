import { watch, type FSWatcher } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { settledFiles, type SeenFile } from './folder-scan.ts';
import { takeFile, type Fate } from './take-file.ts';
import { putAside } from './put-aside.ts';
import type { LineRunner } from './line-runner.ts';
import type { WatchedFolderSetting } from '#shared/intake-line/line-setting.ts';

/** The truth: shares on the network lose what `watch` would say. */
const SCAN_MS = 2_000;
/** Soon after somebody said that something happened. */
const HINT_MS = 200;

/**
 * Takes what is put into a folder: a file once it has stopped growing, one after the other. What was taken goes to
 * `done`, what was refused to `refused` with the reason beside it; nothing is ever deleted. A file is taken first and
 * moved afterwards: after a crash between the two it is delivered again, which the desk knows and does not take twice.
 */
export const watchedFolder: LineRunner<WatchedFolderSetting> = ({
  line,
  setting,
  desk,
  report,
}) => {
  const { folder } = setting;
  let over = false;
  let wake: (() => void) | null = null;
  const hints: { now: FSWatcher | null } = { now: null };
  let seen: ReadonlyMap<string, SeenFile> = new Map();
  let state: 'starting' | 'taking' | 'failed' = 'starting';
  const waiting = new Set<string>();

  const sleep = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const noHints = () => {
    hints.now?.close();
    hints.now = null;
  };
  const hint = () => {
    if (hints.now !== null) return;
    try {
      hints.now = watch(folder, { persistent: false }, () =>
        setTimeout(() => wake?.(), HINT_MS).unref(),
      );
      hints.now.on('error', noHints);
    } catch {
      // Not every file system tells of changes: the scan finds them.
    }
  };

  async function scan(): Promise<void> {
    const found = await settledFiles(folder, seen);
    seen = found.seen;
    if (state !== 'taking') report.taking(folder);
    state = 'taking';
    hint();
    for (const path of waiting) if (!found.seen.has(path)) forget(path);
    for (const refusal of found.refused)
      await finish(refusal.file, { refused: refusal.reason, why: refusal.why });
    for (const file of found.settled) {
      if (over) return;
      await finish(file, await takeFile({ file, line, setting, desk }));
    }
  }

  async function finish(file: SeenFile, fate: Fate): Promise<void> {
    const { path, name, size } = file;
    if (over || fate === 'later') return;
    if (fate === 'waits') {
      waiting.add(path);
      desk.imports.waits({ path, lineName: line.name, size });
      return;
    }
    forget(path);
    if ('refused' in fate) report.refused({ from: name, bytes: size, reason: fate.refused });
    else for (const as of fate.took) report.took(as);
    await putAside(folder, file, fate);
  }

  function forget(path: string): void {
    if (waiting.delete(path)) desk.imports.waitsNoMore(path);
  }

  const running = (async () => {
    while (!over) {
      try {
        await requireFolder(folder);
        await scan();
      } catch (error) {
        noHints();
        const again = new Date(desk.now().getTime() + SCAN_MS);
        if (state !== 'failed' && !over) report.failed(whyNot(folder, error), again);
        state = 'failed';
      }
      if (!over) await sleep(SCAN_MS);
    }
  })();

  return {
    stop: async () => {
      over = true;
      noHints();
      for (const path of waiting) forget(path);
      wake?.();
      await running;
    },
  };
};

/** Itself and not what a link leads to: a link could be turned to another folder at any time. */
async function requireFolder(folder: string): Promise<void> {
  const about = await lstat(folder);
  if (!about.isDirectory()) throw new NoFolder();
}

class NoFolder extends Error {}

function whyNot(folder: string, error: unknown): string {
  if (error instanceof NoFolder)
    return `${folder} is a link or a file, not a folder. Name the folder itself.`;
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOENT':
      return `There is no folder ${folder}. It is taken from again as soon as it is there.`;
    case 'EACCES':
    case 'EPERM':
      return `CareDesk may not read and move files in ${folder}. Give its user the right to.`;
    default:
      return `${folder} cannot be read. It is tried again by itself; check that its disk or network is there.`;
  }
}
