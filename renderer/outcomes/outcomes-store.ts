import { useStore } from 'zustand';
import type { Behind } from './show-calls.ts';
import { createStore } from 'zustand/vanilla';
import { periodOf, type Period, type PeriodChoice } from '#shared/outcomes/period.ts';

/** How this operator looks at the outcomes. Kept while other screens are open. */
export interface OutcomesState {
  /** Id of the view; null is the first one the operator may see. */
  readonly view: string | null;
  readonly choice: PeriodChoice;
  /** The own dates as they were typed last. */
  readonly own: Period | null;
  /** The calls somebody asked to see; the sheet beside the figures lists them. */
  readonly behind: Behind | null;
}

export const outcomesStore = createStore<OutcomesState>(() => ({
  view: null,
  choice: 'last-4-weeks',
  own: null,
  behind: null,
}));

export function useOutcomes<T>(selector: (outcomes: OutcomesState) => T): T {
  return useStore(outcomesStore, selector);
}

export function showView(view: string): void {
  outcomesStore.setState({ view });
}

/** Own dates begin with the ones that are shown. */
export function choosePeriod(choice: PeriodChoice, today: string): void {
  outcomesStore.setState((before) => ({
    choice,
    own: choice === 'own-dates' ? (before.own ?? shownPeriod(before, today)) : before.own,
  }));
}

export function setOwnDates(own: Period): void {
  outcomesStore.setState({ choice: 'own-dates', own });
}

export function shownPeriod({ choice, own }: OutcomesState, today: string): Period {
  if (choice !== 'own-dates') return periodOf(choice, today);
  return own ?? periodOf('last-4-weeks', today);
}
