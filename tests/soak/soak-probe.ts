// Loaded by Electron before the console: runs its clock fast, presses keys and reads what it holds. Nothing of it
// is in the product.
import '../bench/window/probe.ts';
import { appendFileSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { getHeapSpaceStatistics, setFlagsFromString, writeHeapSnapshot } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { app, ipcMain, type Debugger, type WebContents } from 'electron';
import { hasten, takeClock, type FastClock } from './fast-clock.ts';
import { countBy, kindOfFile, type Counts } from './handles.ts';
import type { HeldByMain, HeldByPage } from './samples.ts';

const clock: FastClock = {
  speed: Number(process.env['CAREDESK_SOAK_SPEED'] ?? '1'),
  since: Date.now(),
  began: Number(process.env['CAREDESK_SOAK_BEGAN'] ?? Date.now()),
};
// Not a microtask: sending to the page lets these run amid a turn.
const now = takeClock(globalThis, clock, setImmediate);
// The even clock runs as fast: else the console would see the one on the wall jump all the time.
Object.defineProperty(performance, 'now', { value: () => now() - clock.began });
// The program asks for its timers by name when it needs them, so that they can be hastened before it starts.
hasten(globalThis, clock.speed);
// Main would ask the page for a sign of life as much more often, and give it up within a tenth of a second. A page that
// hangs ends the run by itself.
app.on('web-contents-created', (_event, contents) => {
  contents.isDevToolsOpened = () => true;
});
// In the soak only: what is held is measured once everything that can go has gone.
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

ipcMain.handle('soak.clock', () => clock);

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
  // Twice: what the first one lets go of holds more until it is cleared away.
  collect();
  collect();
  const { heapUsed, rss, external } = process.memoryUsage();
  const code = getHeapSpaceStatistics()
    .filter(({ space_name: name }) => /^(code|trusted)/.test(name))
    .reduce((sum, { space_used_size: bytes }) => sum + bytes, 0);
  return {
    now: Date.now(),
    heap: heapUsed,
    code,
    rss,
    external,
    resources: countBy(process.getActiveResourcesInfo()),
    files: openFiles(),
    processes: app.getAppMetrics().map(({ type, memory }) => ({
      type,
      bytes: memory.workingSetSize * 1024,
    })),
  };
});

/** Of main and of the page, to be compared by what holds what. */
ipcMain.handle('soak.snapshot', async (_event, name: string) => {
  collect();
  writeHeapSnapshot(`${name}-main.heapsnapshot`);
  const file = `${name}-page.heapsnapshot`;
  const tools = await toolsOf(page());
  const take = (_said: unknown, method: string, { chunk }: { chunk?: string }) => {
    if (method === 'HeapProfiler.addHeapSnapshotChunk') appendFileSync(file, chunk ?? '');
  };
  rmSync(file, { force: true });
  tools.on('message', take);
  await tools.sendCommand('HeapProfiler.takeHeapSnapshot');
  tools.off('message', take);
});

function openFiles(): Counts {
  if (process.platform !== 'linux') return {};
  const folder = '/proc/self/fd';
  return countBy(
    readdirSync(folder).flatMap((number) => {
      try {
        return kindOfFile(readlinkSync(`${folder}/${number}`));
      } catch {
        // The one that the folder was read with.
        return [];
      }
    }),
  );
}

ipcMain.handle('soak.page', async (): Promise<HeldByPage> => {
  const tools = await toolsOf(page());
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

async function toolsOf({ debugger: tools }: WebContents): Promise<Debugger> {
  if (!tools.isAttached()) {
    tools.attach('1.3');
    await tools.sendCommand('Performance.enable');
  }
  return tools;
}

let first: WebContents | null = null;
app.on('web-contents-created', (_event, contents) => {
  first ??= contents;
});

/** The console: a page that a kit is drawn on comes and goes beside it. */
function page(): WebContents {
  if (first === null) throw new Error('The console has no window.');
  return first;
}
