// Loaded by Electron before the console: runs its clock fast, presses keys and reads what it holds. Nothing of it
// is in the product.
import '../bench/window/probe.ts';
import { readdirSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { app, ipcMain, type WebContents } from 'electron';
import { hasten, takeClock, type FastClock } from './fast-clock.ts';
import type { HeldByMain, HeldByPage } from './samples.ts';

// The program asks for its timers by name when it needs them, so that they can be hastened before it starts.
const speed = Number(process.env['CAREDESK_SOAK_SPEED'] ?? '1');
const since = Date.now();
takeClock(globalThis, { speed, since });
hasten(globalThis, speed);
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

ipcMain.handle('soak.clock', (): FastClock => ({ speed, since }));

ipcMain.handle('soak.press', (_event, keys: readonly string[]) => {
  const contents = page();
  for (const keyCode of keys) {
    const [key = '', ...held] = keyCode.split('+').reverse();
    const modifiers = held.map((each) => each.toLowerCase()) as 'control'[];
    contents.sendInputEvent({ type: 'keyDown', keyCode: key, modifiers });
    if (held.length === 0) contents.sendInputEvent({ type: 'char', keyCode: key });
    contents.sendInputEvent({ type: 'keyUp', keyCode: key, modifiers });
  }
});

ipcMain.handle('soak.main', (): HeldByMain => {
  collect();
  const { heapUsed, rss, external } = process.memoryUsage();
  return {
    now: Date.now(),
    heap: heapUsed,
    rss,
    external,
    resources: process.getActiveResourcesInfo().length,
    files: process.platform === 'linux' ? readdirSync('/proc/self/fd').length : 0,
    processes: app.getAppMetrics().map(({ type, memory }) => ({
      type,
      bytes: memory.workingSetSize * 1024,
    })),
  };
});

ipcMain.handle('soak.page', async (): Promise<HeldByPage> => {
  const { debugger: tools } = page();
  if (!tools.isAttached()) {
    tools.attach('1.3');
    await tools.sendCommand('Performance.enable');
  }
  await tools.sendCommand('HeapProfiler.collectGarbage');
  const { metrics } = (await tools.sendCommand('Performance.getMetrics')) as {
    metrics: readonly { name: string; value: number }[];
  };
  const of = (name: string) => metrics.find((each) => each.name === name)?.value ?? 0;
  return {
    heap: of('JSHeapUsedSize'),
    nodes: of('Nodes'),
    listeners: of('JSEventListeners'),
    documents: of('Documents'),
  };
});

let first: WebContents | null = null;
app.on('web-contents-created', (_event, contents) => {
  first ??= contents;
});

/** The console: a page that a kit is drawn on comes and goes beside it. */
function page(): WebContents {
  if (first === null) throw new Error('The console has no window.');
  return first;
}
