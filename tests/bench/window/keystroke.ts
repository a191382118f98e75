import type { ElectronWindow } from './electron-window.ts';
import { script } from './page-scripts.ts';

/** What became of an act, in ms since it began. */
export interface Seen {
  /** The new text stood in the document. */
  readonly inDocument: number;
  /** The frame with it was on the screen. */
  readonly painted: number;
}

/** Strikes a key and waits for the text of an element to be another one. */
export function strike(window: ElectronWindow, key: string, selector: string): Promise<Seen> {
  return window.run<Seen>(script(untilAnswered, selector), key);
}

/** The time of a key event is when the browser got the key, before the page knows of it. */
async function untilAnswered(painted: () => Promise<void>, selector: string): Promise<Seen> {
  const text = () => document.querySelector(selector)?.textContent;
  const before = text();
  let struck = Number.NaN;
  window.addEventListener('keydown', (event) => (struck = event.timeStamp), {
    capture: true,
    once: true,
  });
  const changed = await new Promise<number>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`The key changed nothing in ${selector}: ${before ?? 'missing'}`)),
      5_000,
    );
    const observer = new MutationObserver(() => {
      if (text() === before) return;
      observer.disconnect();
      clearTimeout(timer);
      resolve(performance.now());
    });
    observer.observe(document, { childList: true, characterData: true, subtree: true });
  });
  await painted();
  return { inDocument: changed - struck, painted: performance.now() - struck };
}
