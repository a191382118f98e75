import { useSyncExternalStore } from 'react';

/** Difference between main's clock and the window's, in milliseconds. */
let skew = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

export function setMainClock(nowIso: string): void {
  const parsed = Date.parse(nowIso);
  if (Number.isFinite(parsed)) skew = parsed - Date.now();
}

/** Milliseconds since the epoch by main's clock. */
export function deskNow(): number {
  return Date.now() + skew;
}

// One timer for the whole window, aligned to the full second, so that all ages change together.
function tick(): void {
  for (const listener of listeners) listener();
  schedule();
}

function schedule(): void {
  timer = setTimeout(tick, 1000 - (deskNow() % 1000));
}

export function onTick(listener: () => void): () => void {
  listeners.add(listener);
  if (listeners.size === 1) schedule();
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) clearTimeout(timer);
  };
}

/** Renders again only when what `read` makes of the time has changed; it must return a primitive. */
export function useTime<T extends string | number | boolean | null>(read: (now: number) => T): T {
  return useSyncExternalStore(onTick, () => read(Math.floor(deskNow() / 1000) * 1000));
}
