// Loaded by Electron before the program under measurement (`electron -r`): gives the benchmark a way
// into the page, for the console and the bare window alike. Nothing of it is in the product.
import { app, ipcMain, safeStorage, type IpcMainInvokeEvent, type WebContents } from 'electron';

interface Asked {
  readonly id?: number;
  readonly run?: string;
  /** A key to press once the script runs, as a keyboard would. */
  readonly press?: string;
  /** A question to ask at the window's own door, from the process that keeps it: the page does no part. */
  readonly ask?: {
    readonly channel: string;
    readonly args: readonly unknown[];
    /** Tells when it was asked, on the wall clock, in place of the answer. */
    readonly when?: boolean;
  };
  /** Letters to type one after the other into what has the focus, as a keyboard would. */
  readonly type?: { readonly text: string; readonly everyMs: number };
  readonly quit?: boolean;
}

type Answer = (event: IpcMainInvokeEvent, ...args: readonly unknown[]) => unknown;

/** The doors the program has opened, by channel. */
const doors = new Map<string, Answer>();
const handle = ipcMain.handle.bind(ipcMain);
ipcMain.handle = (channel, answer) => {
  doors.set(channel, answer as Answer);
  handle(channel, answer);
};

// A virtual screen has no keystore; this one answers at once, as a real one does that was unlocked with the session.
if (process.env['CAREDESK_BENCH_KEYSTORE'] !== undefined)
  Object.assign(safeStorage, {
    isEncryptionAvailable: () => true,
    getSelectedStorageBackend: () => 'gnome_libsecret',
    decryptString: (sealed: Buffer) => sealed.toString(),
  });

const watch = process.env['CAREDESK_BENCH_WATCH'] ?? '';
let first: WebContents | null = null;

app.on('web-contents-created', (_event, contents) => {
  first ??= contents;
  if (contents !== first) return;
  contents.on('did-finish-load', () => tell({ loaded: true }));
  if (watch === '') return;
  contents.on('did-navigate', () => {
    // The frame's own door: that of the contents would wait until everything has loaded.
    contents.mainFrame.executeJavaScript(watch).then(
      (watched: unknown) => tell({ watched }),
      () => undefined,
    );
  });
});

process.on('message', (asked: Asked) => {
  if (asked.quit === true) app.quit();
  if (asked.ask !== undefined && first !== null) void askAtDoor(first, asked.ask, asked.id);
  if (asked.type !== undefined && first !== null)
    void typeInto(first, asked.type).then(() => tell({ id: asked.id, value: null }));
  if (asked.run === undefined || first === null) return;
  const { id } = asked;
  first.mainFrame.executeJavaScript(asked.run).then(
    (value: unknown) => tell({ id, value }),
    (error: unknown) => tell({ id, error: String(error) }),
  );
  if (asked.press !== undefined) press(first, asked.press);
});

async function askAtDoor(
  sender: WebContents,
  { channel, args, when = false }: NonNullable<Asked['ask']>,
  id: number | undefined,
): Promise<void> {
  const event = { sender, senderFrame: sender.mainFrame } as unknown as IpcMainInvokeEvent;
  try {
    const asked = Date.now();
    const value = await doors.get(channel)?.(event, ...args);
    tell({ id, value: when ? asked : value });
  } catch (error) {
    tell({ id, error: String(error) });
  }
}

/** Once the script waits for it, and at no particular moment between two frames. */
function press(contents: WebContents, keyCode: string): void {
  setTimeout(() => strike(contents, keyCode), 25 + Math.random() * 20);
}

/** In step with the clock and not with the page: a page that is busy gets its letters late, and all of them. */
async function typeInto(
  contents: WebContents,
  { text, everyMs }: NonNullable<Asked['type']>,
): Promise<void> {
  const began = performance.now();
  for (const [at, letter] of [...text].entries()) {
    const wait = began + at * everyMs - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    strike(contents, letter);
  }
}

function strike(contents: WebContents, keyCode: string): void {
  contents.sendInputEvent({ type: 'keyDown', keyCode });
  contents.sendInputEvent({ type: 'char', keyCode });
  contents.sendInputEvent({ type: 'keyUp', keyCode });
}

function tell(message: object): void {
  if (process.connected) process.send?.(message);
}
