import { useMemo } from 'react';
import { boardStore, useBoard } from '../desk/board-store.ts';
import { useDesk } from '../desk/desk-store.ts';
import {
  belongs,
  fits,
  MONITOR_FILTERS,
  monitorEntries,
  type Handling,
  type MonitorEntry,
  type MonitorFilter,
} from './monitor-entries.ts';
import { useMonitor } from './monitor-store.ts';

export interface Monitored {
  /** As they are drawn. */
  readonly shown: readonly MonitorEntry[];
  /** How many stand under each filter, whatever is typed. */
  readonly counts: Readonly<Record<MonitorFilter, number>>;
}

/** The monitored list as it is now, without what stands above it in the column. */
export function useMonitored(above: readonly string[]): Monitored {
  const incidents = useBoard((board) => board.incidents);
  const calls = useBoard((board) => board.calls);
  const policy = useDesk((desk) => desk.policy);
  const filter = useMonitor((monitor) => monitor.filter);
  const typed = useMonitor((monitor) => monitor.typed);
  const entries = useMemo(
    () => monitorEntries(incidents.values(), calls.values(), policy, new Set(above)),
    [incidents, calls, policy, above],
  );
  const sorted = useMemo(() => {
    const handling: Handling = {
      policy,
      teamOf: (unitId) => boardStore.getState().units.get(unitId)?.teamType ?? null,
    };
    return under((each) => entries.filter((entry) => belongs(entry, each, handling)));
  }, [entries, policy]);
  return useMemo(
    () => ({
      shown: sorted[filter].filter((entry) => fits(entry, typed)),
      counts: under((each) => sorted[each].length),
    }),
    [sorted, filter, typed],
  );
}

function under<T>(make: (filter: MonitorFilter) => T): Readonly<Record<MonitorFilter, T>> {
  return Object.fromEntries(MONITOR_FILTERS.map((each) => [each, make(each)])) as Record<
    MonitorFilter,
    T
  >;
}
