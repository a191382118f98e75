import { useEffect, useState } from 'react';
import type { AddressSeen } from '#shared/board/place-tables-view.ts';
import { ask } from '../desk/ask.ts';

/** After the last key: nobody reads an answer to half a word. */
const QUIET_MS = 120;

/** What is known of an address; null while nobody wants to know, or before the first answer. */
export function useAddress(address: string, wanted: boolean): AddressSeen | null {
  const [seen, setSeen] = useState<{ readonly of: string; readonly seen: AddressSeen } | null>(
    null,
  );
  const text = address.trim();
  useEffect(() => {
    if (!wanted || text === '') return;
    let gone = false;
    const timer = window.setTimeout(() => {
      void ask('place.look-up', { address: text }).then((reply) => {
        // No answer is no reason to stop anybody: the area can always be chosen by hand.
        if (!gone && reply.ok) setSeen({ of: text, seen: reply.value });
      });
    }, QUIET_MS);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [text, wanted]);
  return wanted && text !== '' ? (seen?.seen ?? null) : null;
}
