import { useEffect, useState } from 'react';
import type { Instrument } from '#shared/screen/instrument.ts';
import { ask } from '../desk/ask.ts';

/** The wording a screen is asked in. Without one the questions are there in our own words. */
export type WordingOf =
  | { readonly state: 'none' }
  | { readonly state: 'fetching' }
  | { readonly state: 'there'; readonly instrument: Instrument }
  | { readonly state: 'missing'; readonly because: string };

/** By hash: what is under a hash never changes. */
const known = new Map<string, Instrument>();

export function useWording(hash: string | null): WordingOf {
  const [fetched, setFetched] = useState<{ hash: string; wording: WordingOf } | null>(null);
  useEffect(() => {
    if (hash === null || known.has(hash)) return;
    let gone = false;
    void ask('screener.wording', { hash }).then((reply) => {
      if (reply.ok && reply.value !== null) known.set(hash, reply.value);
      if (gone) return;
      const wording: WordingOf =
        reply.ok && reply.value !== null
          ? { state: 'there', instrument: reply.value }
          : { state: 'missing', because: reply.ok ? 'It is not on this desk.' : reply.because };
      setFetched({ hash, wording });
    });
    return () => {
      gone = true;
    };
  }, [hash]);
  if (hash === null) return { state: 'none' };
  const instrument = known.get(hash);
  if (instrument !== undefined) return { state: 'there', instrument };
  return fetched?.hash === hash ? fetched.wording : { state: 'fetching' };
}

export function instrumentIn(wording: WordingOf): Instrument | null {
  return wording.state === 'there' ? wording.instrument : null;
}
