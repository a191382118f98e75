// Loaded by Electron before the program under measurement (`electron -r`): gives the benchmark a way
// into the page, for the console and the bare window alike. Nothing of it is in the product.
import { app, ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';

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

function strike(contents: WebContents, keyCode: string): void {
  contents.sendInputEvent({ type: 'keyDown', keyCode });
  contents.sendInputEvent({ type: 'char', keyCode });
  contents.sendInputEvent({ type: 'keyUp', keyCode });
}

function tell(message: object): void {
  if (process.connected) process.send?.(message);
}
