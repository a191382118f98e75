import { isPassing, type Trouble } from '#shared/trouble/trouble.ts';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { playSound } from '../sound/sounds.ts';
import { share } from './share.ts';

/** What is wrong with this computer, as main says it. */
const store = createStore<{ readonly standing: readonly Trouble[] }>(() => ({ standing: [] }));

export function useTroubles(): readonly Trouble[] {
  return useStore(store, ({ standing }) => standing);
}

/** Everything that is wrong now; undefined: nothing is. */
export function showTroubles(standing: readonly Trouble[] = []): void {
  const before = store.getState().standing;
  const next = share(before, standing);
  if (next !== before) store.setState({ standing: next });
}

/** The same just now, over the feed: something new is heard, too. */
export function hearTroubles(standing: readonly Trouble[]): void {
  const known = new Set(store.getState().standing.map(({ kind }) => kind));
  showTroubles(standing);
  if (standing.some(({ kind }) => !isPassing({ kind }) && !known.has(kind))) playSound('alert');
}
