import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import type { PersonId } from '#shared/lib/brand.ts';
import { setScreen } from '../desk/desk-store.ts';

/** Whose page the people screen shows. Kept while somebody looks elsewhere, and forgotten with the window. */
export const peopleStore = createStore<{ readonly personId: PersonId | null }>(() => ({
  personId: null,
}));

export function useShownPerson(): PersonId | null {
  return useStore(peopleStore, ({ personId }) => personId);
}

export function showPerson(personId: PersonId | null): void {
  peopleStore.setState({ personId });
}

/** Goes to their page, from wherever somebody is. */
export function openPerson(personId: PersonId): void {
  showPerson(personId);
  setScreen('people');
}
