import type { IncidentRow } from '#shared/board/board-rows.ts';
import type { ClinicianRow, OfferRow } from '#shared/board/offer-lines.ts';
import type { OperatorId } from '#shared/lib/brand.ts';
import { AVAILABILITY_LABELS } from '#shared/phone/clinician.ts';
import { phoneDeskOf } from '#shared/policy/phone-desk.ts';
import type { BoardState } from '../desk/board-store.ts';
import { useBoard } from '../desk/board-store.ts';
import { useDesk } from '../desk/desk-store.ts';

/** Whether this clinician is asked now: alone, or with everybody who is ready and did not say no. */
export function isAskedOf({ offer }: IncidentRow, me: OperatorId, ready: boolean): boolean {
  if (offer === null) return false;
  if (offer.asks === 'one') return offer.clinician === me;
  return offer.asks === 'all' && ready && !offer.declined.includes(me);
}

/** Whether this clinician says that they are there for calls. */
export function isReady({ clinicians }: Pick<BoardState, 'clinicians'>, who: OperatorId): boolean {
  return clinicians.some(
    ({ operatorId, availability }) => operatorId === who && availability === 'ready',
  );
}

/** Conversations this clinician has now. */
export function callsOf({ incidents }: Pick<BoardState, 'incidents'>, who: OperatorId): number {
  let calls = 0;
  for (const { clinician } of incidents.values()) if (clinician === who) calls += 1;
  return calls;
}

/** Two until the policy is here, as in the policy that comes with CareDesk. */
export function useCapacity(): number {
  return useDesk((desk) => (desk.policy === null ? 2 : phoneDeskOf(desk.policy).capacity));
}

/** How many clinicians could be asked now. */
export function useFreeForPhone(): { readonly free: number; readonly present: number } {
  const capacity = useCapacity();
  const present = useBoard((board) => board.clinicians.length);
  const free = useBoard(
    (board) => board.clinicians.filter((each) => isFree(board, each, capacity)).length,
  );
  return { free, present };
}

/** How many clinicians hear a call that rings at everybody: those who are free and did not say no. */
export function useRingsAt(offer: OfferRow | null): number {
  const capacity = useCapacity();
  return useBoard(
    (board) =>
      board.clinicians.filter(
        (each) =>
          isFree(board, each, capacity) && offer?.declined.includes(each.operatorId) !== true,
      ).length,
  );
}

function isFree(
  board: BoardState,
  { availability, operatorId }: ClinicianRow,
  capacity: number,
): boolean {
  return availability === 'ready' && callsOf(board, operatorId) < capacity;
}

/** “On a call”, which nobody says of themselves, or what they said. */
export function standingWords({ availability }: ClinicianRow, calls: number): string {
  return availability === 'ready' && calls > 0 ? 'On a call' : AVAILABILITY_LABELS[availability];
}
