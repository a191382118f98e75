import { shelvesOf } from './known-calls.ts';
import { isInDanger, priorityOf } from './danger-words.ts';
import type { Known, Likeness } from './likely-duplicates.ts';
import type { CallId } from '../lib/brand.ts';
import type { Policy } from '../policy/policy.ts';

/** Waiting calls that are likely about one thing: the most urgent stands for them. */
export interface CallGroup {
  readonly leader: CallId;
  readonly members: readonly { readonly callId: CallId; readonly reasons: readonly string[] }[];
}

export interface WaitingKnown extends Known {
  readonly callId: CallId;
}

/**
 * Waiting calls put together where each is likely the same as the one that stands for them. Every call stands in one
 * group, alone or not. A call in danger is never a member: it stands alone or on top, and no call is put behind one that is
 * less urgent. Nothing is joined by it.
 */
export function groupWaiting(
  waiting: readonly WaitingKnown[],
  between: (call: WaitingKnown, leader: WaitingKnown) => Likeness | null,
  policy: Policy,
): readonly CallGroup[] {
  const groups: {
    leader: WaitingKnown;
    members: { callId: CallId; reasons: readonly string[] }[];
  }[] = [];
  const leaders = new Map<string, (typeof groups)[number][]>();
  for (const call of inOrder(waiting, policy)) {
    const shelves = shelvesOf(call);
    const found = isInDanger(call, policy) ? null : placeFor(call, shelves);
    if (found !== null) {
      found.group.members.push({ callId: call.callId, reasons: found.reasons });
      continue;
    }
    const group = { leader: call, members: [] };
    groups.push(group);
    for (const shelf of shelves) leaders.set(shelf, [...(leaders.get(shelf) ?? []), group]);
  }
  return groups.map(({ leader, members }) => ({ leader: leader.callId, members }));

  function placeFor(call: WaitingKnown, shelves: readonly string[]) {
    for (const group of new Set(shelves.flatMap((shelf) => leaders.get(shelf) ?? []))) {
      const likeness = between(call, group.leader);
      if (likeness !== null && likeness.strength !== 'maybe')
        return { group, reasons: likeness.reasons };
    }
    return null;
  }
}

/** The most urgent first, so that nobody is put behind somebody less urgent; then the longest waiting. */
function inOrder(waiting: readonly WaitingKnown[], policy: Policy): WaitingKnown[] {
  const rank = new Map(
    waiting.map((call) => [call, isInDanger(call, policy) ? 0 : priorityOf(call, policy)]),
  );
  return waiting.toSorted(
    (a, b) =>
      (rank.get(a) ?? 0) - (rank.get(b) ?? 0) ||
      (a.receivedAt < b.receivedAt ? -1 : a.receivedAt > b.receivedAt ? 1 : 0) ||
      (a.callId < b.callId ? -1 : 1),
  );
}
