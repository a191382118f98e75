import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { MonitorFilter } from './monitor-entries.ts';

interface MonitorState {
  readonly filter: MonitorFilter;
  /** What was typed to find one; kept while the clinician works elsewhere on the screen. */
  readonly typed: string;
}

export const monitorStore = createStore<MonitorState>(() => ({ filter: 'nexus', typed: '' }));

export function useMonitor<T>(selector: (state: MonitorState) => T): T {
  return useStore(monitorStore, selector);
}

export function filterBy(filter: MonitorFilter): void {
  monitorStore.setState({ filter });
}

export function findTyped(typed: string): void {
  monitorStore.setState({ typed });
}
