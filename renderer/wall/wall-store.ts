import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { WallBoard } from '#shared/board/wall-board.ts';
import type { Reply } from '#shared/contract/endpoint.ts';
import { WALL_TOPIC } from '#shared/contract/wall-topic.ts';
import { bridge } from '../desk/bridge.ts';
import { deskNow, setMainClock } from '../desk/clock.ts';
import { share } from '../desk/share.ts';

export interface WallState {
  /** Null until main has answered, and while the center is not set up. */
  readonly board: WallBoard | null;
  /** When main was last heard, by its own clock; null before the first word. */
  readonly heardAt: number | null;
}

const store = createStore<WallState>(() => ({ board: null, heardAt: null }));

export function useWall<T>(selector: (wall: WallState) => T): T {
  return useStore(store, selector);
}

/** Main sends the whole board: what is cut for the wall is small, and nothing can be missed in between. */
export function hearWall(): () => void {
  const stop = bridge().subscribe((message) => {
    const { wall } = JSON.parse(message) as { wall: WallBoard | null };
    show(wall);
  });
  void bridge()
    .ask(WALL_TOPIC, {})
    .then((reply) => {
      const { value } = reply as Extract<Reply<WallBoard | null>, { ok: true }>;
      if (reply.ok) show(value);
    })
    // A desk that is going away is heard of by its silence.
    .catch(() => {});
  return stop;
}

function show(board: WallBoard | null): void {
  if (board !== null) setMainClock(board.sentAt);
  store.setState(({ board: before }) => ({ board: share(before, board), heardAt: deskNow() }));
}
