import { useEffect, useState } from 'react';
import type { IntakeLinesView } from '#shared/board/intake-lines-view.ts';
import { ask } from '../desk/ask.ts';

/** How a line stands is on no board: it is asked for as long as somebody looks. */
const LOOK_MS = 2_000;

export function useIntakeLines(): {
  /** Null until they are here. */
  readonly view: IntakeLinesView | null;
  readonly because: string | null;
  readonly askAgain: () => void;
} {
  const [view, setView] = useState<IntakeLinesView | null>(null);
  const [because, setBecause] = useState<string | null>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let gone = false;
    const look = () =>
      void ask('intake-line.all', {}).then((reply) => {
        if (gone) return;
        setBecause(reply.ok ? null : reply.because);
        if (reply.ok) setView(reply.value);
      });
    look();
    const timer = setInterval(look, LOOK_MS);
    return () => {
      gone = true;
      clearInterval(timer);
    };
  }, [turn]);
  return { view, because, askAgain: () => setTurn((before) => before + 1) };
}
