import { contextBridge, ipcRenderer } from 'electron';
import { ASK_CHANNEL, FEED_CHANNEL } from '#shared/contract/channels.ts';

/**
 * All a window gets: ask one question, hear the feed. Never ipcRenderer itself, which would let a page
 * reach every channel there is.
 */
contextBridge.exposeInMainWorld('caredesk', {
  ask: (topic: string, input: unknown): Promise<unknown> =>
    ipcRenderer.invoke(ASK_CHANNEL, topic, input),
  subscribe: (listener: (message: string) => void): (() => void) => {
    const hear = (_event: unknown, message: string) => listener(message);
    ipcRenderer.on(FEED_CHANNEL, hear);
    return () => ipcRenderer.removeListener(FEED_CHANNEL, hear);
  },
});
