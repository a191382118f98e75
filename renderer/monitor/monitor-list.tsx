import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { useCallback, useEffect, useRef } from 'react';
import { useDesk } from '../desk/desk-store.ts';
import type { MonitorEntry } from './monitor-entries.ts';
import { monitorDomId, MonitorRow } from './monitor-row.tsx';

const HEIGHT = { compact: 66, comfortable: 78 } as const;

/** Three hundred of them are drawn like twelve: only what is in view is in the page, and the selected one. */
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
  const frame = useRef<HTMLDivElement>(null);
  const height = useDesk((desk) => HEIGHT[desk.density]);
  const at = selected === null ? -1 : shown.findIndex(({ id }) => id === selected);
  // Also changes with the height: the virtualizer measures again when this does.
  const getItemKey = useCallback(
    (index: number) => `${shown[index]?.id ?? String(index)} ${height}`,
    [shown, height],
  );
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => frame.current,
    estimateSize: () => height,
    getItemKey,
    overscan: 4,
    // About what it will be: measuring it would lay the page out before its first drawing.
    initialRect: { width: 330, height: 600 },
    // The selected row stays in the page even when scrolled away: the listbox points at it by id.
    rangeExtractor: useCallback((range: Range) => withSelected(range, at), [at]),
  });

  // Follows the selection only: a list that reorders must not scroll under the reader's eyes.
  const latestAt = useRef(at);
  useEffect(() => {
    latestAt.current = at;
  });
  useEffect(() => {
    if (latestAt.current >= 0) virtual.scrollToIndex(latestAt.current);
  }, [selected, virtual]);

  return (
    <div
      ref={frame}
      className="monitor-list"
      role="listbox"
      aria-label={`${shown.length} to monitor`}
      aria-activedescendant={at < 0 ? undefined : monitorDomId(selected ?? '')}
      tabIndex={0}
      onMouseDown={(event) => {
        // A row that scrolls away would take the focus with it, so the list keeps it.
        event.preventDefault();
        event.currentTarget.focus();
      }}
    >
      <div role="presentation" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {virtual.getVirtualItems().map(({ index, key, start, size }) => {
          const entry = shown[index];
          return entry === undefined ? null : (
            <div
              key={key}
              role="presentation"
              className="queue-slot"
              style={{ height: size, transform: `translateY(${start}px)` }}
            >
              <MonitorRow
                entry={entry}
                position={before + index + 1}
                total={total}
                selected={entry.id === selected}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}

function withSelected(range: Range, at: number): number[] {
  const shown = defaultRangeExtractor(range);
  if (at < 0 || shown.includes(at)) return shown;
  return [...shown, at].sort((a, b) => a - b);
}
