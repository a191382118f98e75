import type { CallRow } from '#shared/board/board-rows.ts';
import type { CallGroup } from '#shared/duplicate/group-waiting.ts';
import { isInDanger } from '#shared/duplicate/danger-words.ts';
import type { Policy } from '#shared/policy/policy.ts';
import type { BoardState } from '../desk/board-store.ts';
import { deskStore } from '../desk/desk-store.ts';
import { waitingStore } from '../duplicate/waiting-store.ts';

/** A waiting call as the queue draws it. */
export interface WaitingLine {
  readonly id: string;
  /** How many stand behind it, shown or not. */
  readonly behind: number;
  /** Why, for the first of them. */
  readonly why: string;
  readonly shown: boolean;
  /** The call it is shown under; null for one that stands by itself. */
  readonly under: string | null;
  /** Its type or its words speak of danger: why it stands before others. */
  readonly danger: boolean;
}

interface Grouped {
  readonly groups: readonly CallGroup[];
  readonly opened: ReadonlySet<string>;
}

/**
 * The waiting calls in the order in which somebody should look at them: those whose type or words speak of danger,
 * then the longest waiting. Calls that are likely one thing stand behind the most urgent of them. A call in danger is never
 * behind another one, whatever main has said before its words were changed.
 */
export function waitingLines(
  callOrder: readonly string[],
  calls: ReadonlyMap<string, CallRow>,
  { groups, opened }: Grouped,
  policy: Policy | null,
): readonly WaitingLine[] {
  const behind = new Map<string, string[]>();
  const reasons = new Map<string, string>();
  const hidden = new Set<string>();
  for (const { leader, members } of groups) {
    if (!calls.has(leader)) continue;
    const waits = members.filter(
      ({ callId }) => calls.has(callId) && !inDanger(calls.get(callId), policy),
    );
    if (waits.length === 0) continue;
    behind.set(
      leader,
      waits.map(({ callId }) => callId),
    );
    for (const { callId, reasons: why } of waits) {
      hidden.add(callId);
      reasons.set(callId, why.join(', '));
    }
  }
  const alone = callOrder.filter((id) => !hidden.has(id));
  const urgent = alone.filter((id) => inDanger(calls.get(id), policy));
  const first = new Set(urgent);
  return [...urgent, ...alone.filter((id) => !first.has(id))].flatMap((id) => {
    const ids = behind.get(id) ?? [];
    const shown = opened.has(id) && ids.length > 0;
    const why = reasons.get(ids[0] ?? '') ?? '';
    const under = (each: string): WaitingLine => ({
      id: each,
      behind: 0,
      why: reasons.get(each) ?? '',
      shown: false,
      under: id,
      danger: first.has(id),
    });
    return [
      { id, behind: ids.length, why, shown, under: null, danger: first.has(id) },
      ...(shown ? ids.map(under) : []),
    ];
  });
}

function inDanger(call: CallRow | undefined, policy: Policy | null): boolean {
  return call !== undefined && policy !== null && isInDanger(call, policy);
}

/** The same for whoever moves through the queue. */
export function linesNow({ callOrder, calls }: BoardState): readonly WaitingLine[] {
  return waitingLines(callOrder, calls, waitingStore.getState(), deskStore.getState().policy);
}
