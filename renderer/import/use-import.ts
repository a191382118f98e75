import { useCallback, useEffect, useRef, useState } from 'react';
import type { ImportView } from '#shared/board/import-view.ts';
import { ask } from '../desk/ask.ts';

/** While something is read or taken, and while nothing is: files come into watched folders by themselves. */
const BUSY_MS = 300;
const QUIET_MS = 3_000;

export interface ImportScreen {
  readonly view: ImportView | null;
  readonly refused: string | null;
  /** Asks at once: after a command. */
  look(): void;
}

/** Asks main how the import stands, oftener while it moves. */
export function useImport(): ImportScreen {
  const [view, setView] = useState<ImportView | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const lookNow = useRef(() => {});
  useEffect(() => {
    let over = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async () => {
      clearTimeout(timer);
      const reply = await ask('import.view', {});
      if (over) return;
      if (reply.ok) setView(reply.value);
      setRefused(reply.ok ? null : reply.because);
      clearTimeout(timer);
      timer = setTimeout(() => void look(), reply.ok && isMoving(reply.value) ? BUSY_MS : QUIET_MS);
    };
    lookNow.current = () => void look();
    void look();
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, []);
  return { view, refused, look: useCallback(() => lookNow.current(), []) };
}

function isMoving({ chosen, run }: ImportView): boolean {
  if (run?.state === 'running' || run?.state === 'stopping') return true;
  if (chosen === null) return false;
  const { looked } = chosen;
  return looked === 'looking' || ('survey' in looked && looked.survey?.of === 'counting');
}
