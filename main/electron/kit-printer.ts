import { BrowserWindow } from 'electron';
import { leaveDoor, takePage } from './ipc-door.ts';
import { kitStamp, putOnShelf } from './kit-shelf.ts';
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
    return await putOnShelf(pdf, folder, kitStamp(kit.printedAt, kit.timeZone));
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
  const at = `${kitStamp(printedAt, timeZone)}${training ? ' · TRAINING' : ''}`;
  return (
    '<div style="font: 9px sans-serif; width: 100%; margin: 0 0.6in; display: flex; justify-content: space-between">' +
    `<span>CareDesk paper kit, as of ${at}</span>` +
    '<span>Page <span class="pageNumber"></span> of <span class="totalPages"></span></span></div>'
  );
}
