import type { ElectronWindow } from './electron-window.ts';
import { script } from './page-scripts.ts';
import type { Seen } from './keystroke.ts';

/** When something came up in a page, on the wall clock, and what had been pushed to the page for it. */
interface CameUp extends Seen {
  readonly pushed: string;
}

/** Gives the page time to begin watching, and falls at no particular moment between two frames. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 60 + Math.random() * 20));

/**
 * Asks at the window's door for something that is pushed to its page, and waits for `selector` there: from the
 * moment of the asking. The page has no part in the asking.
 */
export async function untilPushed(
  window: ElectronWindow,
  ask: { readonly channel: string; readonly args: readonly unknown[] },
  selector: string,
): Promise<CameUp> {
  const seen = window.run<CameUp>(script(untilThere, selector));
  await settle();
  const asked = await window.askedAt(ask.channel, ...ask.args);
  const { inDocument, painted, pushed } = await seen;
  return { inDocument: inDocument - asked, painted: painted - asked, pushed };
}

/** An element that is there already counts once its text is another one. */
async function untilThere(drawn: () => Promise<void>, selector: string): Promise<CameUp> {
  const text = () => document.querySelector(selector)?.textContent;
  const before = text();
  let pushed = '';
  const { caredesk } = window as unknown as {
    caredesk?: { subscribe(listener: (message: string) => void): () => void };
  };
  const stop = caredesk?.subscribe((message) => (pushed = message));
  const inDocument = await new Promise<number>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`${selector} never changed.`)), 5_000);
    const observer = new MutationObserver(() => {
      if (text() === before) return;
      observer.disconnect();
      clearTimeout(timer);
      resolve(Date.now());
    });
    observer.observe(document.body, { childList: true, characterData: true, subtree: true });
  });
  await drawn();
  stop?.();
  return { inDocument, painted: Date.now(), pushed };
}
