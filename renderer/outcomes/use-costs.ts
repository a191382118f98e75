import { useEffect, useState } from 'react';
import type { KeptCosts } from '#shared/board/kept-costs.ts';
import type { CostFigures } from '#shared/outcomes/cost-figures.ts';
import type { Period } from '#shared/outcomes/period.ts';
import { ask } from '../desk/ask.ts';

export interface AskedCosts {
  /** Null until they are here; what stands stays while it is counted again. */
  readonly figures: CostFigures | null;
  readonly kept: KeptCosts | null;
  readonly refused: string | null;
  /** After the assumptions were changed here. */
  readonly reload: () => void;
}

/** The cost of a period and the assumptions behind it, asked together so that they belong together. */
export function useCosts({ from, to }: Period): AskedCosts {
  const [figures, setFigures] = useState<CostFigures | null>(null);
  const [kept, setKept] = useState<KeptCosts | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let gone = false;
    void Promise.all([ask('outcomes.cost', { period: { from, to } }), ask('costs.kept', {})]).then(
      ([counted, assumed]) => {
        if (gone) return;
        if (counted.ok) setFigures(counted.value);
        if (assumed.ok) setKept(assumed.value);
        setRefused(!counted.ok ? counted.because : assumed.ok ? null : assumed.because);
      },
    );
    return () => {
      gone = true;
    };
  }, [from, to, turn]);
  return { figures, kept, refused, reload: () => setTurn((before) => before + 1) };
}
