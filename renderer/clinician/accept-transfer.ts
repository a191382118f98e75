import type { Operator } from '#shared/roster/operator.ts';
import type { IncidentRow } from '#shared/board/board-rows.ts';
import type { IncidentId } from '#shared/lib/brand.ts';
import { may } from '#shared/roster/permission.ts';
import { tell } from '../desk/ask.ts';
import { boardStore } from '../desk/board-store.ts';
import { deskStore } from '../desk/desk-store.ts';

/** Whether the transfer under way is for the person at this console. */
export function isOfferedTo(row: IncidentRow, me: Operator): boolean {
  if (row.transferTo === me.operatorId) return true;
  // Whoever has the caller on the line cannot be the dispatcher who takes the call over.
  const dispatcher = me.role !== 'clinician' && may(me.role, 'take-calls');
  return row.transferTo === 'dispatch' && row.clinician !== me.operatorId && dispatcher;
}

/** Takes over what is offered to this console; false when nothing is. */
export function acceptOfferedTransfer(incidentId: IncidentId): boolean {
  const row = boardStore.getState().incidents.get(incidentId);
  const me = deskStore.getState().hello?.session ?? null;
  if (row === undefined || me === null || !isOfferedTo(row, me)) return false;
  void tell('phone.accept-transfer', { incidentId });
  return true;
}
