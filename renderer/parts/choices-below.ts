import type { ComponentType, RefObject } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Choice } from './choices.ts';

/** What a field tells the list that stands under it while it is open. */
export interface ChoicesBelowProps {
  readonly id: string;
  readonly label: string;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly choices: readonly Choice[];
  readonly marked: number;
  readonly onMarked: (option: HTMLElement | null) => void;
  readonly onTake: (choice: Choice) => void;
  readonly onClose: () => void;
}

type ChoicesBelow = ComponentType<ChoicesBelowProps>;

const arrived = createStore<{ readonly list: ChoicesBelow | null }>(() => ({ list: null }));

/** Called by the file of the list itself, whoever was the first to load it. */
export function choicesBelowArrived(list: ChoicesBelow): void {
  arrived.setState({ list });
}

/** The list is a file of its own, because no first screen needs it: null until it is here. */
export function useChoicesBelow(): ChoicesBelow | null {
  return useStore(arrived, ({ list }) => list);
}

export function fetchChoicesBelow(): void {
  if (arrived.getState().list === null) void import('./choice-list.tsx');
}

/** Long before the first key opens a list, and never in the way of what is being drawn. */
export function fetchChoicesBelowWhenIdle(): () => void {
  if (arrived.getState().list !== null || !('requestIdleCallback' in window))
    return () => undefined;
  const soon = requestIdleCallback(fetchChoicesBelow);
  return () => cancelIdleCallback(soon);
}
