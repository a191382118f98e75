import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BrowserWindow } from 'electron';
import { leaveDoor, takePage } from './ipc-door.ts';
import { pageUrl, safePage } from './window.ts';
import { KIT_DRAWN_TOPIC, KIT_TOPIC } from '#shared/contract/kit-topics.ts';
import type { PaperKit } from '#shared/paper/paper-kit.ts';

/** A page that has not drawn itself by then never will. */
const PATIENCE_MS = 30_000;

export interface KitPrinter {
  readonly outFolder: string;
  readonly devUrl: string | null;
}

/** Draws the kit in a window nobody sees and writes it as a PDF into `folder`. Resolves to the file. */
export async function printKit(
  { outFolder, devUrl }: KitPrinter,
  kit: PaperKit,
  folder: string,
): Promise<string> {
  const window = new BrowserWindow({ show: false, webPreferences: safePage(outFolder) });
  const { webContents } = window;
  const { id } = webContents;
  try {
    const drawn = new Promise<void>((done, failed) => {
      const timer = setTimeout(() => failed(new Error('The kit was not drawn.')), PATIENCE_MS);
      takePage(id, {
        answer: (topic) => {
          if (topic === KIT_TOPIC) return { ok: true, value: kit };
          if (topic !== KIT_DRAWN_TOPIC) return NOTHING_ELSE;
          clearTimeout(timer);
          done();
          return { ok: true, value: null };
        },
      });
    });
    await Promise.all([window.loadURL(pageUrl('paper.html', devUrl)), drawn]);
    const pdf = await webContents.printToPDF({
      pageSize: kit.size === 'a4' ? 'A4' : 'Letter',
      printBackground: true,
      generateTaggedPDF: true,
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate: footer(kit),
      margins: { top: 0.5, bottom: 0.7, left: 0.6, right: 0.6 },
    });
    return await keep(pdf, folder, kit);
  } finally {
    leaveDoor(id);
    if (!window.isDestroyed()) window.destroy();
  }
}

const NOTHING_ELSE = {
  ok: false,
  refused: 'paper-only-prints',
  because: 'The page of a kit can ask for nothing but the kit.',
} as const;

/** Nobody's name and no number: the page, and when it was true. */
function footer({ printedAt, timeZone, training }: PaperKit): string {
  const at = `${stamp(printedAt, timeZone)}${training ? ' · TRAINING' : ''}`;
  return (
    '<div style="font: 9px sans-serif; width: 100%; margin: 0 0.6in; display: flex; justify-content: space-between">' +
    `<span>CareDesk paper kit, as of ${at}</span>` +
    '<span>Page <span class="pageNumber"></span> of <span class="totalPages"></span></span></div>'
  );
}

const KIT_FILE = /^caredesk-kit-[\d-]+\.pdf$/;

/** Whole or not at all: a file that is cut off by a power cut must not be the newest one on the shelf. */
async function keep(pdf: Buffer, folder: string, kit: PaperKit): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const name = stamp(kit.printedAt, kit.timeZone).replace(/[: ]/g, (each) =>
    each === ':' ? '' : '-',
  );
  const file = join(folder, `caredesk-kit-${name}.pdf`);
  // What callers say is nobody else's on this PC.
  await writeFile(`${file}.part`, pdf, { mode: 0o600 });
  await rename(`${file}.part`, file);
  return file;
}

/** Keeps the newest kits of a folder and removes the older ones. Nothing else in it is touched. */
export async function keepNewest(folder: string, count: number): Promise<void> {
  const kits = (await readdir(folder)).filter((name) => KIT_FILE.test(name)).sort();
  const old = kits.slice(0, Math.max(0, kits.length - count));
  await Promise.all(old.map((name) => rm(join(folder, name), { force: true })));
}

/** "2026-03-03 12:07:33" on the center's wall clock. */
function stamp(at: string, timeZone: string): string {
  const format = new Intl.DateTimeFormat('sv-SE', {
    dateStyle: 'short',
    timeStyle: 'medium',
    timeZone,
  });
  return format.format(new Date(at));
}
