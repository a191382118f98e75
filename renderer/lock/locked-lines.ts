import { useMemo } from 'react';
import type { CallRow, IncidentRow } from '#shared/board/board-rows.ts';
import { boardStore, useBoard } from '../desk/board-store.ts';
import { deskStore, select } from '../desk/desk-store.ts';

/** One line of the open queue as a locked console shows it. */
export type LockedLine =
  | { readonly kind: 'call'; readonly id: string; readonly row: CallRow }
  | { readonly kind: 'incident'; readonly id: string; readonly row: IncidentRow };

/** Calls in danger first, then the longest waiting, then incidents in the order of the queue. */
function linesOf(
  calls: readonly (CallRow | undefined)[],
  incidents: readonly (IncidentRow | undefined)[],
): readonly LockedLine[] {
  const waiting = calls.filter((row) => row !== undefined);
  const danger = waiting.filter((row) => row.danger === true);
  return [
    ...[...danger, ...waiting.filter((row) => row.danger !== true)].map(
      (row) => ({ kind: 'call', id: row.callId, row }) as const,
    ),
    ...incidents
      .filter((row) => row !== undefined)
      .map((row) => ({ kind: 'incident', id: row.incidentId, row }) as const),
  ];
}

export function useLockedLines(): readonly LockedLine[] {
  const calls = useBoard((board) => board.calls);
  const incidents = useBoard((board) => board.incidents);
  const callOrder = useBoard((board) => board.callOrder);
  const incidentOrder = useBoard((board) => board.incidentOrder);
  return useMemo(
    () =>
      linesOf(
        callOrder.map((id) => calls.get(id)),
        incidentOrder.map((id) => incidents.get(id)),
      ),
    [calls, incidents, callOrder, incidentOrder],
  );
}

/** Which one police and EMS would be sent to. */
export function moveLocked(by: number): void {
  const { calls, incidents, callOrder, incidentOrder } = boardStore.getState();
  const lines = linesOf(
    callOrder.map((id) => calls.get(id)),
    incidentOrder.map((id) => incidents.get(id)),
  );
  const at = lines.findIndex(({ id }) => id === deskStore.getState().selection?.id);
  const next = lines[at < 0 ? 0 : Math.min(lines.length - 1, Math.max(0, at + by))];
  if (next !== undefined) select({ kind: next.kind, id: next.id });
}
