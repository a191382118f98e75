import type { ElectronWindow } from './electron-window.ts';
import { script } from './page-scripts.ts';
import type { Seen } from './keystroke.ts';

export interface Change {
  readonly topic: string;
  readonly input: unknown;
}

/**
 * Changes one incident through the console's own door and waits for its row to say so. The row stays
 * where it is, or rises to the top from wherever it stood.
 */
export function changeOne(
  window: ElectronWindow,
  { topic, input }: Change,
  { incidentId, says }: { readonly incidentId: string; readonly says: string },
): Promise<Seen> {
  const row = { id: `queue-${incidentId}`, list: '[data-place="queue"]', says };
  return window.run<Seen>(script(untilRowSays, topic, input, row));
}

/** The same with one unit and its row on the board. */
export function changeUnit(
  window: ElectronWindow,
  { topic, input }: Change,
  { unitId, says }: { readonly unitId: string; readonly says: string },
): Promise<Seen> {
  const row = { id: `unit-${unitId}`, list: '.unit-list', says };
  return window.run<Seen>(script(untilRowSays, topic, input, row));
}

async function untilRowSays(
  painted: () => Promise<void>,
  topic: string,
  input: unknown,
  row: { readonly id: string; readonly list: string; readonly says: string },
): Promise<Seen> {
  // At no particular moment between two frames.
  await new Promise((resolve) => setTimeout(resolve, 25 + Math.random() * 20));
  const says = () => document.getElementById(row.id)?.textContent?.includes(row.says) === true;
  if (says()) throw new Error(`${row.id} says “${row.says}” already.`);
  const { caredesk } = window as unknown as {
    caredesk: { ask(topic: string, input: unknown): Promise<{ ok: boolean }> };
  };
  const list = document.querySelector(row.list);
  if (list === null) throw new Error(`There is no ${row.list}.`);
  const began = performance.now();
  void caredesk.ask(topic, input);
  const changed = await new Promise<number>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`${row.id} never said “${row.says}”.`)), 5_000);
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
