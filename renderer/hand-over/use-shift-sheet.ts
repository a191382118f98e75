import { useCallback, useEffect, useState } from 'react';
import type { ShiftSheet } from '#shared/board/hand-over-sheet.ts';
import type { HandOverId } from '#shared/lib/brand.ts';
import { ask } from '../desk/ask.ts';

export interface ReadShift {
  /** Null until main answered. */
  readonly sheet: ShiftSheet | null;
  /** Keys of the lines that were otherwise, or not there, when it was read before. */
  readonly changed: ReadonlySet<string>;
  readonly because: string | null;
  readonly readAgain: () => void;
}

const NOTHING: ReadonlySet<string> = new Set();

/** The sheet as main makes it now. Never renewed by itself: what is accepted is what was read. */
export function useShiftSheet(handOverId: HandOverId | null): ReadShift {
  const [read, setRead] = useState<Omit<ReadShift, 'readAgain'>>({
    sheet: null,
    changed: NOTHING,
    because: null,
  });
  const [count, setCount] = useState(0);
  useEffect(() => {
    let gone = false;
    void ask('hand-over.sheet', { handOverId }).then((reply) => {
      if (gone) return;
      setRead((before) =>
        reply.ok
          ? { sheet: reply.value, changed: changedSince(before.sheet, reply.value), because: null }
          : { ...before, because: reply.because },
      );
    });
    return () => {
      gone = true;
    };
  }, [handOverId, count]);
  const readAgain = useCallback(() => setCount((before) => before + 1), []);
  return { ...read, readAgain };
}

function changedSince(before: ShiftSheet | null, now: ShiftSheet): ReadonlySet<string> {
  if (before === null || before.of.operatorId !== now.of.operatorId) return NOTHING;
  const marks = new Map(before.signed.map(({ key, mark }) => [key, mark]));
  return new Set(
    now.signed.filter(({ key, mark }) => marks.get(key) !== mark).map(({ key }) => key),
  );
}
