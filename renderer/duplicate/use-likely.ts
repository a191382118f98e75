import { useEffect, useState } from 'react';
import type { LikelyLine } from '#shared/board/duplicate-lines.ts';
import type { Input } from '#shared/contract/console-contract.ts';
import { ask } from '../desk/ask.ts';

export type LikelyOf = Input<'duplicate.likely'>;

const NONE: readonly LikelyLine[] = [];

/**
 * What something may be the same as; empty until main has answered. `wait` milliseconds after the last letter, and anew
 * whenever `since` changes.
 */
export function useLikely(
  of: LikelyOf | null,
  { wait = 0, since = '' }: { readonly wait?: number; readonly since?: string } = {},
): readonly LikelyLine[] {
  const [answered, setAnswered] = useState<readonly LikelyLine[]>(NONE);
  const asked = of === null ? null : JSON.stringify(of);
  useEffect(() => {
    let gone = false;
    const look = async () => {
      const reply =
        asked === null ? null : await ask('duplicate.likely', JSON.parse(asked) as LikelyOf);
      if (!gone) setAnswered(reply?.ok === true ? reply.value : NONE);
    };
    const timer = window.setTimeout(() => void look(), wait);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [asked, wait, since]);
  return answered;
}
