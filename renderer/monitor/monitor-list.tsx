import { useCallback } from 'react';
import { useDesk } from '../desk/desk-store.ts';
import { VirtualListbox } from '../parts/virtual-listbox.tsx';
import type { MonitorEntry } from './monitor-entries.ts';
import { monitorDomId, MonitorRow } from './monitor-row.tsx';

const HEIGHT = { compact: 66, comfortable: 78 } as const;

/** Whoever may need a clinician, three hundred of them drawn like twelve. */
export function MonitorList({
  shown,
  selected,
  before,
  total,
}: {
  readonly shown: readonly MonitorEntry[];
  readonly selected: string | null;
  readonly before: number;
  readonly total: number;
}) {
  const height = useDesk((desk) => HEIGHT[desk.density]);
  return (
    <VirtualListbox
      className="monitor-list"
      label={`${shown.length} to monitor`}
      count={shown.length}
      selected={selected}
      at={selected === null ? -1 : shown.findIndex(({ id }) => id === selected)}
      domId={monitorDomId}
      keyOf={useCallback(
        (index: number) => `${shown[index]?.id ?? String(index)} ${height}`,
        [shown, height],
      )}
      heightOf={() => height}
      overscan={4}
      tall={600}
      row={(index) => {
        const entry = shown[index];
        return entry === undefined ? null : (
          <MonitorRow
            entry={entry}
            position={before + index + 1}
            total={total}
            selected={entry.id === selected}
          />
        );
      }}
    />
  );
}
