import { useEffect, useState } from 'react';
import type { Input, Output } from '#shared/contract/console-contract.ts';
import { ask } from '../desk/ask.ts';

/** What is kept of something two people decide on: the one in force, the one that waits, and whatever else. */
export interface Kept<T extends 'areas.kept' | 'screener.kept' | 'places.kept'> {
  /** Null until it is here. */
  readonly kept: Output<T> | null;
  readonly refused: string | null;
  /** After something was done here: a proposal changes nothing the board would tell of. */
  readonly reload: () => void;
}

/** Asks main again when `since` changes and when it is told to. */
export function useKept<T extends 'areas.kept' | 'screener.kept' | 'places.kept'>(
  topic: T,
  since: unknown = null,
): Kept<T> {
  const [kept, setKept] = useState<Output<T> | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let gone = false;
    void ask(topic, {} as Input<T>).then((reply) => {
      if (gone) return;
      if (reply.ok) setKept(reply.value);
      else setRefused(reply.because);
    });
    return () => {
      gone = true;
    };
  }, [topic, since, turn]);
  return { kept, refused, reload: () => setTurn((before) => before + 1) };
}
