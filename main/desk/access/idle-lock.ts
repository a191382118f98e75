import type { Desk, Session } from '../desk.ts';
import type { Timers } from '../training/timers.ts';

const MINUTE_MS = 60_000;
/** A setting that was changed is heard of within this time. */
const LOOK_AGAIN_MS = 20_000;

export interface IdleLock {
  /** A key was pressed, or the mouse moved. */
  touched(): void;
  stop(): void;
}

/** Who is at the console, while there is one. */
export type AtConsole = () => { readonly desk: Desk; readonly session: Session } | null;

/**
 * Locks the console nobody has touched for as long as the center has set. By a clock that only runs forward:
 * setting the wall clock neither hurries nor stops it. Training holds nobody’s calls, and stays as it is.
 */
export function keepIdleLock(
  atConsole: AtConsole,
  timers: Timers,
  elapsed: () => number,
): IdleLock {
  let last = elapsed();
  let cancel = () => {};
  const look = () => {
    const here = atConsole();
    let wait = LOOK_AGAIN_MS;
    if (here !== null && isWatched(here)) {
      const left = last + here.desk.autoLockMinutes() * MINUTE_MS - elapsed();
      if (left <= 0) here.desk.lock(here.session, 'idle');
      else wait = Math.min(wait, left);
    }
    cancel = timers.after(wait, look);
  };
  cancel = timers.after(LOOK_AGAIN_MS, look);
  return {
    touched: () => {
      last = elapsed();
    },
    stop: () => cancel(),
  };
}

function isWatched({ desk, session }: { readonly desk: Desk; readonly session: Session }): boolean {
  return desk.mode === 'live' && session.operator !== null && session.locked !== true;
}
