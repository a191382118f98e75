import { useCallback, useEffect, useRef, useState } from 'react';
import type { CallBehind } from '#shared/outcomes/outcome-figures.ts';
import { ask } from '../desk/ask.ts';
import type { Behind } from './show-calls.ts';

/** As many as main sends with one answer. */
export const CALLS_A_PAGE = 200;

export interface AskedCalls {
  /** Null until the first answer. */
  readonly total: number | null;
  readonly refused: string | null;
  /** Undefined while it is on its way. */
  readonly callAt: (index: number) => CallBehind | undefined;
  /** Sees to it that this one comes. */
  readonly want: (index: number) => void;
}

type Pages = ReadonlyMap<number, readonly CallBehind[]>;

/** The calls behind a figure, fetched a page at a time as somebody comes near them. */
export function useCallsBehind({ ask: which }: Behind): AskedCalls {
  const [pages, setPages] = useState<Pages>(new Map());
  const [total, setTotal] = useState<number | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const asked = useRef(new Set<number>());
  const gone = useRef(false);
  const fetchPage = useCallback(
    (page: number) => {
      if (asked.current.has(page)) return;
      asked.current.add(page);
      void ask('outcomes.calls', { ...which, page }).then((reply) => {
        if (gone.current) return;
        if (!reply.ok) return setRefused(reply.because);
        setTotal(reply.value.total);
        setPages((before) => new Map(before).set(page, reply.value.calls));
      });
    },
    [which],
  );
  useEffect(() => {
    gone.current = false;
    fetchPage(0);
    return () => {
      gone.current = true;
    };
  }, [fetchPage]);
  return {
    total,
    refused,
    callAt: (index) => pages.get(Math.floor(index / CALLS_A_PAGE))?.[index % CALLS_A_PAGE],
    want: useCallback((index) => fetchPage(Math.floor(index / CALLS_A_PAGE)), [fetchPage]),
  };
}
