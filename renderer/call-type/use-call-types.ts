import { useEffect, useState } from 'react';
import type { CallTypesView } from '#shared/call-type/call-types-view.ts';
import { ask } from '../desk/ask.ts';

/** The map as main has it, and the way to ask again after something was said here. */
export function useCallTypes(): {
  readonly view: CallTypesView | null;
  readonly because: string | null;
  readonly reload: () => void;
} {
  const [view, setView] = useState<CallTypesView | null>(null);
  const [because, setBecause] = useState<string | null>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let gone = false;
    void ask('call-types.view', {}).then((reply) => {
      if (gone) return;
      if (reply.ok) setView(reply.value);
      setBecause(reply.ok ? null : reply.because);
    });
    return () => {
      gone = true;
    };
  }, [turn]);
  return { view, because, reload: () => setTurn((before) => before + 1) };
}
