import { createContext, useContext, useEffect } from 'react';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { draftStore } from './kept-drafts.ts';

/** The drafts of one form, each with when it had been typed as the form opened; null for none. */
export type DraftsShown = StoreApi<ReadonlyMap<string, string | null>>;

export const DraftsOfForm = createContext<DraftsShown | null>(null);

export function draftsShown(): DraftsShown {
  return createStore<ReadonlyMap<string, string | null>>(() => new Map());
}

/** Tells the form around it that this draft is shown there. */
export function useRestorable(key: string): void {
  const form = useContext(DraftsOfForm);
  useEffect(() => {
    if (form === null) return undefined;
    const at = draftStore.getState().kept.get(key)?.at ?? null;
    form.setState(new Map(form.getState()).set(key, at), true);
    return () => {
      const left = new Map(form.getState());
      left.delete(key);
      form.setState(left, true);
    };
  }, [form, key]);
}
