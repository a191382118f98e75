import { useCallback, useEffect, useState } from 'react';
import type { CopiesView } from '#shared/board/copies-view.ts';
import { ask } from '../desk/ask.ts';
import { useTime } from '../desk/clock.ts';

/** How far a copy has come is on no board: it is asked for as long as somebody looks. */
const LOOK_MS = 1_500;

export function useCopies(): {
  readonly view: CopiesView | null;
  readonly refused: string | null;
  look(): void;
} {
  const [view, setView] = useState<CopiesView | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    // What stands in the folders is read when somebody comes to look, and not while nobody does.
    void ask('copies.look', {});
  }, []);
  useEffect(() => {
    let over = false;
    const askNow = () =>
      void ask('copies.view', {}).then((reply) => {
        if (over) return;
        if (reply.ok) setView(reply.value);
        setRefused(reply.ok ? null : reply.because);
      });
    askNow();
    const timer = setInterval(askNow, LOOK_MS);
    return () => {
      over = true;
      clearInterval(timer);
    };
  }, [turn]);
  return { view, refused, look: useCallback(() => setTurn((before) => before + 1), []) };
}

/** The moment, as often as an age in minutes changes. */
export function useMinute(): number {
  return useTime((now) => Math.floor(now / 60_000) * 60_000);
}
