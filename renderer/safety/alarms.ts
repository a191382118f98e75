import type { SafetyRow, UnitRow } from '#shared/board/board-rows.ts';
import { boardStore, type BoardState } from '../desk/board-store.ts';
import { deskStore } from '../desk/desk-store.ts';

/** A unit with something wrong, as the alarms above every screen show it. */
export interface AlarmedUnit extends Omit<UnitRow, 'safety'> {
  readonly safety: SafetyRow;
}

type Units = Pick<BoardState, 'units'>;

function alarmed(board: Units, state: SafetyRow['state']): AlarmedUnit[] {
  const found: AlarmedUnit[] = [];
  for (const unit of board.units.values()) {
    const { safety } = unit;
    if (safety?.state === state) found.push({ ...unit, safety });
  }
  return found.sort((a, b) => a.safety.since.localeCompare(b.safety.since));
}

/** Call sign of the duress that covers this operator's screen: the oldest one they have not seen. */
export function coveringUnit(board: Units, me: string | null): string | null {
  if (me === null) return null;
  const units = alarmed(board, 'duress');
  return units.find(({ safety }) => !hasSeen(safety, me))?.unitId ?? null;
}

/** The same for whoever sits here now. */
export function coveringUnitNow(): string | null {
  const me = deskStore.getState().hello?.session?.operatorId ?? null;
  return coveringUnit(boardStore.getState(), me);
}

/**
 * What stands above every screen, worst first: duress that was seen, back-up that is asked for, and for
 * a supervisor the check-ins that are missed or late.
 */
export function alarmsAbove(board: Units, me: string | null, isSupervisor: boolean) {
  return [
    ...alarmed(board, 'duress').filter(({ safety }) => hasSeen(safety, me)),
    ...alarmed(board, 'back-up'),
    ...(isSupervisor ? [...alarmed(board, 'missed'), ...alarmed(board, 'late')] : []),
  ];
}

export function hasSeen({ acknowledged }: SafetyRow, me: string | null): boolean {
  return acknowledged.some((each) => each === me);
}

/** The area of its incident, or else its zone: where, without an address. */
export function whereOf(
  board: Pick<BoardState, 'incidents'>,
  unit: Pick<UnitRow, 'incidentId' | 'zone'>,
): string {
  const row = unit.incidentId === null ? undefined : board.incidents.get(unit.incidentId);
  return row?.area ?? unit.zone;
}
