import { randomUUID } from 'node:crypto';
import { lockConsole } from './access/console-answers.ts';
import { Passphrases } from './access/passphrases.ts';
import { preparePassphrases } from './access/prepare-passphrases.ts';
import { askedExport } from './audit/asked-export.ts';
import { keysToPrint } from './audit/keys-to-print.ts';
import { answersOf, answerTopic } from './answers.ts';
import { copyBeforeUpgrade } from './copies/before-upgrade.ts';
import { CopyDesk } from './copies/copy-desk.ts';
import { finishRestore } from './copies/finish-restore.ts';
import { planToPrint } from './clinical/plan-to-print.ts';
import { exportEido } from './delivery/export-eido.ts';
import { deliver } from './delivery/deliver.ts';
import { DATABASE_FILE } from './store-file.ts';
import { DeskCore } from './desk-core.ts';
import { quietLog, type DeskLog } from './desk-log.ts';
import type { Desk } from './desk.ts';
import { requireNotEmptied } from './emptied-store.ts';
import { directoryKeeper } from './directory/directory-keeper.ts';
import { letGo } from './disclosure/let-go.ts';
import { intakeDesk } from './intake-line/intake-desk.ts';
import { watchOnce } from './overdue-watch.ts';
import { ownFile } from './own-file.ts';
import { outcomesReport } from './outcomes/outcomes-report.ts';
import { paperKit } from './paper/kit.ts';
import { placeKeeper } from './place/place-keeper.ts';
import { pageToPrint } from './referral/page-to-print.ts';
import { realTimers, type Timers } from './training/timers.ts';
import { RecordWatch } from './trouble/record-watch.ts';
import { takeWallSeat } from './wall/wall-seat.ts';
import { feedWindow } from './window-feed.ts';
import { ImportDesk } from './import/import-desk.ts';
import { recordIn } from './import/importing-desk.ts';
import { readerFileIn } from './import/reader-messages.ts';
import type { Operator } from '#shared/roster/operator.ts';
import type { ScryptCost } from '#db/settings/credentials.ts';
import { autoLockMinutes } from '#db/board/center-projection.ts';
import { kitSetting } from '#db/board/paper-projection.ts';
import type { StoreKey } from '#db/store-key/store-key.ts';

export interface OpenOptions {
  /** Data folder; created when missing. */
  readonly folder: string;
  /** What the store is encrypted with; left out, it is a plain one. */
  readonly key?: StoreKey | null;
  readonly mode?: Desk['mode'];
  readonly position?: string;
  readonly now?: () => Date;
  /** Tests that bring a clock bring this too, where the two are to part. */
  readonly steady?: () => number;
  readonly newId?: () => string;
  readonly log?: DeskLog;
  readonly timers?: Timers;
  /** How hard a passphrase is to guess; less only where nobody guesses. */
  readonly passphraseCost?: ScryptCost;
  /** Where the built programs are: what is read in a thread of its own is read from there. */
  readonly outFolder?: string;
  /** Goes on where no copy can be made before the stored tables are changed. */
  readonly upgradeWithoutCopy?: boolean;
}

/**
 * Opens the desk of a data folder.
 * @throws LockedStore when the key is missing or wrong; otherwise when the folder cannot be written, belongs to a newer
 * CareDesk, or its store is an empty file and was none before.
 */
export function openDesk(options: OpenOptions): Desk {
  const timers = options.timers ?? realTimers;
  const now = options.now ?? (() => new Date());
  finishRestore(options.folder);
  requireNotEmptied(options.folder);
  const file = ownFile(options.folder, DATABASE_FILE);
  const core = new DeskCore({
    file,
    key: options.key ?? null,
    mode: options.mode ?? 'live',
    position: options.position ?? 'position 1',
    now,
    ...steadyOf(options),
    newId: options.newId ?? randomUUID,
    log: options.log ?? quietLog,
    timers,
    beforeUpgrade: () => {
      if (options.upgradeWithoutCopy !== true)
        copyBeforeUpgrade(options.folder, options.key ?? null, now());
    },
    soon: (act) => timers.after(0, act),
    passphrases: new Passphrases(options.mode ?? 'live', options.passphraseCost),
  });
  const imports = new ImportDesk(core, readerFileIn(options.outFolder));
  const copies = new CopyDesk(core);
  const answers = answersOf(core, imports, copies);
  const readBy = <T>(reader: Operator | null, work: () => T) =>
    core.readings.by(reader?.operatorId ?? null, work);
  const watch = () => core.troubles.during(() => watchOnce(core));
  return {
    mode: core.options.mode,
    position: core.options.position,
    db: core.db,
    key: core.options.key ?? null,
    journal: core.journal,
    now: core.options.now,
    newId: core.options.newId,
    // The door parses by topic, so the reply has the topic's type; TypeScript cannot follow it there.
    answer: ((topic, input, session) =>
      answerTopic(core, answers, topic, input, session)) as Desk['answer'],
    prepare: (topic, input, session) => preparePassphrases(core, topic, input, session),
    record: recordIn(core),
    recordDone: (event, by) => core.owed.record(by, () => [event])?.at(-1) ?? null,
    deliver: (deliveries) => deliver(core, deliveries),
    exportEido: (incidentId, by) => readBy(by, () => exportEido(core, incidentId, by)),
    lock: (session, why) => lockConsole(core, session, why),
    autoLockMinutes: () => autoLockMinutes(core.db),
    policy: () => core.policy,
    callTypes: () => core.callTypes.map(),
    subscribe: (listener) => core.subscribe(listener),
    feed: (session, listener) => feedWindow(core, session, timers, listener),
    wall: (changed) => takeWallSeat(core, changed),
    paperKit: (printer) => readBy(printer, () => paperKit(core, printer)),
    planToPrint: (incidentId, by) => readBy(by, () => planToPrint(core, incidentId)),
    exportAudit: (filter, by) => askedExport(core, filter, by),
    signingKeysToPrint: () => keysToPrint(core),
    outcomesReport: (period, by) => outcomesReport(core, period, by),
    referralToPrint: (referralId, by) => readBy(by, () => pageToPrint(core, referralId)),
    letGo: (input, maker) => readBy(maker, () => letGo(core, input, maker)),
    kitSetting: () => kitSetting(core.db),
    directory: directoryKeeper(core),
    places: placeKeeper(core),
    imports,
    copies,
    intake: intakeDesk(core),
    troubles: core.troubles,
    recordWatch: () => new RecordWatch(core),
    watch,
    woke: () => {
      core.troubles.clock.woke();
      watch();
    },
    close: () => core.close(),
  };
}

function steadyOf({ now, steady }: OpenOptions): { steady?: () => number } {
  if (steady !== undefined) return { steady };
  return now === undefined ? { steady: () => performance.now() } : {};
}
