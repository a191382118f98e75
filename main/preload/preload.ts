import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { ASK_CHANNEL, FEED_CHANNEL, PULSE_CHANNEL } from '#shared/contract/channels.ts';

/** All of the page this script looks at. */
declare const document: { querySelector(selector: string): object | null };

/** The topic that names a file of this computer by its path. */
const HAND_OVER = 'import.choose';

/**
 * All a window gets: ask one question, hear the feed. Never ipcRenderer itself, which would let a page
 * reach every channel there is.
 */
contextBridge.exposeInMainWorld('caredesk', {
  ask: (topic: string, input: unknown): Promise<unknown> =>
    // Only a file that a person chose or dropped has a path that main will read: a page cannot make one up.
    topic === HAND_OVER
      ? Promise.reject(new Error('A file is handed over, not asked for.'))
      : ipcRenderer.invoke(ASK_CHANNEL, topic, input),
  handOver: (file: File): Promise<unknown> =>
    ipcRenderer.invoke(ASK_CHANNEL, HAND_OVER, { path: webUtils.getPathForFile(file) }),
  subscribe: (listener: (message: string) => void): (() => void) => {
    const hear = (_event: unknown, message: string) => listener(message);
    ipcRenderer.on(FEED_CHANNEL, hear);
    return () => ipcRenderer.removeListener(FEED_CHANNEL, hear);
  },
});

// A console that draws nothing is no better than one that hangs: main opens it again.
function live(): void {
  if (document.querySelector('#console:empty') === null) ipcRenderer.send(PULSE_CHANNEL);
  else setTimeout(live, DRAWN_SOON_MS);
}
const DRAWN_SOON_MS = 500;
ipcRenderer.on(PULSE_CHANNEL, live);
