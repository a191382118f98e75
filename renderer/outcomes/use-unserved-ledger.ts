import { useEffect, useState } from 'react';
import type { UnservedLedger } from '#shared/board/unserved-ledger.ts';
import { ask } from '../desk/ask.ts';
import { deskNow } from '../desk/clock.ts';

/** Lines that are listed. The counts are of all of them, and the section says so. */
const LINES = 50;

export interface AskedLedger {
  /** Null until it is here. */
  readonly ledger: UnservedLedger | null;
  readonly refused: string | null;
  /** Milliseconds since the epoch of the answer. */
  readonly at: number;
}

export function useUnservedLedger(): AskedLedger {
  const [asked, setAsked] = useState<AskedLedger>({ ledger: null, refused: null, at: 0 });
  useEffect(() => {
    let gone = false;
    void ask('ledger.unserved', { lines: LINES }).then((reply) => {
      if (gone) return;
      setAsked(
        reply.ok
          ? { ledger: reply.value, refused: null, at: deskNow() }
          : { ledger: null, refused: reply.because, at: 0 },
      );
    });
    return () => {
      gone = true;
    };
  }, []);
  return asked;
}
