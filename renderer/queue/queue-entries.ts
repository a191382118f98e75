import type { IncidentRow } from '#shared/board/board-rows.ts';
import type { WaitingLine } from './call-lines.ts';
import { tierOf } from './queue-order.ts';

export type QueueEntry =
  | { readonly kind: 'head'; readonly id: string; readonly label: string; readonly count: number }
  | ({ readonly kind: 'call'; readonly position: number } & WaitingLine)
  | { readonly kind: 'urgent' | 'working'; readonly id: string; readonly position: number };

const TIER_LABELS = ['Look again', 'Needs somebody', 'Working', 'On hold'] as const;

/** The queue as it is drawn: a heading before each group that has anybody in it. */
export function queueEntries(
  waiting: readonly WaitingLine[],
  incidentOrder: readonly string[],
  rowOf: (id: string) => IncidentRow | undefined,
): readonly QueueEntry[] {
  const entries: QueueEntry[] = [];
  let position = 0;
  const danger = waiting.filter((line) => line.danger);
  const calm = waiting.filter((line) => !line.danger);
  // Among others, those who are in danger stand under a heading that says why they are first.
  const parts = danger.length === 0 || calm.length === 0 ? [waiting] : [danger, calm];
  for (const [at, lines] of parts.entries()) {
    if (lines.length === 0) continue;
    const label = parts.length > 1 && at === 0 ? 'Waiting, in danger' : 'Waiting calls';
    entries.push({ kind: 'head', id: label, ...headOf(label, lines) });
    for (const line of lines) entries.push({ kind: 'call', ...line, position: ++position });
  }
  const tiers = tierCounts(incidentOrder, rowOf);
  let at = 0;
  for (const [tier, count] of tiers.entries()) {
    const label = TIER_LABELS[tier];
    if (count === 0 || label === undefined) continue;
    entries.push({ kind: 'head', id: label, label, count });
    const kind = tier < 2 ? 'urgent' : 'working';
    for (const id of incidentOrder.slice(at, at + count))
      entries.push({ kind, id, position: ++position });
    at += count;
  }
  return entries;
}

/** Whoever is hidden behind another call waits all the same. */
function headOf(label: string, lines: readonly WaitingLine[]): { label: string; count: number } {
  const hidden = lines.reduce((sum, each) => sum + (each.shown ? 0 : each.behind), 0);
  const again = hidden === 0 ? label : `${label}, ${hidden} told again`;
  return { label: again, count: lines.length + hidden };
}

/** The order already groups by tier, so four searches find the borders. */
function tierCounts(
  order: readonly string[],
  rowOf: (id: string) => IncidentRow | undefined,
): number[] {
  let before = 0;
  return [0, 1, 2, 3].map((tier) => {
    let low = before;
    let high = order.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const row = rowOf(order[middle] ?? '');
      if (row !== undefined && tierOf(row) <= tier) low = middle + 1;
      else high = middle;
    }
    const count = low - before;
    before = low;
    return count;
  });
}
