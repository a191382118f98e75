import type { ElectronWindow } from './electron-window.ts';
import { script } from './page-scripts.ts';

/** What became of an act, in ms since it began. */
export interface Seen {
  /** The new text stood in the document. */
  readonly inDocument: number;
  /** The frame with it was on the screen. */
  readonly painted: number;
}

/** Strikes a key and waits for the text of an element to be another one; null when it stays. */
export function strike(
  window: ElectronWindow,
  key: string,
  selector: string,
): Promise<Seen | null> {
  return window.run<Seen | null>(script(untilAnswered, selector, PATIENCE_MS), key);
}

/** Many times what the slowest answer takes here. */
const PATIENCE_MS = 160;

/** Presses a key without watching for anything, and gives the page time to do what it does. */
export function press(window: ElectronWindow, key: string, restMs: number): Promise<void> {
  return window.run(script(rest, restMs), key);
}

function rest(_painted: () => Promise<void>, milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** The time of a key event is when the browser got the key, before the page knows of it. */
async function untilAnswered(
  painted: () => Promise<void>,
  selector: string,
  patience: number,
): Promise<Seen | null> {
  const text = () => document.querySelector(selector)?.textContent;
  const before = text();
  let struck = Number.NaN;
  window.addEventListener('keydown', (event) => (struck = event.timeStamp), {
    capture: true,
    once: true,
  });
  const changed = await new Promise<number | null>((resolve) => {
    const end = (at: number | null) => {
      observer.disconnect();
      clearTimeout(timer);
      resolve(at);
    };
    const timer = setTimeout(end, patience, null);
    const observer = new MutationObserver(() => {
      if (text() !== before) end(performance.now());
    });
    observer.observe(document, { childList: true, characterData: true, subtree: true });
  });
  if (changed === null) return null;
  await painted();
  return { inDocument: changed - struck, painted: performance.now() - struck };
}
