import type { ElectronWindow } from './electron-window.ts';
import { script } from './page-scripts.ts';
import type { Seen } from './keystroke.ts';

/**
 * Changes one incident through the console's own door and waits for its row to say so. The row stays
 * where it is, or rises to the top from wherever it stood.
 */
export function changeOne(
  window: ElectronWindow,
  change: { readonly topic: string; readonly input: unknown },
  row: { readonly incidentId: string; readonly says: string },
): Promise<Seen> {
  return window.run<Seen>(script(untilRowSays, change.topic, change.input, row));
}

async function untilRowSays(
  painted: () => Promise<void>,
  topic: string,
  input: unknown,
  row: { readonly incidentId: string; readonly says: string },
): Promise<Seen> {
  // At no particular moment between two frames.
  await new Promise((resolve) => setTimeout(resolve, 25 + Math.random() * 20));
  const says = () =>
    document.getElementById(`queue-${row.incidentId}`)?.textContent?.includes(row.says) === true;
  if (says()) throw new Error(`The row of ${row.incidentId} says “${row.says}” already.`);
  const { caredesk } = window as unknown as {
    caredesk: { ask(topic: string, input: unknown): Promise<{ ok: boolean }> };
  };
  const list = document.querySelector('[data-place="queue"]');
  if (list === null) throw new Error('There is no queue.');
  const began = performance.now();
  void caredesk.ask(topic, input);
  const changed = await new Promise<number>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`The row of ${row.incidentId} never said “${row.says}”.`)),
      5_000,
    );
    const observer = new MutationObserver(() => {
      if (!says()) return;
      observer.disconnect();
      clearTimeout(timer);
      resolve(performance.now());
    });
    observer.observe(list, { childList: true, characterData: true, subtree: true });
  });
  await painted();
  return { inDocument: changed - began, painted: performance.now() - began };
}
