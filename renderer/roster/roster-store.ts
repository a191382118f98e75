import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { RosterView } from '#shared/board/roster-view.ts';
import { dayAfter } from '#shared/roster/zone-moment.ts';
import { findCell, lanesOf, type Cell, type Scale } from './lanes.ts';
import { ask } from '../desk/ask.ts';
import { centerDate } from '../desk/center-date.ts';
import { deskNow } from '../desk/clock.ts';

/** Which shift a sheet is about: one that stands, or a new one with what is known of it. */
export type Editing =
  | { readonly shiftId: string; readonly way: 'change' | 'call-off' | 'remove' }
  | {
      readonly unitId: string;
      readonly role: string | null;
      /** ISO instants. */
      readonly span: { readonly from: string; readonly to: string } | null;
    };

export interface RosterState {
  /** First day shown, an ISO date of the center. */
  readonly from: string;
  readonly days: 1 | 7;
  /** Null until it is here. What is shown stays while other days are on their way. */
  readonly view: RosterView | null;
  readonly refused: string | null;
  /** The marked cell; see lanes.ts. */
  readonly marked: string | null;
  readonly editing: Editing | null;
}

const fresh = (): RosterState => ({
  from: centerDate(deskNow()),
  days: 1,
  view: null,
  refused: null,
  marked: null,
  editing: null,
});

export const rosterStore = createStore<RosterState>(fresh);

export function useRoster<T>(selector: (roster: RosterState) => T): T {
  return useStore(rosterStore, selector);
}

/** Looks at other days; without a change, looks again. */
export async function lookAt(change: Partial<Pick<RosterState, 'from' | 'days'>>): Promise<void> {
  rosterStore.setState(change);
  const { from, days } = rosterStore.getState();
  // A day is shown with the night after it: who relieves the evening stands beyond midnight.
  const reply = await ask('roster.view', { from, days: days === 1 ? 2 : days });
  const now = rosterStore.getState();
  // Somebody went on to other days while these were on their way.
  if (now.from !== from || now.days !== days) return;
  rosterStore.setState(
    reply.ok ? { view: reply.value, refused: null } : { refused: reply.because },
  );
}

const NIGHT_HOURS = 6;

/** The time shown of a view. */
export function scaleOf(view: RosterView, days: RosterState['days']): Scale {
  const [first, last] = [view.days[0], view.days.at(-1)];
  const from = Date.parse(first?.from ?? '');
  return {
    from,
    to:
      days === 1
        ? Date.parse(first?.to ?? '') + NIGHT_HOURS * 3_600_000
        : Date.parse(last?.to ?? ''),
  };
}

/** What is marked on the picture as it stands; null when nothing is. */
export function markedCell(): Cell | null {
  const { view, days, marked } = rosterStore.getState();
  return view === null ? null : findCell(lanesOf(view, scaleOf(view, days)), marked);
}

export function startRoster(): void {
  rosterStore.setState(fresh());
  void lookAt({});
}

export function turnPage(pages: 1 | -1): void {
  const { from, days } = rosterStore.getState();
  void lookAt({ from: dayAfter(from, pages * days) });
}

export function toToday(): void {
  void lookAt({ from: centerDate(deskNow()) });
}

export function changeSpan(): void {
  void lookAt({ days: rosterStore.getState().days === 1 ? 7 : 1 });
}

export function mark(marked: string | null): void {
  rosterStore.setState({ marked });
}

export function edit(editing: Editing | null): void {
  rosterStore.setState({ editing });
}
