import { closeShelvesOf } from './known-calls.ts';
import { isInDanger, priorityOf } from './danger-words.ts';
import type { Likeness, WaitingKnown } from './likely-duplicates.ts';
import type { CallId } from '../lib/brand.ts';
import type { Policy } from '../policy/policy.ts';

/** Waiting calls that are likely about one thing: the most urgent stands for them. */
export interface CallGroup {
  readonly leader: CallId;
  readonly members: readonly { readonly callId: CallId; readonly reasons: readonly string[] }[];
}

interface Group {
  readonly leader: WaitingKnown;
  readonly members: { readonly callId: CallId; readonly reasons: readonly string[] }[];
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
  const groups: Group[] = [];
  const leaders = new Map<string, Group[]>();
  for (const call of inOrder(waiting, policy)) {
    const shelves = closeShelvesOf(call);
    const found = isInDanger(call, policy) ? null : placeFor(call, shelves);
    if (found !== null) {
      found.group.members.push({ callId: call.callId, reasons: found.reasons });
      continue;
    }
    const group: Group = { leader: call, members: [] };
    groups.push(group);
    for (const shelf of shelves) {
      const there = leaders.get(shelf);
      if (there === undefined) leaders.set(shelf, [group]);
      else there.push(group);
    }
  }
  return groups.map(({ leader, members }) => ({ leader: leader.callId, members }));

  function placeFor(call: WaitingKnown, shelves: readonly string[]) {
    const looked = new Set<Group>();
    for (const shelf of shelves)
      for (const group of leaders.get(shelf) ?? []) {
        if (looked.has(group)) continue;
        looked.add(group);
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
