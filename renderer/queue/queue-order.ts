import type { CallRow, IncidentRow } from '#shared/board/board-rows.ts';
import { levelRank } from '#shared/routing/level.ts';

/** 0 a person has to look again · 1 needs somebody · 2 working · 3 held on purpose. */
export function tierOf(row: IncidentRow): 0 | 1 | 2 | 3 {
  if (row.attention !== null || row.holdExpired) return 0;
  if (row.holdUntil !== null) return 3;
  return row.phase === 'intake' || row.phase === 'decided' ? 1 : 2;
}

/** Who is looked at first. Total: no two different incidents compare equal. */
export function compareIncidents(a: IncidentRow, b: IncidentRow): number {
  return (
    tierOf(a) - tierOf(b) ||
    levelRank(b.level) - levelRank(a.level) ||
    compareText(a.openedAt, b.openedAt) ||
    a.number - b.number ||
    compareText(a.incidentId, b.incidentId)
  );
}

export function compareCalls(a: CallRow, b: CallRow): number {
  return (
    compareText(a.receivedAt, b.receivedAt) ||
    a.number - b.number ||
    compareText(a.callId, b.callId)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Moves one row to its place among the others: binary search instead of sorting again, so that a change
 * costs the same with 20 and with 1,000 open incidents. `rowOf` still answers with the old row here.
 */
export function reorder<Row>(
  order: readonly string[],
  id: string,
  before: Row | undefined,
  after: Row | undefined,
  rowOf: (id: string) => Row | undefined,
  compare: (a: Row, b: Row) => number,
): readonly string[] {
  if (before !== undefined && after !== undefined && compare(before, after) === 0) return order;
  const next = order.slice();
  if (before !== undefined) {
    const at = placeOf(next, before, rowOf, compare);
    next.splice(next[at] === id ? at : next.indexOf(id), 1);
  }
  if (after !== undefined) next.splice(placeOf(next, after, rowOf, compare), 0, id);
  return next;
}

function placeOf<Row>(
  order: readonly string[],
  row: Row,
  rowOf: (id: string) => Row | undefined,
  compare: (a: Row, b: Row) => number,
): number {
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = rowOf(order[middle] ?? '');
    if (other !== undefined && compare(other, row) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
