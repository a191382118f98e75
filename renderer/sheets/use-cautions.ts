import { useCallback, useEffect, useState } from 'react';
import type { KnownCaution } from '#shared/board/caution-lines.ts';
import { ask } from '../desk/ask.ts';

/** Every caution this person may read, asked once and again after a change. Null until main answered. */
export function useCautions(): {
  readonly cautions: readonly KnownCaution[] | null;
  /** Why main did not answer, as a sentence. */
  readonly because: string | null;
  readonly askAgain: () => void;
} {
  const [cautions, setCautions] = useState<readonly KnownCaution[] | null>(null);
  const [because, setBecause] = useState<string | null>(null);
  const [count, setCount] = useState(0);
  useEffect(() => {
    let gone = false;
    void ask('caution.all', {}).then((reply) => {
      if (gone) return;
      if (reply.ok) setCautions(reply.value);
      setBecause(reply.ok ? null : reply.because);
    });
    return () => {
      gone = true;
    };
  }, [count]);
  const askAgain = useCallback(() => setCount((before) => before + 1), []);
  return { cautions, because, askAgain };
}
