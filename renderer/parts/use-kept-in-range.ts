import { defaultRangeExtractor, type Range } from '@tanstack/react-virtual';
import { useCallback } from 'react';

/**
 * The rows a virtual list draws: those in view, and the one at `at` (-1 is none) even when scrolled away,
 * because its list points at it by its id.
 */
export function useKeptInRange(at: number): (range: Range) => number[] {
  return useCallback(
    (range) => {
      const shown = defaultRangeExtractor(range);
      return at < 0 || shown.includes(at) ? shown : [...shown, at].sort((a, b) => a - b);
    },
    [at],
  );
}
