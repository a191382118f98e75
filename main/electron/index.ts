import { join } from 'node:path';
import { app, dialog, powerMonitor, safeStorage } from 'electron';
import { declareAppScheme, serveApp } from './app-protocol.ts';
import { dial } from './dial.ts';
import { deskWords, runInstalledCommandLine } from './installed-command-line.ts';
import { openDoor, sessionAt, takeSeat } from './ipc-door.ts';
import { keepLocked } from './keep-locked.ts';
import { keepPaper } from './paper.ts';
import { restoreInWindow, type DeskExchange } from './restore-in-window.ts';
import { copyRunner, runDesk, type RunningDesk } from './running-desk.ts';
import { lockDown, stayOffline } from './security.ts';
import { dataFolderOf, startOptions, type StartOptions } from './start-options.ts';
import { answerLocked, answerStoreKey } from './store-key.ts';
import { logStrayErrors } from './stray-errors.ts';
import { systemKeystore } from './system-keystore.ts';
import { StoreKeeper } from '#main/desk/store-key/store-keeper.ts';
import { UNDER_WAY } from '#main/desk/store-key/store-key-refusals.ts';
import { whyNotOpened } from '#main/desk/trouble/why-not-opened.ts';
import { careForWindow } from './window-care.ts';
import { keepWall } from './wall-window.ts';
import { consoleUrl, installMenu, openWindow } from './window.ts';

// Whatever is written from here on is nobody else's on this PC, Chromium's own files too.
process.umask(0o077);
logStrayErrors();

const outFolder = join(import.meta.dirname, '..');
// A development server is honoured only from the source tree, never in an installed console.
const devUrl = app.isPackaged ? null : (process.env['CAREDESK_DEV_URL'] ?? null);

// The lock below holds for a profile, so a data folder of its own gets a profile of its own.
const ownFolder = dataFolderOf(process.argv);
if (ownFolder !== null && !app.commandLine.hasSwitch('user-data-dir'))
  app.setPath('userData', join(ownFolder, 'window'));

declareAppScheme();
stayOffline(devUrl);
let openWall = () => {};
// Before ready, so that the default menu is never made.
installMenu(() => openWall());
// Nobody switches the sandbox off from the command line. Only as root Chromium cannot start with it.
if (process.getuid?.() !== 0) app.enableSandbox();

const words = app.isPackaged ? deskWords(process.argv.slice(1)) : null;
if (words !== null) void runInstalledCommandLine(words, outFolder);
// Two consoles on one data folder would each believe to hold the only board.
else if (app.requestSingleInstanceLock()) void app.whenReady().then(start);
else app.quit();

function start(): void {
  const options = startOptions(process.argv.slice(1), app.getPath('userData'));
  lockDown(devUrl);
  let openDesk = () => {};
  // The page comes first and the desk opens while its scripts are read; what it asks meanwhile waits.
  const scriptsSent = new Promise<void>((sent) => {
    openDesk = () => setTimeout(sent, 2);
  });
  serveApp(outFolder, () => openDesk());
  // A development server serves its own scripts.
  if (devUrl !== null) openDesk();

  const window = openWindow(outFolder, devUrl);
  let running: RunningDesk | null = null;
  const wall = keepWall({ outFolder, devUrl, desk: () => running?.desk ?? null, console: window });
  const paper = keepPaper({
    outFolder,
    devUrl,
    desk: () => running?.desk ?? null,
    folder: options.paperFolder,
    shelf: (mode) => `${mode === 'training' ? options.trainingFolder : options.liveFolder}-paper`,
  });
  let training = options.training;
  let seatWall = () => {
    if (options.wall) wall.open();
    seatWall = () => wall.reseat();
  };
  // Opens the desk once its key is there, and again whenever the store was encrypted anew.
  const keeper = new StoreKeeper({
    folder: options.liveFolder,
    keystore: systemKeystore(safeStorage),
    runner: copyRunner(),
    now: () => new Date(),
    seat: {
      open: (key) => {
        const again = running !== null;
        running = runDesk({ ...options, training: false }, key);
        takeSeat(window, running.desk, again);
        seatWall();
        return running.desk;
      },
      close: () => running?.stop(),
    },
  });
  const begin = () =>
    openOrExplain({ ...options, training }, async () => {
      if (!training) return keeper.start();
      running = runDesk({ ...options, training });
      takeSeat(window, running.desk);
      seatWall();
    });
  const opened = scriptsSent.then(() => {
    openWall = wall.open;
    return begin();
  });
  const sit = () => void begin().then(() => window.webContents.reload());
  const exchange: DeskExchange = {
    running: () => running,
    close: () => {
      running?.stop();
      running = null;
    },
    open: sit,
  };
  openDoor({
    opened,
    desk: () => running?.desk ?? null,
    devUrl,
    exploreTraining: () => {
      exchange.close();
      training = true;
      sit();
    },
    whileLocked: (topic, input) => answerLocked(keeper, topic, input),
    storeKey: (topic, input, session) =>
      answerStoreKey(keeper, topic, input, session, (recoveryKey) =>
        paper.printRecovery(recoveryKey),
      ),
    openWall: wall.open,
    restore: (session, asked) =>
      keeper.isEncrypting
        ? Promise.resolve({ ok: false, ...UNDER_WAY })
        : restoreInWindow(exchange, session, asked),
    dial,
    printKit: (session) => paper.print(session),
    printPlan: (session, incidentId) => paper.printPlan(session, incidentId),
    printReferral: (session, referralId) => paper.printReferral(session, referralId),
    printService: (session, serviceId) => paper.printService(session, serviceId),
    letGo: (session, handing) => paper.letGo(session, handing),
    exportAudit: (session, filter) => paper.exportAudit(session, filter),
    printSigningKeys: (session) => paper.printSigningKeys(session),
    exportFigures: (session, asked) => paper.exportFigures(session, asked),
  });
  const stopLocking = keepLocked(window, () => {
    const session = sessionAt(window);
    return running === null || session === null ? null : { desk: running.desk, session };
  });
  powerMonitor.on('resume', () => running?.woke());
  careForWindow({ window, url: consoleUrl(devUrl), devUrl, desk: () => running?.desk ?? null });
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', () => {
    stopLocking();
    paper.stop();
    running?.stop();
  });
}

/** A folder that cannot be opened is said in words, because the console cannot help without it. */
async function openOrExplain(options: StartOptions, open: () => Promise<void>): Promise<void> {
  try {
    await open();
  } catch (error) {
    const folder = options.training ? options.trainingFolder : options.liveFolder;
    const why = whyNotOpened(error, folder);
    dialog.showErrorBox(
      'CareDesk cannot open its data folder',
      `Folder: ${folder}\n\n${why}\n\nNothing in it was changed. Check that the folder exists and may be written, or ask your administrator.`,
    );
    app.exit(1);
  }
}
