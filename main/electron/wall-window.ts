import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, BrowserWindow, screen, type Rectangle } from 'electron';
import { leaveDoor, takePage } from './ipc-door.ts';
import { Reloads } from './page-pulse.ts';
import { pageUrl, safePage } from './window.ts';
import type { Desk } from '#main/desk/desk.ts';
import { FEED_CHANNEL } from '#shared/contract/channels.ts';

/** What changed is shown this soon: nobody across the room reads faster, and a burst is one picture. */
const SETTLE_MS = 250;

/** Sent even when nothing changed, so that a wall that hears nothing knows that something is wrong. */
const SIGN_OF_LIFE_MS = 5_000;

export interface WallOptions {
  readonly outFolder: string;
  readonly devUrl: string | null;
  /** Null while the desk is not open. */
  readonly desk: () => Desk | null;
  /** The console's window: the wall goes to another screen where there is one. */
  readonly console: BrowserWindow;
}

export interface WallWindow {
  /** Opens the wall board, or brings it to the front. */
  open(): void;
  /** Another desk was opened in place of the one before. */
  reseat(): void;
}

/** The second window: read-only, for a screen across the room. It ends with the console. */
export function keepWall(options: WallOptions): WallWindow {
  let window: BrowserWindow | null = null;
  let leave = () => {};

  const sit = () => {
    leave();
    const desk = options.desk();
    if (window === null || desk === null) return;
    leave = seatWall(window, desk);
  };
  const open = () => {
    if (window !== null) {
      window.restore();
      window.focus();
      return;
    }
    window = openWindow(options);
    const id = window.webContents.id;
    sit();
    window.on('closed', () => {
      leave();
      leaveDoor(id);
      window = null;
    });
  };
  options.console.on('closed', () => window?.close());
  return { open, reseat: sit };
}

function seatWall(window: BrowserWindow, desk: Desk): () => void {
  const { webContents } = window;
  let settling: ReturnType<typeof setTimeout> | null = null;
  const send = () => {
    settling = null;
    if (!webContents.isDestroyed())
      webContents.send(FEED_CHANNEL, JSON.stringify({ wall: seat.board() }));
  };
  const seat = desk.wall(() => {
    settling ??= setTimeout(send, SETTLE_MS);
  });
  takePage(webContents.id, seat);
  const signs = setInterval(send, SIGN_OF_LIFE_MS);
  return () => {
    clearInterval(signs);
    if (settling !== null) clearTimeout(settling);
    seat.leave();
  };
}

function openWindow({ outFolder, devUrl, console }: WallOptions): BrowserWindow {
  const kept = readPlace();
  const other = screen
    .getAllDisplays()
    .find(({ id }) => id !== screen.getDisplayMatching(console.getBounds()).id);
  const bounds = kept?.bounds ?? other?.workArea ?? { width: 1280, height: 800 };
  const window = new BrowserWindow({
    ...bounds,
    minWidth: 640,
    minHeight: 400,
    fullscreen: kept?.fullScreen ?? other !== undefined,
    backgroundColor: '#0d1014',
    title: 'CareDesk wall board',
    autoHideMenuBar: true,
    webPreferences: safePage(outFolder),
  });
  // Full screen hides the frame with its close button.
  window.webContents.on('before-input-event', (_event, { type, control, meta, key }) => {
    if (type === 'keyDown' && (control || meta) && key.toLowerCase() === 'w') window.close();
  });
  window.on('close', () =>
    writePlace({ bounds: window.getNormalBounds(), fullScreen: window.isFullScreen() }),
  );
  const { webContents } = window;
  const reloads = new Reloads(() => performance.now());
  // Nobody sits there to start it again; one that stops again and again is left to whoever looks up at it.
  webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    setImmediate(() => {
      if (!webContents.isDestroyed() && reloads.once()) webContents.reload();
    });
  });
  void window.loadURL(pageUrl('wall.html', devUrl));
  return window;
}

interface KeptPlace {
  readonly bounds: Rectangle;
  readonly fullScreen: boolean;
}

const placeFile = () => join(app.getPath('userData'), 'wall-board.json');

/** Where the wall stood last; null when nothing is known or that screen is not plugged in any more. */
function readPlace(): KeptPlace | null {
  try {
    const { bounds, fullScreen } = JSON.parse(readFileSync(placeFile(), 'utf8')) as KeptPlace;
    const middle = { x: bounds.x + bounds.width / 2, y: bounds.y + bounds.height / 2 };
    const there = screen
      .getAllDisplays()
      .some(
        ({ bounds: { x, y, width, height } }) =>
          middle.x >= x && middle.x < x + width && middle.y >= y && middle.y < y + height,
      );
    return there ? { bounds, fullScreen } : null;
  } catch {
    return null;
  }
}

function writePlace(place: KeptPlace): void {
  try {
    writeFileSync(placeFile(), JSON.stringify(place));
  } catch {
    // It opens at its usual place next time.
  }
}
