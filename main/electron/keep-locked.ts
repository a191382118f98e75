import { powerMonitor, type BrowserWindow } from 'electron';
import { keepIdleLock, type AtConsole } from '#main/desk/access/idle-lock.ts';

/** Locks the console when nobody touches it, and with the computer: main sees to it, not the page. */
export function keepLocked(window: BrowserWindow, atConsole: AtConsole): () => void {
  const timers = {
    after: (ms: number, act: () => void) => {
      const timer = setTimeout(act, ms);
      return () => clearTimeout(timer);
    },
  };
  const idle = keepIdleLock(atConsole, timers, () => performance.now());
  window.webContents.on('input-event', () => idle.touched());
  const withComputer = () => {
    const here = atConsole();
    if (here?.desk.mode === 'live') here.desk.lock(here.session, 'system');
  };
  powerMonitor.on('suspend', withComputer);
  powerMonitor.on('lock-screen', withComputer);
  return () => {
    idle.stop();
    powerMonitor.off('suspend', withComputer);
    powerMonitor.off('lock-screen', withComputer);
  };
}
