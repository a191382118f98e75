import type { CallRow, IncidentRow, UnitRow } from '#shared/board/board-rows.ts';
import type { IncidentView } from '#shared/board/incident-view.ts';
import type { Policy } from '#shared/policy/policy.ts';
import type { Operator } from '#shared/roster/operator.ts';
import { boardStore } from '../desk/board-store.ts';
import { deskStore } from '../desk/desk-store.ts';

/** What a command line reads of the board, as it is at this moment. */
export interface LineBoard {
  readonly units: readonly UnitRow[];
  /** Waiting calls and open incidents, in the order of the queue. */
  readonly calls: readonly CallRow[];
  readonly incidents: readonly IncidentRow[];
  readonly focus: IncidentView | null;
  readonly operators: readonly Operator[];
  readonly policy: Policy | null;
}

export function lineBoard(): LineBoard {
  const { units, calls, callOrder, incidents, incidentOrder, focus, operators } =
    boardStore.getState();
  return {
    units: [...units.values()],
    calls: callOrder.flatMap((id) => calls.get(id) ?? []),
    incidents: incidentOrder.flatMap((id) => incidents.get(id) ?? []),
    focus,
    operators,
    policy: deskStore.getState().policy,
  };
}

const FOREIGN = /[^ -~]/;

/** Folded, so that "munoz" finds "Muñoz". */
export function folded(text: string): string {
  // Most of a board is plain, and it is read anew at every letter.
  const plain = FOREIGN.test(text) ? text.normalize('NFD').replaceAll(/\p{M}/gu, '') : text;
  return plain.toLowerCase();
}

/** Whether a part of the name begins so. */
export function namedSo(name: string, begun: string): boolean {
  return folded(name)
    .split(/[\s,.-]+/)
    .some((part) => part.startsWith(begun));
}

/** Short of this a name would be met by chance. */
const NAME_FROM = 2;

/**
 * The units somebody means by a call sign or by the name of one of the crew: the call sign wins, and a
 * name may be begun only. More than one is a question, not an answer.
 */
export function unitsMeant({ units }: Pick<LineBoard, 'units'>, typed: string): UnitRow[] {
  const wanted = folded(typed);
  const called = units.find(({ unitId }) => unitId.toLowerCase() === wanted);
  if (called !== undefined) return [called];
  if (wanted.length < NAME_FROM || /\d/.test(wanted)) return [];
  return units.filter(({ crew }) => crew.some(({ name }) => namedSo(name, wanted)));
}

/** The one somebody means; null when it is none or not clear. */
export function unitMeant(board: Pick<LineBoard, 'units'>, typed: string): UnitRow | null {
  const meant = unitsMeant(board, typed);
  return meant.length === 1 ? (meant[0] ?? null) : null;
}

/** Who of the crew was meant, when it was not the call sign. */
export function memberMeant({ crew }: UnitRow, typed: string): string | null {
  const wanted = folded(typed);
  return crew.find(({ name }) => namedSo(name, wanted))?.name ?? null;
}
