import type { CallId, IncidentId } from '#shared/lib/brand.ts';
import { useBoard } from '../desk/board-store.ts';
import { useDesk } from '../desk/desk-store.ts';
import type { LocationsOf } from './use-locations.ts';

/** The call or incident in focus, as its locations are asked for; null while there is none. */
export function useLocated(): LocationsOf | null {
  const kind = useDesk((desk) => desk.selection?.kind ?? null);
  const id = useDesk((desk) => desk.selection?.id ?? null);
  const waiting = useBoard((board) => board.calls.get(id ?? '')?.fixes.at(-1)?.at ?? null);
  const opened = useBoard((board) =>
    board.focus !== null && board.focus.incidentId === id ? board.focus.locatedAt : null,
  );
  if (id === null) return null;
  return kind === 'call'
    ? { of: { callId: id as CallId }, since: waiting }
    : { of: { incidentId: id as IncidentId }, since: opened };
}
