import type { WaitingLikeness, WaitingMark } from '#shared/board/duplicate-lines.ts';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { ask } from '../desk/ask.ts';
import { boardStore } from '../desk/board-store.ts';

/** Soon enough for a row that is there already; in a storm once for all that came meanwhile. */
const QUIET_MS = 300;
/** And so many times as long as main was busy with it: in a storm it has others to answer. */
const QUIET_SHARE = 8;

interface Waiting {
  readonly groups: WaitingLikeness['groups'];
  /** By the waiting call. */
  readonly marks: ReadonlyMap<string, WaitingMark>;
  /** Groups whose calls are all shown, by the call on top. */
  readonly opened: ReadonlySet<string>;
}

const NOTHING: Waiting = { groups: [], marks: new Map(), opened: new Set() };

/** How the waiting calls stand to each other, as main said it last. What came since stands alone. */
export const waitingStore = createStore<Waiting>(() => NOTHING);

export function useWaiting<T>(selector: (waiting: Waiting) => T): T {
  return useStore(waitingStore, selector);
}

export function forgetWaiting(): void {
  waitingStore.setState(NOTHING);
}

export function showWaiting({ groups, marks }: WaitingLikeness): void {
  waitingStore.setState({ groups, marks: new Map(marks.map((mark) => [mark.callId, mark])) });
}

/** Shows or puts away the calls behind one. False when none are. */
export function openGroup(leader: string, open: boolean): boolean {
  const { groups, opened } = waitingStore.getState();
  if (!groups.some((group) => group.leader === leader) || opened.has(leader) === open) return false;
  const next = new Set(opened);
  if (open) next.add(leader);
  else next.delete(leader);
  waitingStore.setState({ opened: next });
  return true;
}

/** Asks anew whenever another call waits, or another incident is there for one. Returns the way to stop. */
export function keepWaiting(): () => void {
  let timer: number | null = null;
  let asking = false;
  let missed = false;
  let took = 0;
  const look = async () => {
    timer = null;
    if (asking) {
      missed = true;
      return;
    }
    asking = true;
    const asked = performance.now();
    const reply = await ask('duplicate.waiting', {});
    took = performance.now() - asked;
    asking = false;
    if (reply.ok) showWaiting(reply.value);
    if (missed) later();
    missed = false;
  };
  const later = () => {
    timer ??= window.setTimeout(() => void look(), Math.max(QUIET_MS, took * QUIET_SHARE));
  };
  const stop = boardStore.subscribe((board, before) => {
    if (board.callOrder.length === 0) {
      if (before.callOrder.length > 0) forgetWaiting();
      return;
    }
    if (board.calls !== before.calls || board.incidentOrder.length !== before.incidentOrder.length)
      later();
  });
  return () => {
    stop();
    if (timer !== null) clearTimeout(timer);
    forgetWaiting();
  };
}
