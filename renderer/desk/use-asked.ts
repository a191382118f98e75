import { useCallback, useEffect, useState } from 'react';
import type { Input, Output, Topic } from '#shared/contract/console-contract.ts';
import { ask, NOT_ANSWERED } from './ask.ts';

export interface Asked<View> {
  /** Null until main answered; an answer stays when a later one is refused. */
  readonly view: View | null;
  /** Why main did not answer the last time, as a sentence. */
  readonly refused: string | null;
  /** Asks at once: after something was done here. */
  look(): void;
}

interface Again<View> {
  /** Asked anew when it is another one than before: the board, or a part of it. */
  readonly seen?: unknown;
  /** For what stands on no board: milliseconds after which it is asked again while somebody looks; null for never. */
  readonly pause?: (view: View | null) => number | null;
}

/** @param input the same object each time, and `pause` the same function: another one is asked anew. */
export function useAsked<T extends Topic>(
  topic: T,
  input: Input<T>,
  { seen, pause }: Again<Output<T>> = {},
): Asked<Output<T>> {
  const [view, setView] = useState<Output<T> | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let over = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const askNow = async () => {
      const reply = await ask(topic, input);
      if (over) return;
      if (reply.ok) setView(reply.value);
      setRefused(reply.ok ? null : reply.refused === 'no-answer' ? NOT_ANSWERED : reply.because);
      const ms = pause?.(reply.ok ? reply.value : null) ?? null;
      if (ms !== null) timer = setTimeout(() => void askNow(), ms);
    };
    void askNow();
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [topic, input, seen, pause, turn]);
  return { view, refused, look: useCallback(() => setTurn((before) => before + 1), []) };
}

export const NOTHING = {};
