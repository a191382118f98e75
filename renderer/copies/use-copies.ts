import { useEffect } from 'react';
import type { CopiesView } from '#shared/board/copies-view.ts';
import { ask } from '../desk/ask.ts';
import { useTime } from '../desk/clock.ts';
import { NOTHING, useAsked, type Asked } from '../desk/use-asked.ts';

/** How far a copy has come is on no board: it is asked for as long as somebody looks. */
const WHILE_LOOKED_AT = { pause: () => 1_500 };

export function useCopies(): Asked<CopiesView> {
  useEffect(() => {
    // What stands in the folders is read when somebody comes to look, and not while nobody does.
    void ask('copies.look', {});
  }, []);
  return useAsked('copies.view', NOTHING, WHILE_LOOKED_AT);
}

/** The moment, as often as an age in minutes changes. */
export function useMinute(): number {
  return useTime((now) => Math.floor(now / 60_000) * 60_000);
}
