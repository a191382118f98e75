import { useEffect, useState } from 'react';
import type { Period } from '#shared/outcomes/period.ts';
import type { RepeatFigures } from '#shared/outcomes/repeat-figures.ts';
import { ask } from '../desk/ask.ts';

export interface AskedRepeat {
  /** Null until they are here. */
  readonly figures: RepeatFigures | null;
  readonly refused: string | null;
}

/** The figures of these days; those of the days before stay until they are here. */
export function useRepeatFigures({ from, to }: Period): AskedRepeat {
  const [asked, setAsked] = useState<AskedRepeat>({ figures: null, refused: null });
  useEffect(() => {
    let gone = false;
    void ask('outcomes.repeat', { period: { from, to } }).then((reply) => {
      if (gone) return;
      setAsked(
        reply.ok
          ? { figures: reply.value, refused: null }
          : { figures: null, refused: reply.because },
      );
    });
    return () => {
      gone = true;
    };
  }, [from, to]);
  return asked;
}
