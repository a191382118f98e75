import { useCallback, useEffect, useState } from 'react';
import type { RetentionView } from '#shared/board/retention-view.ts';
import { ask } from '../desk/ask.ts';

/** How protected words stand against the schedule, asked again when something was done here. */
export function useRetention(): {
  readonly view: RetentionView | null;
  readonly refused: string | null;
  look(): void;
} {
  const [view, setView] = useState<RetentionView | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    let over = false;
    void ask('retention.overview', {}).then((reply) => {
      if (over) return;
      if (reply.ok) setView(reply.value);
      setRefused(reply.ok ? null : reply.because);
    });
    return () => {
      over = true;
    };
  }, [asked]);
  return { view, refused, look: useCallback(() => setAsked((before) => before + 1), []) };
}
