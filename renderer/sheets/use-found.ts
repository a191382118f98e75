import { useEffect, useState } from 'react';
import type { Found } from '#shared/contract/answers.ts';
import { ask } from '../desk/ask.ts';

/** Long enough to let a word be typed, short enough to feel immediate. */
const PAUSE_MS = 80;
const NOTHING: Found = [];

export interface FoundNow {
  readonly lines: Found;
  readonly state: 'idle' | 'asking' | 'answered';
  readonly because: string | null;
}

/** What main finds for the text being typed. Lines of an older text never replace those of a newer one. */
export function useFound(text: string): FoundNow {
  const [found, setFound] = useState<FoundNow & { readonly text: string }>({
    text: '',
    lines: NOTHING,
    state: 'idle',
    because: null,
  });
  const wanted = text.trim();

  useEffect(() => {
    if (wanted === '') return;
    let current = true;
    const timer = setTimeout(() => {
      void ask('find.anything', { text: wanted }).then((reply) => {
        if (!current) return;
        setFound({
          text: wanted,
          lines: reply.ok ? reply.value : NOTHING,
          state: 'answered',
          because: reply.ok ? null : reply.because,
        });
      });
    }, PAUSE_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [wanted]);

  if (wanted === '') return { lines: NOTHING, state: 'idle', because: null };
  // Until the answer comes the last lines stay: a list that empties at every letter cannot be read.
  return found.text === wanted ? found : { ...found, state: 'asking' };
}
