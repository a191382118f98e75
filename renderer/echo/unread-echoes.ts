import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { ask } from '../desk/ask.ts';
import { useBoard } from '../desk/board-store.ts';
import { useDesk } from '../desk/desk-store.ts';

const store = createStore<{ readonly unread: number }>(() => ({ unread: 0 }));

/** Asked when incidents come or go, and not for each of them on a busy floor. */
const QUIET_MS = 500;

export async function countUnread(): Promise<void> {
  const reply = await ask('echo.unread', {});
  if (reply.ok) store.setState(reply.value);
}

/** How many incidents this person put on their way have ended since they last looked. */
export function useUnreadEchoes(): number {
  const me = useDesk((desk) => desk.hello?.session?.operatorId ?? null);
  const takesCalls = useDesk((desk) => desk.hello?.session?.role !== 'admin');
  const order = useBoard((board) => board.incidentOrder);
  useEffect(() => {
    if (me === null || !takesCalls) return;
    const timer = window.setTimeout(() => void countUnread(), QUIET_MS);
    return () => clearTimeout(timer);
  }, [me, takesCalls, order]);
  return useStore(store, ({ unread }) => unread);
}
