import { useCallback, useEffect, useState } from 'react';
import type { OverrideReview } from '#shared/board/override-review.ts';
import type { Refusal } from '#shared/lib/refusal.ts';
import { ask } from '../desk/ask.ts';
import { deskNow } from '../desk/clock.ts';

/** As many as main sends at most. What is older is counted in the rates and named as not listed. */
const LINES = 500;

export interface AskedReview {
  /** As last answered; null until then. A refusal leaves it standing. */
  readonly review: OverrideReview | null;
  readonly refusal: Refusal | null;
  /** Milliseconds since the epoch of that answer. */
  readonly at: number;
  readonly askAgain: () => void;
}

export function useOverrideReview(): AskedReview {
  const [answered, setAnswered] = useState<Omit<AskedReview, 'askAgain'>>({
    review: null,
    refusal: null,
    at: 0,
  });
  const [count, setCount] = useState(0);
  useEffect(() => {
    let gone = false;
    void ask('decisions.overrides', { lines: LINES }).then((reply) => {
      if (gone) return;
      if (reply.ok) setAnswered({ review: reply.value, refusal: null, at: deskNow() });
      else {
        const { refused, because } = reply;
        setAnswered((before) => ({ ...before, refusal: { refused, because } }));
      }
    });
    return () => {
      gone = true;
    };
  }, [count]);
  const askAgain = useCallback(() => setCount((before) => before + 1), []);
  return { ...answered, askAgain };
}
