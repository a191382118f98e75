import { BrowserWindow, type WebContents } from 'electron';
import { leaveDoor, takePage } from './ipc-door.ts';
import { kitStamp, nameStamp, putOnShelf, putWhole } from './kit-shelf.ts';
import { pageUrl, safePage } from './window.ts';
import type { Packet } from '#shared/disclosure/packet.ts';
import { KIT_DRAWN_TOPIC, KIT_TOPIC } from '#shared/contract/kit-topics.ts';
import { RECIPIENT_LABELS } from '#shared/disclosure/recipient.ts';
import type { OutcomesReport } from '#shared/paper/outcomes-report.ts';
import type { PaperKit } from '#shared/paper/paper-kit.ts';
import type {
  PrintedPacket,
  PrintedPlan,
  PrintedReferral,
  PrintedService,
  PrintedSigningKeys,
  ToPrint,
} from '#shared/paper/to-print.ts';

/** A page that has not drawn itself by then never will. */
const PATIENCE_MS = 30_000;

export interface KitPrinter {
  readonly outFolder: string;
  readonly devUrl: string | null;
}

/** Writes the kit as a PDF into `folder`. Resolves to the file. */
export async function printKit(
  printer: KitPrinter,
  kit: PaperKit,
  folder: string,
): Promise<string> {
  const { printedAt, timeZone } = kit;
  const pdf = await drawn(printer, { is: 'kit', kit });
  return putOnShelf(pdf, folder, kitStamp(printedAt, timeZone));
}

/** The same for a packet, under a name that says whose it is. */
export async function printPacket(
  printer: KitPrinter,
  printed: PrintedPacket,
  folder: string,
): Promise<string> {
  const pdf = await drawn(printer, { is: 'packet', ...printed });
  return putWhole(pdf, folder, packetName(printed.preview.packet, 'pdf'));
}

/** The same for the page a person gets. The file's name says nothing of whom it is about. */
export async function printPlan(
  printer: KitPrinter,
  plan: PrintedPlan,
  folder: string,
): Promise<string> {
  const pdf = await drawn(printer, { is: 'safety-plan', ...plan });
  const stamp = nameStamp(kitStamp(plan.at, plan.timeZone));
  return putWhole(pdf, folder, `caredesk-safety-plan-${stamp}.pdf`);
}

/** The same for the page a person takes to a place. The file's name says nothing of the place. */
export async function printReferral(
  printer: KitPrinter,
  page: PrintedReferral,
  folder: string,
): Promise<string> {
  const pdf = await drawn(printer, { is: 'referral', ...page });
  const stamp = nameStamp(kitStamp(page.at, page.timeZone));
  return putWhole(pdf, folder, `caredesk-referral-${stamp}.pdf`);
}

/** The page about a service, for a person. The file's name says nothing of who took it along. */
export async function printService(
  printer: KitPrinter,
  service: PrintedService,
  folder: string,
): Promise<string> {
  const pdf = await drawn(printer, { is: 'service', ...service });
  const stamp = nameStamp(kitStamp(service.at, service.timeZone));
  return putWhole(pdf, folder, `caredesk-service-${stamp}.pdf`);
}

/** The page of the keys the audit is and was signed with. */
export async function printSigningKeys(
  printer: KitPrinter,
  page: PrintedSigningKeys,
  folder: string,
): Promise<string> {
  const pdf = await drawn(printer, { is: 'signing-keys', ...page });
  const stamp = nameStamp(kitStamp(page.at, page.timeZone));
  return putWhole(pdf, folder, `caredesk-signing-key-${stamp}.pdf`);
}

/** Number, recipient and moment; nobody's name. */
export function packetName({ head, recipient, asOf }: Packet, ending: string): string {
  const stamp = nameStamp(kitStamp(asOf, head.timeZone));
  return `caredesk-packet-${head.number}-${recipient}-${stamp}.${ending}`;
}

/** As a PDF. */
export function drawn(printer: KitPrinter, paper: ToPrint): Promise<Uint8Array> {
  const size = paper.is === 'kit' ? paper.kit.size : paper.size;
  return withDrawn(printer, paper, (webContents) =>
    webContents.printToPDF({
      pageSize: size === 'a4' ? 'A4' : 'Letter',
      printBackground: true,
      generateTaggedPDF: true,
      displayHeaderFooter: paper.is === 'kit' || paper.is === 'packet',
      headerTemplate: '<span></span>',
      footerTemplate: footer(paper),
      margins: { top: 0.5, bottom: 0.7, left: 0.6, right: 0.6 },
    }),
  );
}

/** On paper, by the printer a person chooses: no file of it is left. */
export function printedOnPaper(printer: KitPrinter, paper: ToPrint): Promise<void> {
  return withDrawn(
    printer,
    paper,
    (webContents) =>
      new Promise<void>((done, failed) => {
        webContents.print({ printBackground: true }, (success, reason) =>
          success ? done() : failed(new Error(reason)),
        );
      }),
  );
}

/** Draws it in a window nobody sees. */
async function withDrawn<T>(
  { outFolder, devUrl }: KitPrinter,
  paper: ToPrint,
  takeDown: (webContents: WebContents) => Promise<T>,
): Promise<T> {
  const window = new BrowserWindow({ show: false, webPreferences: safePage(outFolder) });
  const { webContents } = window;
  const { id } = webContents;
  try {
    const isDrawn = new Promise<void>((done, failed) => {
      const timer = setTimeout(() => failed(new Error('The page was not drawn.')), PATIENCE_MS);
      takePage(id, {
        answer: (topic) => {
          if (topic === KIT_TOPIC) return { ok: true, value: paper };
          if (topic !== KIT_DRAWN_TOPIC) return NOTHING_ELSE;
          clearTimeout(timer);
          done();
          return { ok: true, value: null };
        },
      });
    });
    await Promise.all([window.loadURL(pageUrl('paper.html', devUrl)), isDrawn]);
    return await takeDown(webContents);
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
function footer(paper: ToPrint): string {
  // One page, and it is the person's.
  if (paper.is !== 'kit' && paper.is !== 'packet' && paper.is !== 'outcomes')
    return '<span></span>';
  const words = footWords(paper);
  return (
    '<div style="font: 9px sans-serif; width: 100%; margin: 0 0.6in; display: flex; justify-content: space-between">' +
    `<span>${words}</span>` +
    '<span>Page <span class="pageNumber"></span> of <span class="totalPages"></span></span></div>'
  );
}

function footWords(paper: Extract<ToPrint, { is: 'kit' | 'packet' | 'outcomes' }>): string {
  switch (paper.is) {
    case 'kit':
      return kitFoot(paper.kit);
    case 'packet':
      return packetFoot(paper);
    case 'outcomes':
      return reportFoot(paper);
  }
}

function reportFoot({ period, printedAt, timeZone, training }: OutcomesReport): string {
  const at = `${kitStamp(printedAt, timeZone)}${training ? ' · TRAINING' : ''}`;
  return `CareDesk figures, ${period.from} to ${period.to}, counted ${at}`;
}

function kitFoot({ printedAt, timeZone, training }: PaperKit): string {
  const at = `${kitStamp(printedAt, timeZone)}${training ? ' · TRAINING' : ''}`;
  return `CareDesk paper kit, as of ${at}`;
}

/** Each page says for whom it is, and which packet of the record: loose pages find their way back. */
function packetFoot({ preview: { packet, digest } }: PrintedPacket): string {
  const { head, recipient, asOf } = packet;
  const at = `${kitStamp(asOf, head.timeZone)}${head.training ? ' · TRAINING' : ''}`;
  return `For ${RECIPIENT_LABELS[recipient]} only · incident ${head.number} · ${at} · ${digest.slice(0, 12)}`;
}
