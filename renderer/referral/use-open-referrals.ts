import { useCallback, useEffect, useState } from 'react';
import type { ReferralList } from '#shared/board/referral-lines.ts';
import type { IncidentId } from '#shared/lib/brand.ts';
import { ask } from '../desk/ask.ts';

/** Listed at once. The sheet says how many more there are. */
const LINES = 200;

/** Referrals as main has them; asked again when `revision` moves on or `askAgain` is called. */
export function useOpenReferrals(
  incidentId: IncidentId | null,
  revision: number,
): {
  /** Null until main answered. */
  readonly list: ReferralList | null;
  readonly because: string | null;
  readonly askAgain: () => void;
} {
  const [list, setList] = useState<ReferralList | null>(null);
  const [because, setBecause] = useState<string | null>(null);
  const [count, setCount] = useState(0);
  useEffect(() => {
    let gone = false;
    void ask('referral.open', { incidentId, lines: LINES }).then((reply) => {
      if (gone) return;
      if (reply.ok) setList(reply.value);
      setBecause(reply.ok ? null : reply.because);
    });
    return () => {
      gone = true;
    };
  }, [count, incidentId, revision]);
  const askAgain = useCallback(() => setCount((before) => before + 1), []);
  return { list, because, askAgain };
}
