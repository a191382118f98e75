import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import { ask } from './ask.ts';
import { setLocked } from './desk-store.ts';
import { deskNow, setMainClock } from './clock.ts';
import { showTroubles } from './troubles.ts';

const EVERY_MS = 15_000;
const PATIENCE_MS = 5_000;

/** Since when main gives no sign of life; null while it does. What is shown may be old from then on. */
const silence = createStore<{ readonly since: number | null }>(() => ({ since: null }));

export function useSilence(): number | null {
  return useStore(silence, (state) => state.since);
}

/** Asks main for the time now and then: keeps the ages right, and notices when main hangs. */
export function startHeartbeat(): () => void {
  let asked = 0;
  const beat = async () => {
    const begun = deskNow();
    const mine = ++asked;
    const timer = setTimeout(() => silence.setState({ since: begun }), PATIENCE_MS);
    const reply = await ask('desk.hello', {});
    clearTimeout(timer);
    if (mine !== asked) return;
    if (reply.ok) {
      setMainClock(reply.value.now);
      showTroubles(reply.value.troubles);
      setLocked(reply.value.locked === true);
    }
    silence.setState({ since: reply.ok ? null : begun });
  };
  const interval = setInterval(() => void beat(), EVERY_MS);
  return () => clearInterval(interval);
}
