import { join } from 'node:path';
import { app } from 'electron';
import { auditOut } from './audit-out.ts';
import { figuresOut, type AskedExport } from './figures-out.ts';
import {
  packetName,
  printedOnPaper,
  printPacket,
  printPlan,
  printReferral,
  printService,
  printSigningKeys,
  type KitPrinter,
} from './kit-printer.ts';
import { doneWith, kitOut } from './kit-out.ts';
import { keepNewest, putWhole } from './kit-shelf.ts';
import type { Desk, Session } from '#main/desk/desk.ts';
import type { Gone, Handing } from '#main/desk/disclosure/let-go.ts';
import type { IncidentId, ReferralId, ServiceId } from '#shared/lib/brand.ts';
import type { Done, Reply } from '#shared/contract/endpoint.ts';
import type { PaperSize } from '#shared/paper/paper-events.ts';
import { isRefusal } from '#shared/lib/refusal.ts';
import type { AuditFilter } from '#shared/audit/audit-view.ts';
import type { Exported } from '#shared/audit/audit-events.ts';
import type { Operator } from '#shared/roster/operator.ts';

/** How many of the copies that are kept by themselves stay. */
const KEPT = 4;

const LOOK_MS = 30_000;

export interface PaperOptions extends KitPrinter {
  /** Null while the desk is not open. */
  readonly desk: () => Desk | null;
  /** Where a kit goes that somebody asks for; null is the person's documents. */
  readonly folder: string | null;
  /** Where the copies are kept: beside the data, so that they outlive it. */
  readonly shelf: (mode: Desk['mode']) => string;
}

export interface Paper {
  /** Prints for whoever is signed on. */
  print(session: Session): Promise<Reply<Done>>;
  /** Lets a packet go on paper or in a file; the answer names it. */
  letGo(session: Session, handing: Handing): Promise<Reply<Done>>;
  /** Prints the safety plan on record, for the person of the incident. */
  printPlan(session: Session, incidentId: IncidentId): Promise<Reply<Done>>;
  /** Prints the page a person takes to the place they were referred to. */
  printReferral(session: Session, referralId: ReferralId): Promise<Reply<Done>>;
  /** Prints the page about a service, for whoever goes there. */
  printService(session: Session, serviceId: ServiceId): Promise<Reply<Done>>;
  /** Puts the audit, or what a filter leaves of it, into a signed file, and on the record that it left. */
  exportAudit(session: Session, filter: AuditFilter): Promise<Reply<Done>>;
  /** Prints the fingerprints of the keys the audit is and was signed with. */
  printSigningKeys(session: Session): Promise<Reply<Done>>;
  /** Puts figures of a period into a file, and on the record that they left. */
  exportFigures(session: Session, asked: AskedExport): Promise<Reply<Done>>;
  /** The recovery key of the store, by a printer and into no file. */
  printRecovery(recoveryKey: string): Promise<Reply<Done>>;
  stop(): void;
}

/** Prints the kit when somebody asks for it, and by itself as often as the center wants. */
export function keepPaper(options: PaperOptions): Paper {
  let printing = false;
  let keptAt = Date.now();

  const kitFor = async (
    desk: Desk,
    session: Session | null,
    folder: string,
  ): Promise<Reply<Done>> => {
    const shelf = options.shelf(desk.mode);
    try {
      return await kitOut(options, desk, session?.operator ?? null, { folder, shelf });
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      return refused(`The kit could not be printed: ${why} Nothing was changed. Try again.`);
    }
  };

  /** One at a time for whoever asks; the copy that is kept by itself waits for nobody's printer. */
  const print = async (desk: Desk, session: Session): Promise<Reply<Done>> => {
    if (printing) return refused('A kit is being printed. Wait until it is done.');
    printing = true;
    try {
      return await kitFor(desk, session, options.folder ?? documents());
    } finally {
      printing = false;
    }
  };

  const keepCopy = async () => {
    const desk = options.desk();
    if (desk === null || desk.policy() === null) return;
    const every = desk.kitSetting().everyMinutes;
    if (every === null || Date.now() - keptAt < every * 60_000) return;
    keptAt = Date.now();
    const shelf = options.shelf(desk.mode);
    const reply = await kitFor(desk, null, shelf);
    if (reply.ok) await keepNewest(shelf, KEPT);
    else process.stderr.write('paper: the kit that is kept by itself could not be printed\n');
  };
  const timer = setInterval(() => void keepCopy(), LOOK_MS);

  return {
    print: (session) => {
      const desk = options.desk();
      if (desk === null) return Promise.resolve(refused('The desk is not open.'));
      return print(desk, session);
    },
    letGo: async (session, handing) => {
      const desk = options.desk();
      if (desk === null || session.operator === null) return refused('The desk is not open.');
      const gone = desk.letGo(handing, session.operator);
      if (isRefusal(gone)) return { ok: false, ...gone };
      const folder = options.folder ?? documents();
      try {
        const file = await putOut(options, gone, handing, folder, desk.kitSetting().size);
        return { ok: true, value: { ...gone.done, made: file } };
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        return refused(
          `The packet could not be written into ${folder}: ${why} It is on the record as shared, and nobody has it. ` +
            'Check that the folder may be written and that the disk is not full, then share it again or read it aloud.',
        );
      }
    },
    printPlan: async (session, incidentId) => {
      const desk = options.desk();
      if (desk === null || session.operator === null) return refused('The desk is not open.');
      const plan = desk.planToPrint(incidentId, session.operator);
      if (isRefusal(plan)) return { ok: false, ...plan };
      const folder = options.folder ?? documents();
      try {
        const file = await printPlan(options, plan, folder);
        const given = { incidentId, version: plan.version, how: 'printed' } as const;
        const by = session.operator.operatorId;
        const entry = desk.recordDone({ type: 'safety-plan.given', ...given }, by);
        return { ok: true, value: doneWith(entry, file) };
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        return refused(
          `The safety plan could not be printed into ${folder}: ${why} It is on the record as before. ` +
            'Check that the folder may be written and that the disk is not full.',
        );
      }
    },
    printReferral: async (session, referralId) => {
      const desk = options.desk();
      if (desk === null || session.operator === null) return refused('The desk is not open.');
      const page = desk.referralToPrint(referralId, session.operator);
      if (isRefusal(page)) return { ok: false, ...page };
      const folder = options.folder ?? documents();
      try {
        const file = await printReferral(options, page, folder);
        return printed(desk, session.operator, 'referral-page', `referral/${referralId}`, file);
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        return refused(
          `The page could not be printed into ${folder}: ${why} The referral is on the record as before. ` +
            'Check that the folder may be written and that the disk is not full, or read the code to the person.',
        );
      }
    },
    printService: async (session, serviceId) => {
      const desk = options.desk();
      if (desk === null || session.operator === null) return refused('The desk is not open.');
      const service = desk.directory.toPrint(serviceId);
      if (isRefusal(service)) return { ok: false, ...service };
      const folder = options.folder ?? documents();
      try {
        const file = await printService(options, service, folder);
        return printed(desk, session.operator, 'service-page', `service/${serviceId}`, file);
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        return refused(
          `The page could not be printed into ${folder}: ${why} ` +
            'Check that the folder may be written and that the disk is not full.',
        );
      }
    },
    exportAudit: async (session, filter) => {
      const desk = options.desk();
      if (desk === null || session.operator === null) return refused('The desk is not open.');
      const folder = options.folder ?? documents();
      try {
        return await auditOut(desk, session.operator, filter, folder);
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        return refused(
          `The audit could not be written into ${folder}: ${why} Nothing was changed. ` +
            'Check that the folder may be written and that the disk is not full.',
        );
      }
    },
    printSigningKeys: async (session) => {
      const desk = options.desk();
      if (desk === null || session.operator === null) return refused('The desk is not open.');
      const folder = options.folder ?? documents();
      try {
        const page = desk.signingKeysToPrint();
        if (page.keys.length === 0) return NO_KEY_YET;
        const file = await printSigningKeys(options, page, folder);
        return printed(desk, session.operator, 'audit-key', null, file);
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        return refused(
          `The page could not be printed into ${folder}: ${why} ` +
            'Check that the folder may be written and that the disk is not full, or write the fingerprint down.',
        );
      }
    },
    exportFigures: async (session, asked) => {
      const desk = options.desk();
      if (desk === null || session.operator === null) return refused('The desk is not open.');
      const folder = options.folder ?? documents();
      try {
        return {
          ok: true,
          value: await figuresOut(options, desk, session.operator, asked, folder),
        };
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        return refused(
          `The figures could not be written into ${folder}: ${why} Nothing was changed. ` +
            'Check that the folder may be written and that the disk is not full.',
        );
      }
    },
    printRecovery: async (recoveryKey) => {
      const desk = options.desk();
      if (desk === null) return refused('The desk is not open.');
      const hello = desk.answer('desk.hello', {}, { operator: null, focus: null });
      const center = hello.ok ? (hello.value.center?.name ?? '') : '';
      const at = desk.now().toISOString().slice(0, 10);
      const { size } = desk.kitSetting();
      try {
        await printedOnPaper(options, { is: 'recovery-key', recoveryKey, center, at, size });
        return { ok: true, value: { seq: desk.journal.head() } };
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        return refused(
          `The recovery key could not be printed (${why}). It is not in force yet. Write the seven groups down by hand, or try another printer.`,
        );
      }
    },
    stop: () => clearInterval(timer),
  };
}

function putOut(
  printer: KitPrinter,
  { outgoing: { preview, file } }: Gone,
  { way }: Handing,
  folder: string,
  size: PaperSize,
): Promise<string> {
  if (file === null) return printPacket(printer, { preview, size }, folder);
  return putWhole(file, folder, packetName(preview.packet, way === 'eido' ? 'eido.json' : 'txt'));
}

/** On record once it is there: a page that could not be written has left nobody's hands. */
function printed(
  desk: Desk,
  { operatorId }: Operator,
  what: Exported,
  of: string | null,
  file: string,
): Reply<Done> {
  const entry = desk.recordDone({ type: 'export.made', what, of, to: 'paper' }, operatorId);
  return { ok: true, value: doneWith(entry, file) };
}

function documents(): string {
  try {
    return join(app.getPath('documents'), 'CareDesk');
  } catch {
    // A PC without such a folder still has a home.
    return join(app.getPath('home'), 'CareDesk');
  }
}

const NO_KEY_YET = refused(
  'The key is made at the first export, so there is none to print yet. Export the audit first.',
);

function refused(because: string): Reply<never> {
  return { ok: false, refused: 'not-printed', because };
}
