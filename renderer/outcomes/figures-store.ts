import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { OutcomeFigures } from '#shared/outcomes/outcome-figures.ts';
import type { Period } from '#shared/outcomes/period.ts';
import { ask } from '../desk/ask.ts';
import { deskNow } from '../desk/clock.ts';

/** The figures of the period that is shown. What stands stays while other days are being counted. */
export interface FiguresState {
  readonly figures: OutcomeFigures | null;
  /** The days that are being counted now. */
  readonly counting: Period | null;
  readonly refused: string | null;
  /** Milliseconds since the epoch of the last answer. */
  readonly at: number;
}

export const figuresStore = createStore<FiguresState>(() => ({
  figures: null,
  counting: null,
  refused: null,
  at: 0,
}));

export function useFigures<T>(selector: (figures: FiguresState) => T): T {
  return useStore(figuresStore, selector);
}

/** Counts when somebody comes here and when the days change. */
export function useCounted({ from, to }: Period, counts: boolean): void {
  useEffect(() => {
    if (counts) void count({ from, to });
  }, [from, to, counts]);
}

export async function count(period: Period): Promise<void> {
  figuresStore.setState({ counting: period });
  const reply = await ask('outcomes.figures', { period });
  // Somebody chose other days while these were on their way.
  if (figuresStore.getState().counting !== period) return;
  figuresStore.setState(
    reply.ok
      ? { figures: reply.value, counting: null, refused: null, at: deskNow() }
      : { counting: null, refused: reply.because },
  );
}
