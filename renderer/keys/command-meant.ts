import type { Input } from '#shared/contract/console-contract.ts';
import type { OperatorId } from '#shared/lib/brand.ts';
import type { TransferTarget } from '#shared/phone/transfer.ts';
import { phoneDeskOf } from '#shared/policy/phone-desk.ts';
import type { Policy } from '#shared/policy/policy.ts';
import type { Choice } from '../parts/choices.ts';
import { folded, namedSo, type LineBoard } from './command-board.ts';
import type { TypedSpot } from './position-command.ts';

/** The areas of the policy in force. */
export function areaChoices({ policy }: Pick<LineBoard, 'policy'>): Choice[] {
  return (policy?.areas ?? []).map(({ id, name, zone }) => ({ id, label: name, detail: zone }));
}

/** One area, by its id or by as much of its name as no other has; null when none or not clear. */
export function areaMeant(board: Pick<LineBoard, 'policy'>, typed: string): string | null {
  const choices = areaChoices(board);
  const wanted = folded(typed);
  const exact = choices.find(({ id, label }) => id === wanted || folded(label) === wanted);
  const begun = choices.filter(({ label }) => folded(label).startsWith(wanted));
  return exact?.id ?? (begun.length === 1 ? (begun[0]?.id ?? null) : null);
}

/** What main is told of a typed spot; a sentence when no area is meant, or more than one. */
export function spotMeant(board: Pick<LineBoard, 'policy'>, spot: TypedSpot): MeantSpot | string {
  if (!('area' in spot)) return spot;
  const areaId = areaMeant(board, spot.area);
  return areaId === null
    ? `There is no area “${spot.area}”, or more than one. Type more of its name.`
    : { areaId };
}

export function callTypeChoices({ policy }: Pick<LineBoard, 'policy'>): Choice[] {
  return (policy?.callTypes ?? []).map(({ code, label }) => ({ id: code, label, detail: code }));
}

/** A code as the policy writes it, whatever the case it was typed in. */
export function callTypeMeant(typed: string): string {
  return typed.trim().toUpperCase();
}

type MeantSpot = Input<'unit.report-position'>['spot'];

interface Receiver {
  readonly to: TransferTarget;
  readonly operatorId: OperatorId | null;
  /** The line of the policy; null for its first one to 988, and inside the center. */
  readonly line: string | null;
}

/** Partners and teams outside the board; 988 and dispatch have words of their own. */
function outsideLines(policy: Policy | null) {
  const lines = policy === null ? [] : phoneDeskOf(policy).receivers;
  return lines.filter(({ kind }) => kind === 'partner' || kind === 'team');
}

/** Who a conversation can be handed to. */
export function receiverChoices({
  operators,
  policy,
}: Pick<LineBoard, 'operators' | 'policy'>): Choice[] {
  const clinicians = operators.filter(({ role, active }) => role === 'clinician' && active);
  return [
    { id: '988', label: '988', detail: 'crisis line' },
    { id: 'dispatch', label: 'dispatch', detail: 'back to where it came from' },
    ...clinicians.map(({ name }) => ({ id: name, label: name, detail: 'clinician' })),
    ...outsideLines(policy).map(({ label, kind }) => ({ id: label, label, detail: kind })),
  ];
}

/** Null when nobody is called so, or more than one. */
export function receiverMeant(
  { operators, policy }: Pick<LineBoard, 'operators' | 'policy'>,
  typed: string,
): Receiver | null {
  const wanted = folded(typed.trim());
  const inside = { operatorId: null, line: null };
  if (wanted === '988') return { to: '988', ...inside };
  if (wanted.length > 2 && 'dispatch'.startsWith(wanted)) return { to: 'dispatch', ...inside };
  const clinicians = operators.filter(({ role, active }) => role === 'clinician' && active);
  const meant = clinicians.filter(
    ({ name }) => folded(name).startsWith(wanted) || namedSo(name, wanted),
  );
  const lines = outsideLines(policy).filter(
    ({ label }) => folded(label).startsWith(wanted) || namedSo(label, wanted),
  );
  const [only, ...others] = [
    ...meant.map(({ operatorId }) => ({ to: 'clinician', operatorId, line: null }) as const),
    ...lines.map(({ id, kind }) => ({ to: kind, operatorId: null, line: id }) as const),
  ];
  return only === undefined || others.length > 0 ? null : only;
}
