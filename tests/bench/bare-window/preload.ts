import { contextBridge, ipcRenderer } from 'electron';

contextBridge.exposeInMainWorld('bare', {
  ask: (input: unknown): Promise<unknown> => ipcRenderer.invoke('bare:ask', input),
});
