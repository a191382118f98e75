import { boardStore, type BoardState } from '../desk/board-store.ts';
import { openGroup, waitingStore } from '../duplicate/waiting-store.ts';
import { linesNow } from './call-lines.ts';
import { deskStore, say, select, type Selection } from '../desk/desk-store.ts';

/** Everything that can be selected, top first. */
function everything(board: BoardState): readonly string[] {
  return [...linesNow(board).map(({ id }) => id), ...board.incidentOrder];
}

export function selectionOf(board: BoardState, id: string | undefined): Selection | null {
  if (id === undefined) return null;
  return { kind: board.calls.has(id) ? 'call' : 'incident', id };
}

/** Moves the selection through the queue; without one, to its top. Never past an end. */
export function moveBy(step: number): void {
  const board = boardStore.getState();
  const ids = everything(board);
  if (ids.length === 0) return;
  const at = ids.indexOf(standsFor(deskStore.getState().selection?.id ?? ''));
  const to = at < 0 ? 0 : Math.max(0, Math.min(ids.length - 1, at + step));
  select(selectionOf(board, ids[to]));
}

/** The call a hidden one stands behind; anything else stands for itself. */
function standsFor(id: string): string {
  const { groups, opened } = waitingStore.getState();
  const group = groups.find(({ members }) => members.some(({ callId }) => callId === id));
  return group === undefined || opened.has(group.leader) ? id : group.leader;
}

/** Shows the calls that stand behind the selected one, or puts them away; from one of these, too. */
export function openSelected(open: boolean): void | false {
  const id = deskStore.getState().selection?.id ?? '';
  const { groups } = waitingStore.getState();
  const group = groups.find(
    ({ leader, members }) => leader === id || members.some(({ callId }) => callId === id),
  );
  if (group === undefined || !openGroup(group.leader, open)) return false;
  if (!open) select({ kind: 'call', id: group.leader });
}

export function selectFirst(): void {
  const board = boardStore.getState();
  select(selectionOf(board, everything(board)[0]));
}

/**
 * Keeps the selection true while the board changes: a selected call that somebody answered becomes its
 * incident (it keeps its number), and while nothing is selected the top of the queue is what to look at.
 */
export function followBoard(): () => void {
  let call: { readonly id: string; readonly number: number } | null = null;
  const follow = (board: BoardState) => {
    const { selection, screen } = deskStore.getState();
    // The clinician's desk looks after its own selection.
    if (!board.ready || screen !== 'dispatch') return;
    if (selection === null) {
      // Nothing was looked at, so whoever comes first is.
      if (board.callOrder.length + board.incidentOrder.length > 0) selectFirst();
      return;
    }
    if (selection.kind !== 'call') {
      call = null;
      return;
    }
    const row = board.calls.get(selection.id);
    if (row !== undefined) call = { id: row.callId, number: row.number };
    else if (call?.id === selection.id) becameIncident(board, call.number);
  };
  const watchBoard = boardStore.subscribe(follow);
  const watchDesk = deskStore.subscribe((desk, before) => {
    if (desk.selection !== before.selection) follow(boardStore.getState());
  });
  follow(boardStore.getState());
  return () => {
    watchBoard();
    watchDesk();
  };
}

function becameIncident(board: BoardState, number: number): void {
  for (const row of board.incidents.values())
    if (row.number === number) {
      select({ kind: 'incident', id: row.incidentId });
      return;
    }
  select(null);
  say({ tone: 'alert', text: `Call ${number} is no longer waiting.`, cause: null });
}
