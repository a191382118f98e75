import { contextBridge, ipcRenderer } from 'electron';

contextBridge.exposeInMainWorld('bare', {
  hear: (told: (text: string) => void): void => {
    ipcRenderer.on('bare:pushed', (_event, text: string) => told(text));
  },
  ask: (input: unknown): Promise<unknown> => ipcRenderer.invoke('bare:ask', input),
});
